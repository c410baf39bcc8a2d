package io.stockledger.server.face;

import io.stockledger.server.face.Description.Operation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Makes requests from the description: right ones, and ones with something odd about them. */
final class RequestMaker {
  private final Description description;
  private final Random chance;
  private final Oddities odd;
  private final int port;
  private final String key;

  /** Good values by the name of a field or parameter. */
  private final Map<String, String> known;

  RequestMaker(
      Description description, Random chance, int port, String key, Map<String, String> known) {
    this.description = description;
    this.chance = chance;
    this.odd = new Oddities(chance);
    this.port = port;
    this.key = key;
    this.known = known;
  }

  /** A request, and what is needed to read about it in a failure. */
  record Made(HttpRequest request, String text, boolean oddPath) {}

  Made make(Operation operation) {
    boolean oddPath = chance.nextInt(8) == 0;
    Map<String, String> headers = headers(operation);
    String path = path(operation, oddPath) + query(operation);
    byte[] body = body(operation, headers);
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + escaped(path)))
            .method(operation.method(), HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(builder::header);
    String text =
        operation.method()
            + " "
            + path
            + " "
            + headers.entrySet().stream().filter(h -> !h.getKey().equals("Authorization")).toList()
            + " "
            + new String(body, StandardCharsets.UTF_8);
    return new Made(
        builder.build(), text.length() > 700 ? text.substring(0, 700) + "…" : text, oddPath);
  }

  /** A lone percent sign is not for this client to send; a socket test does. */
  private static String escaped(String path) {
    return path.replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
  }

  private String path(Operation operation, boolean oddly) {
    StringBuilder path = new StringBuilder();
    for (String segment : operation.path().substring(1).split("/", -1)) {
      boolean variable = segment.startsWith("{");
      String name = variable ? segment.substring(1, segment.length() - 1) : segment;
      path.append('/').append(variable ? (oddly ? odd.segment() : goodId(name)) : segment);
    }
    return path.toString();
  }

  private String goodId(String name) {
    return known.getOrDefault(name, "some-" + chance.nextInt(50));
  }

  private String query(Operation operation) {
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : operation.node().path("parameters")) {
      String name = parameter.path("name").asString();
      if (!parameter.path("in").asString().equals("query")) {
        continue;
      }
      if (name.equals("wait")) {
        query.add("wait=" + odd.one(List.of("0", "-1", "31", "x", "")));
      } else if (parameter.path("required").asBoolean() || chance.nextInt(4) == 0) {
        String value =
            chance.nextBoolean()
                ? odd.text()
                : plain(value(name, parameter.path("schema"), false)).replace("+", "%2B");
        query.add(name + "=" + value);
        if (chance.nextInt(10) == 0) {
          query.add(name + "=" + odd.text());
        }
      }
    }
    if (chance.nextInt(12) == 0) {
      query.add(odd.one(List.of("colour=red", "=", "%00=1", "sku[]=1", "a", "&&", "dryRun=maybe")));
    }
    return query.isEmpty() ? "" : "?" + String.join("&", query);
  }

  private static String plain(String json) {
    String text = json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
    return text.replaceAll("[^A-Za-z0-9._~:+-]", "");
  }

  private Map<String, String> headers(Operation operation) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", chance.nextInt(60) == 0 ? odd.header() : "Bearer " + key);
    if (operation.isWrite() && chance.nextInt(20) != 0) {
      headers.put(
          "Idempotency-Key",
          chance.nextInt(10) == 0 ? odd.header() : new UUID(chance.nextLong(), 7).toString());
    }
    for (String name : List.of("If-Match", "Accept", "Content-Encoding", "Expect-Nothing")) {
      if (chance.nextInt(25) == 0) {
        headers.put(name, odd.header());
      }
    }
    if (!operation.isWrite() && chance.nextInt(10) == 0) {
      // one that is ahead waits its two seconds, which is tried elsewhere
      headers.put(
          "Ledger-Min-Position", odd.one(List.of("0", "-1", "x", "1.5", "", "99999999999999999")));
    }
    if (chance.nextInt(15) == 0) {
      headers.put("If-None-Match", odd.header());
    }
    return headers;
  }

  private byte[] body(Operation operation, Map<String, String> headers) {
    String reference = operation.requestSchema();
    boolean takes = !reference.isEmpty();
    if (chance.nextInt(12) == 0) {
      headers.put("Content-Type", chance.nextBoolean() ? odd.header() : "application/json");
      return odd.body();
    }
    if (!takes) {
      return new byte[0];
    }
    headers.put(
        "Content-Type",
        chance.nextInt(25) == 0
            ? odd.one(List.of("text/plain", "application/xml", "application/*", "*/*", "x"))
            : "application/json");
    JsonNode schema = description.root().at(reference.substring(1));
    boolean oddly = chance.nextInt(3) != 0;
    String made = schema.has("properties") ? object(schema, oddly) : value("", schema, oddly);
    return made.getBytes(StandardCharsets.UTF_8);
  }

  private String object(JsonNode schema, boolean oddly) {
    List<String> fields = new ArrayList<>();
    List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
    schema
        .path("properties")
        .forEachEntry(
            (name, property) -> {
              boolean wanted = required.contains(name) || chance.nextInt(4) == 0;
              if (wanted != (oddly && chance.nextInt(6) == 0)) {
                fields.add("\"" + name + "\":" + value(name, property, oddly));
              }
            });
    if (oddly && chance.nextInt(10) == 0) {
      fields.add(
          "\""
              + odd.one(List.of("colour", "lot", "", "\\u0000", "QUANTITY"))
              + "\":"
              + odd.jsonValue());
    }
    if (oddly && !fields.isEmpty() && chance.nextInt(15) == 0) {
      fields.add(odd.one(fields));
    }
    return "{" + String.join(",", fields) + "}";
  }

  private String value(String name, JsonNode given, boolean oddly) {
    if (oddly && chance.nextInt(4) == 0) {
      return odd.jsonValue();
    }
    JsonNode schema = description.resolved(given);
    if (schema.has("enum")) {
      return odd.one(schema.path("enum").valueStream().map(JsonNode::toString).toList());
    }
    if (schema.has("oneOf")) {
      JsonNode forms = schema.path("oneOf");
      return value(name, forms.path(chance.nextInt(forms.size())), oddly);
    }
    if (schema.has("properties")) {
      return object(schema, oddly);
    }
    return switch (type(schema)) {
      case "array" -> array(name, schema, oddly);
      case "integer" -> Integer.toString(chance.nextInt(1, 9));
      case "boolean" -> Boolean.toString(chance.nextBoolean());
      default -> text(name, schema);
    };
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.path(0).asString("") : type.asString("");
  }

  private String array(String name, JsonNode schema, boolean oddly) {
    List<String> elements = new ArrayList<>();
    for (int i = chance.nextInt(1, 3); i > 0; i--) {
      elements.add(value(name.replaceAll("s$", ""), schema.path("items"), oddly));
    }
    return "[" + String.join(",", elements) + "]";
  }

  private String text(String name, JsonNode schema) {
    String format = schema.path("format").asString("");
    if (format.equals("date-time") || name.endsWith("At")) {
      return name.equals("occurredAt")
          ? "\"2026-11-20T08:00:00+01:00\""
          : "\"2031-01-01T00:00:00Z\"";
    }
    if (format.equals("date")) {
      return "\"2031-01-0" + chance.nextInt(1, 9) + "\"";
    }
    if (format.equals("duration") || name.equals("expiresIn")) {
      return "\"PT5H\""; // long enough that nothing runs out while this runs
    }
    return "\"" + goodId(name) + "\"";
  }
}
