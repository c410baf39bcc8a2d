package io.stockledger.projections.generation;

/**
 * One making of the whole read model, in a schema of its own.
 *
 * @param number from 1; a later one is never replaced by an earlier one
 */
public record Generation(int number) {
  /** The one that databases had before there were generations. */
  public static final Generation FIRST = new Generation(1);

  private static final String PREFIX = "readmodel";

  public Generation {
    if (number < 1) {
      throw new IllegalArgumentException("generations count from 1, not " + number);
    }
  }

  public String schema() {
    return number == 1 ? PREFIX : PREFIX + "_" + number;
  }
}
