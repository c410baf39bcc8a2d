package io.stockledger.benchmarks.workload;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The options of a run: what was given, else the defaults. */
public final class Options {
  private static final String ON = "true";

  private final Map<String, String> values;

  private Options(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads {@code --name value} and {@code --name=value}.
   *
   * @throws MisusedException for an option that is not known or has no value
   */
  public static Options parse(List<String> args, List<Option> known) {
    Map<String, String> values = new HashMap<>();
    known.forEach(option -> values.put(option.name(), option.defaultValue()));
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      int equals = arg.indexOf('=');
      String name = equals < 0 ? arg : arg.substring(0, equals);
      if (!name.startsWith("--") || !values.containsKey(name.substring(2))) {
        throw new MisusedException(
            "%s is no option here; known are: %s".formatted(arg, names(known)));
      }
      if (equals < 0 && isFlag(name.substring(2), known)) {
        values.put(name.substring(2), ON);
        continue;
      }
      if (equals < 0 && i + 1 == args.size()) {
        throw new MisusedException(name + " needs a value");
      }
      values.put(name.substring(2), equals < 0 ? args.get(++i) : arg.substring(equals + 1));
    }
    return new Options(values);
  }

  private static boolean isFlag(String name, List<Option> known) {
    return known.stream().anyMatch(option -> option.name().equals(name) && option.isFlag());
  }

  private static String names(List<Option> known) {
    return known.stream().map(option -> "--" + option.name()).collect(Collectors.joining(", "));
  }

  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("nobody declared --" + name);
    }
    return value;
  }

  /** Whether a flag was given. */
  public boolean isSet(String name) {
    return text(name).equals(ON);
  }

  /** A whole number of at least 1. */
  public int number(String name) {
    return numberOf(name, text(name));
  }

  /** Whole numbers of at least 1, separated by commas. */
  public List<Integer> numbers(String name) {
    return Arrays.stream(text(name).split(",", -1)).map(value -> numberOf(name, value)).toList();
  }

  private static int numberOf(String name, String value) {
    try {
      int number = Integer.parseInt(value.strip());
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, like a number that is too small
    }
    throw new MisusedException("--%s takes whole numbers from 1, not %s".formatted(name, value));
  }
}
