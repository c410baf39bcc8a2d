package io.stockledger.server.journey;

import io.stockledger.server.journey.RunningServer.Said;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A location and a product of one's own, and ways to send many commands about them. */
record Bulk(RunningServer server, String key, String location, String sku) {
  static final String LINES = "application/x-ndjson";
  private static final JsonMapper JSON = JsonMapper.shared();

  static Bulk on(RunningServer server, String role) throws Exception {
    Bulk bulk =
        new Bulk(
            server,
            server.keyOf("\"" + role + "\"", ""),
            "L-" + UUID.randomUUID(),
            "S-" + UUID.randomUUID());
    server.write(
        server.operatorKey(),
        "PUT",
        "/v1/locations/" + bulk.location,
        "{\"name\":\"One\",\"kind\":\"store\",\"timeZone\":\"Europe/Vienna\"}");
    server.write(server.operatorKey(), "PUT", "/v1/products/" + bulk.sku, "{\"name\":\"Thing\"}");
    return bulk;
  }

  /** The same place through another key. */
  Bulk as(String otherKey) {
    return new Bulk(server, otherKey, location, sku);
  }

  /** An element about the item. */
  String element(String type, String more) {
    return "{\"type\":\"%s\",\"location\":\"%s\",\"sku\":\"%s\"%s}"
        .formatted(type, location, sku, more.isEmpty() ? "" : "," + more);
  }

  /** The same with a key of its own. */
  String keyed(String type, String more) {
    return element(type, more + ",\"key\":\"" + UUID.randomUUID() + "\"");
  }

  /** So many keyed elements that take one unit each. */
  List<String> picks(int count) {
    return IntStream.range(0, count).mapToObj(i -> keyed("pick", "\"quantity\":1")).toList();
  }

  Said independent(@Nullable String requestKey, List<String> elements) throws Exception {
    return send("mode=independent", requestKey, elements);
  }

  Said atomic(@Nullable String requestKey, List<String> elements) throws Exception {
    return send("mode=atomic", requestKey, elements);
  }

  Said send(String query, @Nullable String requestKey, List<String> elements) throws Exception {
    return server.send(request(query, requestKey, "[" + String.join(",", elements) + "]").build());
  }

  HttpRequest.Builder request(String query, @Nullable String requestKey, String body) {
    HttpRequest.Builder request =
        server
            .request(key, "/v1/commands?" + query)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return requestKey == null ? request : request.header("Idempotency-Key", requestKey);
  }

  /** Sent as lines and answered as lines. */
  HttpResponse<String> lines(String query, String body) throws Exception {
    return server.answer(
        server
            .request(key, "/v1/commands?" + query)
            .header("Content-Type", LINES)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  static List<JsonNode> linesOf(HttpResponse<String> answer) {
    return answer.body().lines().<JsonNode>map(JSON::readTree).toList();
  }

  /** Statuses of the elements, in order. */
  static List<Integer> statuses(Said said) {
    return said.body().path("items").valueStream().map(i -> i.path("status").asInt()).toList();
  }

  /** Units there are, as of the newest entry. */
  long good() throws Exception {
    HttpRequest read =
        server
            .request(key, "/v1/stock/" + location + "/" + sku)
            .header("Ledger-Min-Position", Long.toString(server.headPosition()))
            .build();
    return server.send(read).body().at("/figures/good").asLong();
  }

  /** Fields at fault, of a problem. */
  static List<String> fields(JsonNode problem) {
    return problem
        .path("errors")
        .valueStream()
        .map(e -> e.path("field").asString())
        .collect(Collectors.toList());
  }
}
