package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sources that report, fall silent and come back. */
class HeartbeatJourneyTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private RunningServer server;
  private String key;
  private String place;

  @BeforeEach
  void aPlaceWithSources() throws Exception {
    server = RunningServer.shared();
    key = server.keyOf("\"integration\"", "");
    place = "L-" + UUID.randomUUID();
  }

  private void sources(String reportsEvery) throws Exception {
    Said put =
        server.write(
            key,
            "PUT",
            "/v1/locations/" + place,
            "{\"name\":\"One\",\"kind\":\"store\",\"sources\":["
                + "{\"source\":\"count\",\"standsFor\":\"PT24H\"},"
                + "{\"source\":\"WMS\",\"standsFor\":\"PT1H\",\"reportsEvery\":\""
                + reportsEvery
                + "\"}]}");
    assertThat(put.status()).as(put.whole().body()).isLessThan(300);
  }

  private Said beat(String location, String source) throws Exception {
    return server.write(
        key, "POST", "/v1/locations/" + location + "/heartbeat", "{\"source\":\"" + source + "\"}");
  }

  private JsonNode awaited(String path, Predicate<JsonNode> condition) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    JsonNode seen = server.get(key, path).body();
    while (!condition.test(seen)) {
      assertThat(Instant.now()).as("%s: %s", path, seen).isBefore(end);
      Thread.onSpinWait();
      seen = server.get(key, path).body();
    }
    return seen;
  }

  private static boolean isStale(JsonNode sources) {
    return sources.at("/items/1").has("staleSince");
  }

  @Test
  void a_silent_source_goes_stale_and_a_beat_brings_it_back() throws Exception {
    sources("PT2S");
    String read = "/v1/locations/" + place + "/sources";
    JsonNode stale = awaited(read, HeartbeatJourneyTest::isStale);
    assertThat(stale.at("/items/0/source").asString()).isEqualTo("count");
    assertThat(stale.at("/items/1/precedence").asLong()).isEqualTo(2);
    assertThat(stale.at("/items/1").has("lastHeardAt")).isFalse();
    JsonNode listed = server.get(key, "/v1/stale-sources?location=" + place).body();
    assertThat(listed.at("/items/0/source").asString()).isEqualTo("WMS");

    Said beat = beat(place, "WMS");
    assertThat(beat.status()).as(beat.whole().body()).isEqualTo(200);
    JsonNode back = awaited(read, sources -> !isStale(sources));
    assertThat(back.at("/items/1").has("lastHeardAt")).isTrue();
  }

  @Test
  void any_command_that_names_a_source_is_a_sign_of_life() throws Exception {
    sources("PT2S");
    String read = "/v1/locations/" + place + "/sources";
    awaited(read, HeartbeatJourneyTest::isStale);
    String sku = "S-" + UUID.randomUUID();
    server.write(key, "PUT", "/v1/products/" + sku, "{\"name\":\"Thing\"}");
    server.write(
        key,
        "POST",
        "/v1/stock/" + place + "/" + sku + "/receive",
        "{\"quantity\":1,\"source\":\"WMS\"}");
    JsonNode back = awaited(read, sources -> !isStale(sources));
    assertThat(back.at("/items/1").has("lastHeardAt")).isTrue();
    awaited(read, HeartbeatJourneyTest::isStale);
  }

  @Test
  void nobody_beats_for_what_is_not_named() throws Exception {
    sources("PT1H");
    assertThat(beat("L-" + UUID.randomUUID(), "WMS").problem())
        .isEqualTo("/problems/unknown-location");
    Said unknown = beat(place, "POS");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.problem()).isEqualTo("/problems/unknown-source");
    assertThat(beat(place, "").status()).isEqualTo(400);
  }
}
