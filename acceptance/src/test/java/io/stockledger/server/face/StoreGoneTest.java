package io.stockledger.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer;
import io.stockledger.server.journey.RunningServer.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What callers see while the database is gone, and when it is back. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "finds the command line of the database in /proc")
@Execution(ExecutionMode.CONCURRENT)
class StoreGoneTest {
  /** An answer takes no longer while the database is gone. */
  private static final Duration BOUND = Duration.ofSeconds(15);

  private static final Duration RECOVERY = Duration.ofSeconds(60);

  @Test
  void without_its_store_it_answers_503_and_with_it_goes_on_and_has_lost_nothing()
      throws Exception {
    try (RunningServer server = RunningServer.alone()) {
      String key = server.keyOf("\"integration\"", "");
      String item = stocked(server, key);
      long acknowledged = 0;
      for (int i = 0; i < 20; i++) {
        acknowledged = receive(server, key, item).body().at("/figures/good").asLong();
      }
      assertThat(acknowledged).isEqualTo(20);

      StoppedStore store = StoppedStore.kill(server.data());
      String once = UUID.randomUUID().toString();
      for (int i = 0; i < 3; i++) {
        assertGone(() -> server.write(key, "POST", item + "/receive", "{\"quantity\":1}", once));
        assertGone(() -> server.get(key, item));
      }

      store.start();
      Said stored = untilAnswered(server, key, item, once, store);
      assertThat(stored.body().at("/figures/good").asLong()).isEqualTo(acknowledged + 1);
      Said read =
          server.send(
              server
                  .request(key, item)
                  .header("Ledger-Min-Position", stored.body().path("position").asString())
                  .build());
      assertThat(read.status()).as(read.whole().body()).isEqualTo(200);
      assertThat(read.body().at("/figures/good").asLong()).isEqualTo(acknowledged + 1);
    }
  }

  private interface Asking {
    Said ask() throws Exception;
  }

  private static void assertGone(Asking asking) throws Exception {
    Instant start = Instant.now();
    Said said = asking.ask();
    assertThat(Duration.between(start, Instant.now())).isLessThan(BOUND);
    assertThat(said.status()).as(said.whole().body()).isEqualTo(503);
    assertThat(said.problem()).isEqualTo("/problems/store-unavailable");
    assertThat(said.header("Retry-After")).matches("[1-9][0-9]*");
  }

  /** Sends the same write again, as its sender would, until there is an answer. */
  private static Said untilAnswered(
      RunningServer server, String key, String item, String once, StoppedStore store)
      throws Exception {
    Instant deadline = Instant.now().plus(RECOVERY);
    while (true) {
      Said said = server.write(key, "POST", item + "/receive", "{\"quantity\":1}", once);
      if (said.status() != 503) {
        assertThat(said.status()).as(said.whole().body()).isEqualTo(200);
        return said;
      }
      assertThat(Instant.now()).as(store.log()).isBefore(deadline);
    }
  }

  private static Said receive(RunningServer server, String key, String item) throws Exception {
    Said said = server.write(key, "POST", item + "/receive", "{\"quantity\":1}");
    assertThat(said.status()).as(said.whole().body()).isEqualTo(200);
    return said;
  }

  private static String stocked(RunningServer server, String key) throws Exception {
    server.write(
        key,
        "PUT",
        "/v1/locations/L",
        "{\"name\":\"L\",\"kind\":\"store\",\"timeZone\":\"Europe/Vienna\"}");
    server.write(key, "PUT", "/v1/products/S", "{\"name\":\"S\"}");
    return "/v1/stock/L/S";
  }
}
