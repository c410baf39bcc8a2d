package io.stockledger.server.importing;

import static io.stockledger.server.client.LedgerClient.object;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Locations and products in the importer's own fields: everything that a put of them can say. What
 * the ledger can say of a value itself, such as a wrong check digit, is left to it.
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
          "opening",
          "countAccuracyPerMille",
          "transferTimes",
          "groups",
          "sources",
          "pool",
          "poolLocations",
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

  private RegistryFields() {}

  /**
   * @param given by name; absent or empty ones are not given
   */
  static Parsed location(Map<String, String> given) {
    RegistryLine line = new RegistryLine(given);
    String id = line.id("location");
    ObjectNode body = object();
    body.put("name", line.required("name"));
    body.put("kind", given.getOrDefault("kind", "warehouse"));
    line.copy("timeZone", body);
    if (line.has("latitude") || line.has("longitude")) {
      ObjectNode coordinates = body.putObject("coordinates");
      line.number("latitude", coordinates);
      line.number("longitude", coordinates);
    }
    if (line.has("countAccuracyPerMille")) {
      line.number("countAccuracyPerMille", body);
    }
    line.each("opening", body, Values::opening);
    line.each("transferTimes", body, Values::transferTime);
    line.several("groups", body);
    line.each("sources", body, Values::source);
    if (line.has("pool") || line.has("poolLocations")) {
      ObjectNode pool = body.putObject("pool");
      pool.put("kind", line.required("pool"));
      line.several("poolLocations", "locations", pool);
    }
    return entry("location", "/v1/locations/", "location", id, body, line);
  }

  /**
   * @param given by name; absent or empty ones are not given
   */
  static Parsed product(Map<String, String> given) {
    RegistryLine line = new RegistryLine(given);
    String id = line.id("sku");
    ObjectNode body = object();
    body.put("name", line.required("name"));
    line.copy("baseUnit", body);
    line.copy("parent", body);
    line.copy("gtin", body);
    line.copy("categoryPath", body);
    line.copy("velocityClass", body);
    line.several("tags", body);
    if (line.has("options")) {
      ObjectNode options = body.putObject("options");
      line.values("options", value -> Values.option(value, options));
    }
    return entry("product", "/v1/products/", "sku", id, body, line);
  }

  /** One request for the whole line: with what it is called, all or none of it. */
  private static Parsed entry(
      String kind, String place, String field, String id, ObjectNode body, RegistryLine line) {
    ArrayNode commands = JsonNodeFactory.instance.arrayNode();
    ObjectNode put = commands.addObject().put("type", kind).put(field, id);
    put.setAll(body);
    line.values(
        "aliases",
        alias -> {
          if (!Ids.isAlias(alias)) {
            throw new IllegalArgumentException("not like source:id");
          }
          int colon = alias.indexOf(':');
          commands
              .addObject()
              .put("type", kind + "-alias")
              .put(field, id)
              .put("source", alias.substring(0, colon))
              .put("id", alias.substring(colon + 1));
        });
    if (!line.faults().isEmpty()) {
      return new Parsed.Bad(String.join("; ", line.faults()));
    }
    Parsed.Order order =
        line.has("aliases")
            ? new Parsed.Order("register", "/v1/commands?mode=atomic", commands)
            : new Parsed.Order("put", place + id, body);
    return new Parsed.Entry(kind, id, line.has("poolLocations"), List.of(order));
  }
}
