package io.stockledger.server.importing;

import static io.stockledger.server.client.LedgerClient.object;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Values of a field that have parts of their own, as they stand in a file. */
final class Values {
  private static final Pattern OPENING =
      Pattern.compile(
          "(?<from>[A-Z]+)(-(?<to>[A-Z]+))? (?<opens>[0-9:]+)-(?<closes>[0-9:]+)(/(?<cutOff>[0-9:]+))?");

  private Values() {}

  /**
   * {@code MONDAY 09:00-18:00}, {@code MONDAY-FRIDAY 09:00-18:00/15:00}: days, when open, and the
   * cut-off. One for each day.
   */
  static void opening(String value, Consumer<ObjectNode> taker) {
    Matcher parts = OPENING.matcher(value.toUpperCase(Locale.ROOT));
    if (!parts.matches()) {
      throw new IllegalArgumentException("not like MONDAY-FRIDAY 09:00-18:00/15:00");
    }
    DayOfWeek last = day(parts.group("to") == null ? parts.group("from") : parts.group("to"));
    for (DayOfWeek day = day(parts.group("from")); ; day = day.plus(1)) {
      ObjectNode one =
          object()
              .put("day", day.name())
              .put("opens", parts.group("opens"))
              .put("closes", parts.group("closes"));
      if (parts.group("cutOff") != null) {
        one.put("cutOff", parts.group("cutOff"));
      }
      taker.accept(one);
      if (day == last) {
        return;
      }
    }
  }

  private static DayOfWeek day(String word) {
    try {
      return DayOfWeek.valueOf(word);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not a day", e);
    }
  }

  /** {@code W1=PT4H}; {@code PT48H} for all places that are not named. */
  static void transferTime(String value, Consumer<ObjectNode> taker) {
    int equals = value.indexOf('=');
    ObjectNode time = object();
    if (equals >= 0) {
      time.put("to", value.substring(0, equals));
    }
    taker.accept(time.put("takes", value.substring(equals + 1)));
  }

  /** {@code WMS=PT2H/PT15M}: how long its word stands, and how often it should report. */
  static void source(String value, Consumer<ObjectNode> taker) {
    int equals = value.lastIndexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException("not like WMS=PT2H/PT15M");
    }
    ObjectNode source = object().put("source", value.substring(0, equals));
    String times = value.substring(equals + 1);
    int slash = times.indexOf('/');
    source.put("standsFor", slash < 0 ? times : times.substring(0, slash));
    if (slash >= 0) {
      source.put("reportsEvery", times.substring(slash + 1));
    }
    taker.accept(source);
  }

  /** {@code colour=red}. */
  static void option(String value, ObjectNode options) {
    int equals = value.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException("not like colour=red");
    }
    String name = value.substring(0, equals);
    if (options.has(name)) {
      throw new IllegalArgumentException("is there twice");
    }
    options.put(name, value.substring(equals + 1));
  }
}
