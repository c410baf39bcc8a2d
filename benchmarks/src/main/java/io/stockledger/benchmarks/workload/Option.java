package io.stockledger.benchmarks.workload;

/**
 * An option of a workload, given as {@code --name value}.
 *
 * @param meaning in a few words, with the unit
 */
public record Option(String name, String defaultValue, String meaning) {
  private static final String OFF = "false";

  public static Option of(String name, Object defaultValue, String meaning) {
    return new Option(name, defaultValue.toString(), meaning);
  }

  /** One that is given without a value. */
  public static Option flag(String name, String meaning) {
    return new Option(name, OFF, meaning);
  }

  boolean isFlag() {
    return defaultValue.equals(OFF);
  }

  /** How long each measurement lasts. */
  public static Option seconds(int defaultValue) {
    return of("seconds", defaultValue, "of each measurement, after it is warm");
  }
}
