package io.stockledger.benchmarks.workload;

/**
 * An option of a workload, given as {@code --name value}.
 *
 * @param meaning in a few words, with the unit
 */
public record Option(String name, String defaultValue, String meaning) {
  public static Option of(String name, Object defaultValue, String meaning) {
    return new Option(name, defaultValue.toString(), meaning);
  }

  /** How long each measurement lasts. */
  public static Option seconds(int defaultValue) {
    return of("seconds", defaultValue, "of each measurement, after it is warm");
  }
}
