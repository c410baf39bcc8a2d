package io.stockledger.server.importing;

import static io.stockledger.server.client.LedgerClient.object;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Opening stock and movements in the importer's own fields, the same in CSV and NDJSON. */
final class MovementFields {
  static final List<String> NAMES =
      List.of(
          "type",
          "location",
          "sku",
          "quantity",
          "condition",
          "reason",
          "occurredAt",
          "referenceType",
          "referenceId",
          "note",
          "name");

  private static final Set<String> TYPES =
      Set.of("count", "receive", "return", "pick", "adjust", "set-aside", "put-back");
  private static final Set<String> CONDITIONS =
      Set.of("good", "damaged", "quarantine", "non-sellable");
  private static final Set<String> WITH_CONDITION = Set.of("receive", "return", "adjust");
  private static final int LONGEST_NAME = 200;

  private MovementFields() {}

  /**
   * @param fields by name; absent or empty ones are not given
   * @param location where none is given
   */
  static Parsed parse(Map<String, String> fields, String location) {
    try {
      return movement(fields, fields.getOrDefault("location", location));
    } catch (IllegalArgumentException e) {
      return new Parsed.Bad(String.valueOf(e.getMessage()));
    }
  }

  private static Parsed movement(Map<String, String> fields, String location) {
    String type = oneOf("type", required(fields, "type"), TYPES);
    String sku = id("sku", required(fields, "sku"));
    id("location", location);
    String condition = oneOf("condition", fields.getOrDefault("condition", "good"), CONDITIONS);
    ObjectNode body = circumstances(fields);
    long quantity = quantity(required(fields, "quantity"), type);
    if (type.equals("count")) {
      body.put("method", "manual").put("kind", "stock-taking");
      body.putObject("counted").put(condition, quantity);
    } else {
      body.put("quantity", quantity);
    }
    if (WITH_CONDITION.contains(type)) {
      body.put("condition", condition);
    } else if (!type.equals("count") && !condition.equals("good")) {
      throw new IllegalArgumentException("condition: only good units are moved by " + type);
    }
    if (type.equals("adjust")) {
      body.put("reason", required(fields, "reason"));
    } else if (fields.containsKey("reason")) {
      throw new IllegalArgumentException("reason: only an adjust has one");
    }
    String name = fields.getOrDefault("name", sku);
    String path = "/v1/stock/" + Ids.inPath(location) + "/" + Ids.inPath(sku) + "/" + type;
    return new Parsed.Stock(
        type, location, sku, shortened(name), List.of(new Parsed.Order(type, path, body)));
  }

  private static ObjectNode circumstances(Map<String, String> fields) {
    ObjectNode body = object();
    if (fields.containsKey("occurredAt")) {
      body.put("occurredAt", moment(required(fields, "occurredAt")));
    }
    if (fields.containsKey("referenceType") || fields.containsKey("referenceId")) {
      body.putObject("reference")
          .put("type", required(fields, "referenceType"))
          .put("id", required(fields, "referenceId"));
    }
    if (fields.containsKey("note")) {
      body.put("note", required(fields, "note"));
    }
    return body;
  }

  private static String moment(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().toString();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "occurredAt: not a date and time with offset, such as 2026-11-23T14:00:00Z: " + text, e);
    }
  }

  private static long quantity(String text, String type) {
    long quantity;
    try {
      quantity = Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("quantity: not a whole number: " + text, e);
    }
    boolean fits =
        switch (type) {
          case "count" -> quantity >= 0;
          case "adjust" -> quantity != 0;
          default -> quantity > 0;
        };
    if (!fits) {
      throw new IllegalArgumentException("quantity: not possible for " + type + ": " + text);
    }
    return quantity;
  }

  static String shortened(String name) {
    String stripped = name.strip();
    return stripped.length() <= LONGEST_NAME ? stripped : stripped.substring(0, LONGEST_NAME);
  }

  private static String required(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + ": missing");
    }
    return value;
  }

  private static String oneOf(String name, String value, Set<String> words) {
    if (!words.contains(value)) {
      throw new IllegalArgumentException(name + ": not known: " + value);
    }
    return value;
  }

  private static String id(String name, String value) {
    if (!Ids.valid(value) && !Ids.isAlias(value)) {
      throw new IllegalArgumentException(
          name + ": not 1 to 64 of letters, digits and . _ ~ -, nor source:id: " + value);
    }
    return value;
  }
}
