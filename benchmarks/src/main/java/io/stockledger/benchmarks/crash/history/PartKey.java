package io.stockledger.benchmarks.crash.history;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key of a command that was sent with others, to take effect together or not at all.
 *
 * @param whole what all of them begin with
 * @param index its place among them, from 0
 * @param of how many they are
 */
public record PartKey(String whole, int index, int of) {
  private static final Pattern FORM = Pattern.compile("(.+)~(\\d+)~(\\d+)");

  /** None, where the command was sent alone. */
  public static @Nullable PartKey in(String key) {
    Matcher form = FORM.matcher(key);
    return form.matches()
        ? new PartKey(
            form.group(1), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)))
        : null;
  }

  public String key() {
    return whole + "~" + index + "~" + of;
  }
}
