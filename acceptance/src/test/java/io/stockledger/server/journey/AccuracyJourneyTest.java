package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer.Said;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** How promises were kept, over HTTP. */
class AccuracyJourneyTest {
  private static final String PATH = "/v1/promise-accuracy";

  private RunningServer server;
  private String manager;
  private String web;
  private String one;
  private String two;
  private String sku;

  @BeforeEach
  void twoPlacesAndAChannel() throws Exception {
    server = RunningServer.shared();
    manager = server.keyOf("\"manager\",\"integration\"", "");
    web = "c-" + UUID.randomUUID();
    one = "L1-" + UUID.randomUUID();
    two = "L2-" + UUID.randomUUID();
    sku = "S-" + UUID.randomUUID();
    done(server.write(manager, "PUT", "/v1/channels/" + web, "{\"name\":\"A shop\"}"));
    done(server.write(manager, "PUT", "/v1/products/" + sku, "{\"name\":\"Thing\"}"));
    for (String place : new String[] {one, two}) {
      String body = "{\"name\":\"A place\",\"kind\":\"store\"}";
      done(server.write(manager, "PUT", "/v1/locations/" + place, body));
      done(post("/v1/stock/" + place + "/" + sku + "/receive", "{\"quantity\":50}"));
    }
  }

  private static Said done(Said said) {
    assertThat(said.status()).as(said.whole().body()).isIn(200, 201);
    return said;
  }

  private Said post(String path, String body) throws Exception {
    return server.write(manager, "POST", path, body);
  }

  private String reserved(String lines) throws Exception {
    String body = "{\"channel\":\"%s\",\"lines\":[%s]}".formatted(web, lines);
    return done(post("/v1/reservations", body)).body().path("reservationId").asString();
  }

  private String line(String name, String place, int quantity) {
    return "{\"line\":\"%s\",\"location\":\"%s\",\"sku\":\"%s\",\"quantity\":%d}"
        .formatted(name, place, sku, quantity);
  }

  private Said tell(String id, String verb, String body) throws Exception {
    return done(post("/v1/reservations/" + id + "/" + verb, body));
  }

  private Said read(String query) throws Exception {
    return server.send(
        server
            .request(manager, PATH + query)
            .header("Ledger-Min-Position", Long.toString(server.headPosition()))
            .build());
  }

  private JsonNode only(String query) throws Exception {
    Said said = read(query);
    assertThat(said.status()).as(said.whole().body()).isEqualTo(200);
    assertThat(said.body().path("items").size()).as(said.whole().body()).isEqualTo(1);
    return said.body().at("/items/0");
  }

  /** Kept, kept as changed, in part, taken back, given back, and one that is open. */
  private void sixPromises() throws Exception {
    tell(reserved(line("a", one, 2)), "pick", "{}");
    String changed = reserved(line("a", one, 5) + "," + line("b", two, 1));
    tell(changed, "change", "{\"lines\":[" + line("a", one, 3) + "]}");
    tell(changed, "pick", "{}");
    tell(reserved(line("a", one, 4)), "pick", "{\"quantity\":1,\"closeReservation\":true}");
    tell(reserved(line("a", one, 1)), "release", "{\"reason\":\"OVERSOLD\"}");
    tell(reserved(line("a", two, 1)), "release", "{\"reason\":\"CUSTOMER\"}");
    reserved(line("a", one, 1) + "," + line("b", two, 6));
  }

  @Test
  void what_the_shop_broke_counts_against_it_and_what_the_customer_let_go_does_not()
      throws Exception {
    sixPromises();

    JsonNode all = only("?channel=" + web);
    assertThat(all.path("channel").asString()).isEqualTo(web);
    assertThat(all.path("promises").asLong()).isEqualTo(6);
    assertThat(all.path("open").asLong()).isEqualTo(1);
    assertThat(all.path("kept").asLong()).isEqualTo(2);
    assertThat(all.path("late").asLong()).isZero();
    assertThat(all.path("inPart").asLong()).isEqualTo(1);
    assertThat(all.path("cancelled").toString()).isEqualTo("{\"CUSTOMER\":1,\"OVERSOLD\":1}");
    assertThat(all.path("broken").asLong()).isEqualTo(2);
    assertThat(all.path("accuracy").asDouble()).isEqualTo(0.5);
    assertThat(all.path("units").toString())
        .isEqualTo("{\"promised\":18,\"open\":7,\"picked\":6,\"cancelled\":5}");
  }

