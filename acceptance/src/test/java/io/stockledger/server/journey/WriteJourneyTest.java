package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer.Said;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the face promises of writes. */
class WriteJourneyTest {
  private RunningServer server;
  private String key;
  private String item;

  @BeforeEach
  void anItemOfItsOwn() throws Exception {
    server = RunningServer.shared();
    key = server.keyOf("\"integration\"", "");
    String location = "L-" + UUID.randomUUID();
    String sku = "S-" + UUID.randomUUID();
    server.write(
        key,
        "PUT",
        "/v1/locations/" + location,
        "{\"name\":\"One\",\"kind\":\"store\",\"timeZone\":\"Europe/Vienna\"}");
    server.write(key, "PUT", "/v1/products/" + sku, "{\"name\":\"Thing\"}");
    item = "/v1/stock/" + location + "/" + sku;
  }

  private Said post(String verb, String body) throws Exception {
    return server.write(key, "POST", item + verb, body);
  }

  @Test
  void the_worked_example_has_five_available() throws Exception {
    post("/receive", "{\"quantity\":12}");
    post("/reserve", "{\"quantity\":4}");
    Said said = post("/set-aside", "{\"quantity\":3}");
    assertThat(said.status()).isEqualTo(200);
    assertThat(said.body().at("/figures/available").asLong()).isEqualTo(5);
    assertThat(said.header("Ledger-Position")).isEqualTo(said.body().path("position").asString());
  }

  @Test
  void a_repeat_gets_the_same_bytes_and_takes_effect_once() throws Exception {
    String once = UUID.randomUUID().toString();
    Said first = server.write(key, "POST", item + "/receive", "{\"quantity\":7}", once);
    Said again = server.write(key, "POST", item + "/receive", "{ \"quantity\" : 7 }", once);
    assertThat(again.whole().body()).isEqualTo(first.whole().body());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(first.header("Idempotent-Replayed")).isNull();
    assertThat(post("/receive", "{\"quantity\":1}").body().at("/figures/good").asLong())
        .isEqualTo(8);
  }

  @Test
  void another_request_under_a_used_key_is_refused() throws Exception {
    String once = UUID.randomUUID().toString();
    server.write(key, "POST", item + "/receive", "{\"quantity\":7}", once);
    Said other = server.write(key, "POST", item + "/receive", "{\"quantity\":8}", once);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("/problems/idempotency-key-reused");
    assertThat(other.body().at("/key").asString()).isEqualTo(once);
  }

  @Test
  void a_refusal_is_remembered_and_can_be_asked_for() throws Exception {
    post("/receive", "{\"quantity\":1}");
    String once = UUID.randomUUID().toString();
    Said refused = server.write(key, "POST", item + "/pick", "{\"quantity\":9}", once);
    post("/receive", "{\"quantity\":20}");
    Said again = server.write(key, "POST", item + "/pick", "{\"quantity\":9}", once);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("available").asLong()).isEqualTo(1);
    assertThat(again.whole().body()).isEqualTo(refused.whole().body());
    assertThat(server.get(key, "/v1/commands/" + once).body().path("status").asInt())
        .isEqualTo(409);
    assertThat(server.get(key, "/v1/commands/never-sent").status()).isEqualTo(404);
  }

  @Test
  void a_stale_version_changes_nothing() throws Exception {
    post("/receive", "{\"quantity\":1}");
    HttpRequest stale =
        server
            .request(key, item + "/receive")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("If-Match", "\"7\"")
            .POST(HttpRequest.BodyPublishers.ofString("{\"quantity\":1}"))
            .build();
    Said said = server.send(stale);
    assertThat(said.status()).isEqualTo(412);
    assertThat(said.body().path("actual").asLong()).isEqualTo(1);
  }

  @Test
  void a_dry_run_decides_and_writes_nothing() throws Exception {
    post("/receive", "{\"quantity\":5}");
    Said tried = post("/pick?dryRun=true", "{\"quantity\":2}");
    assertThat(tried.status()).isEqualTo(200);
    assertThat(tried.body().at("/figures/good").asLong()).isEqualTo(3);
    assertThat(post("/receive", "{\"quantity\":1}").body().at("/figures/good").asLong())
        .isEqualTo(6);
  }

  @Test
  void twenty_at_once_cannot_reserve_more_than_the_five_there_are() throws Exception {
    post("/receive", "{\"quantity\":5}");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> tries = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        tries.add(() -> post("/reserve", "{\"quantity\":1}").status());
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> done : threads.invokeAll(tries)) {
        statuses.add(done.get());
      }
      assertThat(statuses).filteredOn(s -> s == 201).hasSize(5);
      assertThat(statuses).filteredOn(s -> s == 409).hasSize(15);
    }
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() throws Exception {
    Said said = post("/receive?colour=red", "{\"quantity\":\"1\",\"lot\":\"x\",\"note\":5}");
    assertThat(said.status()).isEqualTo(400);
    assertThat(said.problem()).isEqualTo("/problems/invalid-request");
    assertThat(said.body().path("errors").valueStream().map(e -> e.path("field").asString()))
        .containsExactlyInAnyOrder("colour", "quantity", "lot", "note");
  }

  @Test
  void a_body_of_more_than_a_mebibyte_is_too_large() throws Exception {
    Said said = post("/receive", "{\"note\":\"" + "x".repeat(1_100_000) + "\"}");
    assertThat(said.status()).isEqualTo(413);
    assertThat(said.problem()).isEqualTo("/problems/too-large");
  }
}
