package io.stockledger.server.importing;

import static io.stockledger.server.client.LedgerClient.object;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * Locations and products in the importer's own fields. Where a field holds several values, {@code
 * |} is between them. What the ledger can say of a value itself, such as a wrong check digit, is
 * left to it.
 */
final class RegistryFields {
  static final List<String> OF_LOCATIONS =
      List.of(
          "location",
          "name",
          "kind",
          "timeZone",
          "latitude",
          "longitude",
          "countAccuracyPerMille",
          "transferTime",
          "groups",
          "aliases");

  static final List<String> OF_PRODUCTS =
      List.of(
          "sku",
          "name",
          "baseUnit",
          "parent",
          "options",
          "gtin",
          "categoryPath",
          "velocityClass",
          "tags",
          "aliases");

  private static final Pattern BETWEEN = Pattern.compile("\\|");

  private RegistryFields() {}

  /**
   * @param fields by name; absent or empty ones are not given
   */
  static Parsed location(Map<String, String> fields) {
    try {
      String id = id(fields, "location");
      ObjectNode body = object();
      body.put("name", required(fields, "name"));
      body.put("kind", fields.getOrDefault("kind", "warehouse"));
      copy(fields, "timeZone", body);
      if (fields.containsKey("latitude") || fields.containsKey("longitude")) {
        body.putObject("coordinates")
            .put("latitude", number(fields, "latitude"))
            .put("longitude", number(fields, "longitude"));
      }
      if (fields.containsKey("countAccuracyPerMille")) {
        body.put("countAccuracyPerMille", number(fields, "countAccuracyPerMille"));
      }
      if (fields.containsKey("transferTime")) {
        body.putArray("transferTimes").addObject().put("takes", required(fields, "transferTime"));
      }
      several(fields, "groups", body);
      return entry("location", "/v1/locations/", id, body, fields);
    } catch (IllegalArgumentException e) {
      return new Parsed.Bad(String.valueOf(e.getMessage()));
    }
  }

  /**
   * @param fields by name; absent or empty ones are not given
   */
  static Parsed product(Map<String, String> fields) {
    try {
      String id = id(fields, "sku");
      ObjectNode body = object();
      body.put("name", required(fields, "name"));
      copy(fields, "baseUnit", body);
      copy(fields, "parent", body);
      copy(fields, "gtin", body);
      copy(fields, "categoryPath", body);
      copy(fields, "velocityClass", body);
      several(fields, "tags", body);
      if (fields.containsKey("options")) {
        ObjectNode options = body.putObject("options");
        for (String option : parts(fields, "options")) {
          int equals = option.indexOf('=');
          if (equals < 1) {
            throw new IllegalArgumentException("options: not like colour=red: " + option);
          }
          options.put(option.substring(0, equals), option.substring(equals + 1));
        }
      }
      return entry("product", "/v1/products/", id, body, fields);
    } catch (IllegalArgumentException e) {
      return new Parsed.Bad(String.valueOf(e.getMessage()));
    }
  }

  private static Parsed entry(
      String kind, String place, String id, ObjectNode body, Map<String, String> fields) {
    List<Parsed.Order> orders = new ArrayList<>();
    orders.add(new Parsed.Order("put", place + id, body));
    for (String alias : parts(fields, "aliases")) {
      if (!Ids.isAlias(alias)) {
        throw new IllegalArgumentException("aliases: not like source:id: " + alias);
      }
      int colon = alias.indexOf(':');
      ObjectNode called = object();
      called.put("source", alias.substring(0, colon)).put("id", alias.substring(colon + 1));
      orders.add(new Parsed.Order("alias-" + orders.size(), place + id + "/aliases", called));
    }
    return new Parsed.Entry(kind, id, orders);
  }

  private static void copy(Map<String, String> fields, String name, ObjectNode body) {
    if (fields.containsKey(name)) {
      body.put(name, required(fields, name));
    }
  }

  private static void several(Map<String, String> fields, String name, ObjectNode body) {
    if (fields.containsKey(name)) {
      parts(fields, name).forEach(body.putArray(name)::add);
    }
  }

  private static List<String> parts(Map<String, String> fields, String name) {
    return fields.containsKey(name)
        ? BETWEEN.splitAsStream(required(fields, name)).map(String::strip).toList()
        : List.of();
  }

  private static BigDecimal number(Map<String, String> fields, String name) {
    String text = required(fields, name);
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + ": not a number: " + text, e);
    }
  }

  private static String required(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + ": missing");
    }
    return value;
  }

  private static String id(Map<String, String> fields, String name) {
    String id = required(fields, name);
    if (!Ids.valid(id)) {
      throw new IllegalArgumentException(
          name + ": not 1 to 64 of letters, digits and . _ ~ -: " + id);
    }
    return id;
  }
}
