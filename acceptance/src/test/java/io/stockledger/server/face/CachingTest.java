package io.stockledger.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer;
import io.stockledger.server.journey.RunningServer.Said;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader may keep, and for how long it is true. */
class CachingTest {
  private RunningServer server;
  private String key;
  private String item;

  @BeforeEach
  void fiveOnHand() throws Exception {
    server = RunningServer.shared();
    key = server.keyOf("\"integration\",\"operator\"", "");
    String location = "C-" + UUID.randomUUID();
    server.write(
        key,
        "PUT",
        "/v1/locations/" + location,
        "{\"name\":\"C\",\"kind\":\"store\",\"timeZone\":\"Europe/Vienna\"}");
    server.write(key, "PUT", "/v1/products/CACHED", "{\"name\":\"C\"}");
    item = "/v1/stock/" + location + "/CACHED";
    server.write(key, "POST", item + "/receive", "{\"quantity\":5}");
  }

  private Said read(String path, @Nullable String... tags) throws Exception {
    var request =
        server
            .request(key, path)
            .header("Ledger-Min-Position", Long.toString(server.headPosition()));
    for (String tag : tags) {
      request.header("If-None-Match", Objects.requireNonNull(tag));
    }
    return server.send(request.build());
  }

  @Test
  void a_reader_who_has_the_answer_gets_304_until_it_changes() throws Exception {
    String tag = read(item).header("ETag");
    Said same = read(item, "\"other\", " + tag);
    assertThat(same.status()).isEqualTo(304);
    assertThat(same.whole().body()).isEmpty();
    assertThat(same.header("ETag")).isEqualTo(tag);
    server.write(key, "POST", item + "/receive", "{\"quantity\":1}");
    Said other = read(item, tag);
    assertThat(other.status()).isEqualTo(200);
    assertThat(other.header("ETag")).isNotEqualTo(tag);
  }

  @Test
  void tags_may_come_in_several_lines() throws Exception {
    String tag = read(item).header("ETag");
    assertThat(read(item, "\"other\"", tag).status()).isEqualTo(304);
    assertThat(read(item, "\"other\"", "\"another\"").status()).isEqualTo(200);
  }

  @Test
  void the_tag_changes_at_the_moment_a_reservation_runs_out() throws Exception {
    Said reserved =
        server.write(key, "POST", item + "/reserve", "{\"quantity\":2,\"expiresIn\":\"PT2S\"}");
    Instant end = Instant.parse(reserved.body().path("expiresAt").asString());
    Said before = read(item);
    assertThat(before.body().at("/figures/available").asLong()).isEqualTo(3);
    Said after = read(item, before.header("ETag"));
    while (after.status() == 304) {
      assertThat(Instant.now()).as("still the old answer").isBefore(end.plusSeconds(1));
      after = read(item, before.header("ETag"));
    }
    assertThat(after.status()).isEqualTo(200);
    assertThat(after.body().at("/figures/available").asLong()).isEqualTo(5);
    assertThat(Instant.parse(after.body().path("asOf").asString())).isAfterOrEqualTo(end);
  }

  @Test
  void a_position_ahead_of_the_ledger_is_told_as_behind_after_two_seconds() throws Exception {
    for (String path : List.of(item, "/v1/ledger", "/v1/projections", "/v1/commands/none")) {
      Said said =
          server.send(
              server
                  .request(server.operatorKey(), path)
                  .header("Ledger-Min-Position", "999999999999")
                  .build());
      assertThat(said.status()).as(path).isEqualTo(503);
      assertThat(said.problem()).isEqualTo("/problems/projection-behind");
      assertThat(said.header("Retry-After")).isEqualTo("1");
    }
  }
}
