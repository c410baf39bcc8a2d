package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer.Said;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Bad input by which programs tell what to do: a problem type each, with figures, and no trace. */
class OwnProblemsJourneyTest {
  private static final String GOOD_NUMBER = "4006381333931";
  private static final String WRONG_NUMBER = "4006381333930";

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Instant future = now.plus(10, ChronoUnit.MINUTES);
  private RunningServer server;
  private Bulk place;
  private String other;
  private String id;

  @BeforeEach
  void tenUnitsAndAnotherPlace() throws Exception {
    server = RunningServer.shared();
    place = Bulk.on(server, "integration");
    other = "L-" + UUID.randomUUID();
    id = "x-" + UUID.randomUUID();
    done("PUT", "/v1/locations/" + other, "{\"name\":\"Two\",\"kind\":\"warehouse\"}");
    done("POST", item() + "/receive", "{\"quantity\":10}");
  }

  private String item() {
    return "/v1/stock/" + place.location() + "/" + place.sku();
  }

  private Said done(String method, String path, String body) throws Exception {
    Said said = server.write(place.key(), method, path, body);
    assertThat(said.status()).as(said.whole().body()).isBetween(200, 201);
    return said;
  }

  /** What the ledger says no to: as a problem of that type, and without an entry. */
  private JsonNode refused(int status, String type, String path, String body) throws Exception {
    String method = path.startsWith("/v1/locations") || path.startsWith("/v1/pro") ? "PUT" : "POST";
    long head = server.headPosition();
    JsonNode before = seen();
    Said said = server.write(place.key(), method, path, body);
    assertThat(said.status()).as(said.whole().body()).isEqualTo(status);
    assertThat(said.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(said.problem()).isEqualTo("/problems/" + type);
    assertThat(said.body().path("status").asInt()).isEqualTo(status);
    assertThat(server.headPosition()).isEqualTo(head);
    assertSame(before);
    return said.body();
  }

  private JsonNode seen() throws Exception {
    return server
        .send(
            server
                .request(place.key(), item())
                .header("Ledger-Min-Position", Long.toString(server.headPosition()))
                .build())
        .body();
  }

  private void assertSame(JsonNode before) throws Exception {
    JsonNode after = seen();
    assertThat(after.path("version").asLong()).isPositive();
    assertThat(after.path("version")).isEqualTo(before.path("version"));
    assertThat(after.path("figures")).isEqualTo(before.path("figures"));
  }

  private static void figure(JsonNode problem, String name, long expected) {
    assertThat(problem.path(name).isIntegralNumber()).as("%s in %s", name, problem).isTrue();
    assertThat(problem.path(name).asLong()).isEqualTo(expected);
  }

  private static void text(JsonNode problem, String name, String expected) {
    assertThat(problem.path(name).asString("")).as("%s in %s", name, problem).isEqualTo(expected);
  }

  private void transferOfSix() throws Exception {
    String line = "{\"sku\":\"%s\",\"quantity\":6}".formatted(place.sku());
    done("POST", "/v1/transfers", transfer(place.location(), other, line));
  }

  private String transfer(String from, String to, String line) {
    return "{\"transferId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"lines\":[%s]}"
        .formatted(id, from, to, line);
  }

  private String ofTransfer(String verb) {
    return "/v1/transfers/" + id + "/" + verb;
  }

  @Test
  void more_than_set_aside_is_not_dispatched() throws Exception {
    transferOfSix();
    JsonNode problem =
        refused(
            409,
            "exceeds-set-aside",
            ofTransfer("dispatch"),
            "{\"lines\":[{\"line\":\"1\",\"quantity\":7}]}");
    text(problem, "transferId", id);
    text(problem, "line", "1");
    figure(problem, "requested", 7);
    figure(problem, "setAside", 6);
  }

  @Test
  void what_was_never_sent_is_not_received() throws Exception {
    transferOfSix();
    JsonNode problem =
        refused(
            409,
            "exceeds-in-transit",
            ofTransfer("receive"),
            "{\"reason\":\"MISCOUNTED\",\"lines\":[{\"line\":\"1\",\"quantity\":2}]}");
    text(problem, "transferId", id);
    text(problem, "line", "1");
    figure(problem, "requested", 2);
    figure(problem, "inTransit", 0);
    figure(refused(409, "exceeds-in-transit", ofTransfer("receive"), "{}"), "inTransit", 0);
    JsonNode part = refused(404, "unknown-part", ofTransfer("receive"), "{\"part\":\"ghost\"}");
    text(part, "part", "ghost");
  }

  @Test
  void a_transfer_does_not_end_where_it_begins() throws Exception {
    String line = "{\"sku\":\"%s\",\"quantity\":1}".formatted(place.sku());
    String itself = transfer(place.location(), place.location(), line);
    JsonNode problem = refused(400, "to-itself", "/v1/transfers", itself);
    text(problem, "location", place.location());
    text(problem.at("/errors/0"), "field", "to");
    text(problem.at("/errors/0"), "type", "/problems/to-itself");
  }

  @Test
  void a_part_is_not_received_again_under_another_key() throws Exception {
    transferOfSix();
    done("POST", ofTransfer("dispatch"), "{\"part\":\"van\"}");
    String all = "{\"part\":\"van\"}";
    done("POST", ofTransfer("receive"), all);
    JsonNode problem = refused(409, "part-received", ofTransfer("receive"), all);
    text(problem, "transferId", id);
    text(problem, "part", "van");
    text(problem.at("/lines/0"), "line", "1");
    figure(problem.at("/lines/0"), "dispatched", 6);
    figure(problem.at("/lines/0"), "received", 6);
    figure(problem.at("/lines/0"), "inTransit", 0);
  }

  @Test
  void a_line_is_not_revised_below_what_came_of_it() throws Exception {
    done(
        "POST",
        "/v1/inbound",
        """
        {"inboundId":"%s","kind":"purchase-order","vendor":"v-1","location":"%s","expectedBy":"2026-12-24",
         "lines":[{"line":"a","sku":"%s","quantity":24}]}"""
            .formatted(id, place.location(), place.sku()));
    String inbound = "/v1/inbound/" + id;
    done("POST", inbound + "/receive", "{\"lines\":[{\"line\":\"a\",\"quantity\":10}]}");
    JsonNode whole =
        refused(
            409,
            "lines-refused",
            inbound + "/revise",
            "{\"lines\":[{\"line\":\"a\",\"quantity\":9}]}");
    JsonNode problem = whole.at("/lines/0");
    text(problem, "type", "/problems/below-received");
    figure(problem, "status", 409);
    text(problem, "inboundId", id);
    text(problem, "line", "a");
    figure(problem, "requested", 9);
    figure(problem, "received", 10);
  }

  /** The delivery itself is recorded, its line is not: it takes no effect on the item. */
  @Test
  void a_sequence_that_goes_back_takes_no_effect() throws Exception {
    deliver(deviceLine(1, now, 3), deviceLine(2, now, 4));
    JsonNode before = seen();
    Said said = deliver(deviceLine(1, now, 5));
    assertThat(said.status()).isEqualTo(200);
    JsonNode line = said.body().at("/lines/0");
    text(line, "outcome", "reused");
    JsonNode problem = line.path("problem");
    text(problem, "type", "/problems/sequence-reused");
    figure(problem, "status", 409);
    text(problem, "device", id);
    figure(problem, "sequence", 1);
    figure(problem, "nextSequence", 3);
    assertSame(before);
    assertThat(place.good()).isEqualTo(17);
  }

  private String deviceLine(long sequence, Instant occurredAt, long units) {
    return deviceLine(sequence, occurredAt, units, place.sku());
  }

  private String deviceLine(long sequence, Instant occurredAt, long units, String sku) {
    return "{\"sequence\":%d,\"type\":\"receive\",\"location\":\"%s\",\"sku\":\"%s\",\"quantity\":%d,\"occurredAt\":\"%s\"}"
        .formatted(sequence, place.location(), sku, units, occurredAt);
  }

  private Said deliver(String... lines) throws Exception {
    return server.write(place.key(), "POST", device(), lines(lines));
  }

  private String device() {
    return "/v1/devices/" + id + "/batches";
  }

  private static String lines(String... lines) {
    return "{\"lines\":[" + String.join(",", lines) + "]}";
  }

  @Test
  void what_has_not_happened_yet_is_no_fact() throws Exception {
    transferOfSix();
    String moment = "\"occurredAt\":\"" + future + "\"";
    for (JsonNode problem :
        List.of(
            ahead(item() + "/receive", "{\"quantity\":1," + moment + "}"),
            ahead(item() + "/count", "{\"counted\":{\"good\":1}," + moment + "}"),
            ahead(ofTransfer("dispatch"), "{" + moment + "}"),
            ahead(device(), lines(deviceLine(1, future, 1))),
            ahead(
                item() + "/sync",
                "{\"source\":\"WMS\",\"sequence\":1,\"quantity\":1,\"observedAt\":\"%s\"}"
                    .formatted(future)))) {
      text(problem, "occurredAt", future.toString());
      Instant latest = Instant.parse(problem.path("latest").asString());
      Duration allowed = Duration.between(now, latest);
      assertThat(allowed).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(9));
      text(problem.at("/errors/0"), "type", "/problems/occurred-in-future");
      assertThat(problem.at("/errors/0/field").asString()).endsWith("edAt");
    }
  }

