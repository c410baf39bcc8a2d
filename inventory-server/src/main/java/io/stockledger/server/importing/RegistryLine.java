package io.stockledger.server.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one line of the registry, and everything that is wrong with them, by column. Where
 * a field holds several values, {@code |} is between them, and {@code \\|} is one within a value.
 */
final class RegistryLine {
  private static final Pattern BETWEEN = Pattern.compile("(?<!\\\\)\\|");

  private final Map<String, String> fields;
  private final List<String> faults = new ArrayList<>();

  /**
   * @param fields by name; absent or empty ones are not given
   */
  RegistryLine(Map<String, String> fields) {
    this.fields = fields;
  }

  /** Each with its column; empty where the line can be sent. */
  List<String> faults() {
    return faults;
  }

  boolean has(String column) {
    return fields.containsKey(column);
  }

  String required(String column) {
    String value = fields.get(column);
    if (value == null) {
      faults.add(column + ": missing");
      return "";
    }
    return value;
  }

  String id(String column) {
    String id = required(column);
    if (has(column) && !Ids.valid(id)) {
      faults.add(column + ": not 1 to 64 of letters, digits and . _ ~ -: " + id);
    }
    return id;
  }

  void copy(String column, ObjectNode body) {
    String value = fields.get(column);
    if (value != null) {
      body.put(column, value);
    }
  }

  void number(String column, ObjectNode body) {
    String text = required(column);
    try {
      if (has(column)) {
        body.put(column, new BigDecimal(text));
      }
    } catch (NumberFormatException e) {
      faults.add(column + ": not a number: " + text);
    }
  }

  void several(String column, ObjectNode body) {
    several(column, column, body);
  }

  void several(String column, String field, ObjectNode body) {
    if (has(column)) {
      values(column, body.putArray(field)::add);
    }
  }

  /** Each value as an object of its own, or several. */
  void each(String column, ObjectNode body, BiConsumer<String, Consumer<ObjectNode>> meaning) {
    if (has(column)) {
      var array = body.putArray(column);
      values(column, value -> meaning.accept(value, array::add));
    }
  }

  /**
   * @param taker throws {@link IllegalArgumentException} with what is wrong with a value
   */
  void values(String column, Consumer<String> taker) {
    String all = fields.get(column);
    if (all == null) {
      return;
    }
    int number = 0;
    for (String part : BETWEEN.split(all, -1)) {
      String value = part.strip().replace("\\|", "|");
      number++;
      try {
        taker.accept(value);
      } catch (IllegalArgumentException e) {
        faults.add("%s, value %d: %s: %s".formatted(column, number, e.getMessage(), value));
      }
    }
  }
}