  @Test
  void a_promise_is_told_apart_by_place_and_by_day() throws Exception {
    sixPromises();

    JsonNode places = read("?by=location&channel=" + web).body().path("items");
    assertThat(places.size()).isEqualTo(2);
    assertThat(places.get(0).path("location").asString()).isEqualTo(one);
    assertThat(places.get(0).path("promises").asLong()).isEqualTo(5);
    assertThat(places.get(1).path("promises").asLong()).isEqualTo(2);
    assertThat(places.get(1).has("accuracy")).as("one let go, one open").isFalse();
    JsonNode there = only("?channel=" + web + "&location=" + two);
    assertThat(there.path("promises").asLong()).isEqualTo(2);
    JsonNode day = only("?by=day&channel=" + web);
    assertThat(day.path("day").asString()).isEqualTo(Instant.now().toString().substring(0, 10));
    assertThat(day.path("promises").asLong()).isEqualTo(6);

    Said first = read("?by=location&limit=1&channel=" + web);
    String next = first.body().path("next").asString();
    assertThat(only("?by=location&limit=1&channel=" + web + "&cursor=" + next).path("location"))
        .isEqualTo(places.get(1).path("location"));
  }

  @Test
  void promises_of_before_and_after_the_period_are_left_out() throws Exception {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    tell(reserved(line("a", one, 2)), "pick", "{}");
    Said said = read("?channel=%s&until=%s".formatted(web, before));
    assertThat(said.body().path("items").isEmpty()).isTrue();
    assertThat(said.body().path("from").asString())
        .isEqualTo(before.minus(7, ChronoUnit.DAYS).toString());
    Instant after = Instant.now().plusSeconds(1);
    assertThat(
            read("?channel=%s&from=%s&until=%s".formatted(web, before, after))
                .body()
                .at("/items/0/kept")
                .asLong())
        .isEqualTo(1);
    assertThat(
            read("?channel=%s&from=%s&until=%s".formatted(web, after, after.plusSeconds(9)))
                .body()
                .path("items")
                .isEmpty())
        .isTrue();
  }

  @Test
  void who_has_the_answer_is_told_so_until_it_changes() throws Exception {
    String id = reserved(line("a", one, 2));
    Said first = read("?channel=" + web);
    String tag = Objects.requireNonNull(first.header("ETag"));
    assertThat(again(tag).status()).isEqualTo(304);
    tell(id, "pick", "{}");
    assertThat(again(tag).status()).isEqualTo(200);
  }

  private Said again(String tag) throws Exception {
    return server.send(
        server
            .request(manager, PATH + "?channel=" + web)
            .header("Ledger-Min-Position", Long.toString(server.headPosition()))
            .header("If-None-Match", tag)
            .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?from=2026-11-02T00:00:00Z&until=2026-11-01T00:00:00Z | from | must be before until",
        "?from=2199-11-02T00:00:00Z | from | must be before until",
        "?from=2026-01-01T00:00:00Z&until=2026-04-03T00:00:01Z | from | must be at most 92 days",
        "?from=yesterday | from | ",
        "?until=2026-11-01 | until | ",
        "?by=sku | by | channel",
        "?channel=a%20b | channel | ",
        "?location=.. | location | ",
        "?limit=0 | limit | ",
        "?cursor=never%20given | cursor | is not one that this list gave out"
      })
  void what_is_wrong_is_named(String query, String field, @Nullable String what) throws Exception {
    Said said = server.get(manager, PATH + query);
    assertThat(said.status()).as(said.whole().body()).isEqualTo(400);
    assertThat(said.problem()).isEqualTo("/problems/invalid-request");
    assertThat(said.body().at("/errors/0/field").asString()).isEqualTo(field);
    assertThat(said.body().at("/errors/0/what").asString()).contains(what == null ? "" : what);
  }

  @Test
  void a_channels_key_is_not_told() throws Exception {
    String key = server.keyOf("\"channel\"", ",\"channel\":\"" + web + "\"");
    assertThat(server.get(key, PATH + "?channel=" + web).status()).isEqualTo(403);
  }
}