  private JsonNode ahead(String path, String body) throws Exception {
    return refused(400, "occurred-in-future", path, body);
  }

  @Test
  void a_total_from_before_the_late_window_is_too_late() throws Exception {
    Instant old = now.minus(4, ChronoUnit.DAYS);
    JsonNode problem =
        refused(
            409,
            "too-late",
            item() + "/sync",
            "{\"source\":\"WMS\",\"sequence\":1,\"quantity\":1,\"observedAt\":\"%s\"}"
                .formatted(old));
    text(problem, "location", place.location());
    text(problem, "sku", place.sku());
    text(problem, "occurredAt", old.toString());
    text(problem, "window", "PT72H");
    assertThat(Instant.parse(problem.path("earliest").asString())).isAfter(old);
  }

  @Test
  void a_location_does_not_belong_to_itself() throws Exception {
    String group = "\"name\":\"G\",\"kind\":\"warehouse\",\"groups\":[\"%s\"]}";
    done("PUT", "/v1/locations/" + other, ("{" + group).formatted(place.location()));
    JsonNode problem =
        refused(
            409,
            "group-cycle",
            "/v1/locations/" + place.location(),
            ("{\"timeZone\":\"UTC\"," + group).formatted(other));
    text(problem, "location", place.location());
    assertThat(problem.path("cycle").valueStream().map(JsonNode::asString))
        .containsExactly(place.location(), other, place.location());
    JsonNode itself =
        refused(409, "group-cycle", "/v1/locations/" + other, ("{" + group).formatted(other));
    assertThat(itself.path("cycle").valueStream().map(JsonNode::asString))
        .containsExactly(other, other);
  }

  @Test
  void a_number_with_a_wrong_check_digit_is_none() throws Exception {
    String alias = "gtin:" + WRONG_NUMBER;
    String line = "{\"sku\":\"%s\",\"quantity\":1}".formatted(alias);
    for (JsonNode problem :
        List.of(
            wrongDigit(
                "/v1/products/" + place.sku(),
                "{\"name\":\"Thing\",\"gtin\":\"" + WRONG_NUMBER + "\"}"),
            wrongDigit(
                "/v1/stock/" + place.location() + "/gtin%3A" + WRONG_NUMBER + "/receive",
                "{\"quantity\":1}"),
            wrongDigit("/v1/transfers", transfer(place.location(), other, line)),
            wrongDigit(device(), lines(deviceLine(1, now, 1, alias))))) {
      text(problem, "gtin", WRONG_NUMBER);
      figure(problem, "expectedDigit", 1);
      figure(problem, "foundDigit", 0);
      text(problem.at("/errors/0"), "type", "/problems/wrong-check-digit");
      figure(problem.at("/errors/0"), "expectedDigit", 1);
    }
    Said unknown =
        server.get(place.key(), "/v1/stock/" + place.location() + "/gtin%3A" + GOOD_NUMBER);
    assertThat(unknown.problem()).isEqualTo("/problems/unknown-alias");
  }

  private JsonNode wrongDigit(String path, String body) throws Exception {
    return refused(400, "wrong-check-digit", path, body);
  }

  @Test
  void where_something_else_is_wrong_as_well_each_fault_says_its_own_type() throws Exception {
    JsonNode problem =
        refused(
            400,
            "invalid-request",
            item() + "/receive",
            "{\"quantity\":0,\"occurredAt\":\"" + future + "\"}");
    assertThat(problem.has("latest")).isFalse();
    assertThat(Bulk.fields(problem)).containsExactly("occurredAt", "quantity");
    text(problem.at("/errors/0"), "type", "/problems/occurred-in-future");
    assertThat(problem.at("/errors/0").has("latest")).isTrue();
    assertThat(problem.at("/errors/1").has("type")).isFalse();
    JsonNode twoTypes =
        refused(
            400,
            "invalid-request",
            device(),
            lines(deviceLine(1, future, 1), deviceLine(2, now, 1, "gtin:" + WRONG_NUMBER)));
    assertThat(twoTypes.path("errors").valueStream().map(e -> e.path("type").asString()))
        .containsExactly("/problems/occurred-in-future", "/problems/wrong-check-digit");
  }

  @Test
  void many_commands_are_told_the_same_types() throws Exception {
    String ahead = "\"quantity\":1,\"occurredAt\":\"" + future + "\"";
    String wrong =
        place.keyed("receive", "\"quantity\":1").replace(place.sku(), "gtin:" + WRONG_NUMBER);
    List<String> elements =
        List.of(place.keyed("receive", "\"quantity\":1"), place.keyed("pick", ahead), wrong);
    JsonNode each = place.independent(null, elements).body().path("items");
    figure(each.get(0), "status", 200);
    text(each.at("/1/problem"), "type", "/problems/occurred-in-future");
    text(each.at("/1/problem/errors/0"), "field", "[1].occurredAt");
    text(each.at("/2/problem"), "type", "/problems/wrong-check-digit");
    figure(each.at("/2/problem"), "expectedDigit", 1);
    JsonNode whole = place.atomic(null, List.of(elements.get(0), elements.get(1))).body();
    text(whole, "type", "/problems/occurred-in-future");
    text(whole, "occurredAt", future.toString());
    JsonNode mixed = place.atomic(null, elements).body();
    text(mixed, "type", "/problems/invalid-request");
    assertThat(mixed.path("errors").valueStream().map(e -> e.path("type").asString()))
        .containsExactly("/problems/occurred-in-future", "/problems/wrong-check-digit");
  }
}
