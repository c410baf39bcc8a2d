package io.stockledger.server.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stockledger.server.database.LedgerDatabase;
import io.stockledger.server.journey.RunningServer;
import io.stockledger.server.journey.RunningServer.Said;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An operator has the read models made anew while callers read what they have just written. */
class RebuildOverHttpTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String ITEM = "/v1/stock/REBUILD/COAT";
  private static final String REBUILDS = "/v1/projections/rebuilds";

  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicInteger read = new AtomicInteger();
  private RunningServer server;
  private String operator;
  private String key;

  @BeforeEach
  void five_on_hand() throws Exception {
    server = RunningServer.alone();
    operator = server.operatorKey();
    key = server.keyOf("\"integration\"", "");
    server.write(
        key,
        "PUT",
        "/v1/locations/REBUILD",
        "{\"name\":\"R\",\"kind\":\"store\",\"timeZone\":\"Europe/Vienna\"}");
    server.write(key, "PUT", "/v1/products/COAT", "{\"name\":\"Coat\"}");
    server.write(key, "POST", ITEM + "/receive", "{\"quantity\":5}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void callers_read_their_own_writes_all_the_while_and_a_row_that_was_wrong_is_right_again()
      throws Exception {
    tamper();
    Said compared = rebuilt("{\"compare\":true}", "compared");
    assertThat(differing(compared)).isEqualTo("on_hand");
    assertThat(onHand()).isEqualTo(6);

    Thread caller = Thread.ofPlatform().start(this::writeAndRead);
    await().atMost(PATIENCE).until(() -> read.get() > 5);
    Said replaced = rebuilt("{}", "live");
    int before = read.get();
    await().atMost(PATIENCE).until(() -> read.get() > before + 5);
    caller.interrupt();
    caller.join();

    assertThat(wrong).isEmpty();
    int generation = replaced.body().at("/rebuild/generation").asInt();
    Said projections = server.get(operator, "/v1/projections");
    assertThat(projections.body().path("generation").asInt()).isEqualTo(generation);
    assertThat(projections.body().has("rebuild")).isFalse();
    // the two tables follow the last write each in its own time
    await().atMost(PATIENCE).until(() -> onHand() == figureOnHand());
  }

  @Test
  void a_request_is_taken_once_and_a_second_one_waits_for_the_first() throws Exception {
    Said first = server.write(operator, "POST", REBUILDS, "{}", "rebuild-1");
    assertThat(first.status()).isEqualTo(202);
    String place = String.valueOf(first.header("Location"));
    Said other = server.write(operator, "POST", REBUILDS, "{}", "rebuild-2");
    assertThat(other.problem()).isEqualTo("/problems/rebuild-running");
    assertThat(server.write(operator, "POST", REBUILDS + "?dryRun=true", "{}").status())
        .isEqualTo(409);
    assertThat(server.get(operator, "/v1/projections").body().at("/rebuild/generation").asInt())
        .isEqualTo(2);

    Said again = server.write(operator, "POST", REBUILDS, "{}", "rebuild-1");
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.whole().body()).isEqualTo(first.whole().body());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(server.write(operator, "POST", REBUILDS, "{\"compare\":true}", "rebuild-1").status())
        .isEqualTo(422);
    awaitState(place, "live");
    assertThat(server.write(operator, "POST", REBUILDS, "{}", "rebuild-2").status()).isEqualTo(202);
    awaitState(REBUILDS + "/3", "live");
    assertThat(server.get(operator, place).body().at("/rebuild/state").asString())
        .isEqualTo("retired");
    assertThat(server.get(operator, REBUILDS + "/9").problem())
        .isEqualTo("/problems/unknown-rebuild");
  }

  private long figureOnHand() throws Exception {
    return server.get(key, ITEM).body().at("/figures/onHand").asLong();
  }

  private Said rebuilt(String body, String state) throws Exception {
    Said taken = server.write(operator, "POST", REBUILDS, body);
    assertThat(taken.status()).as(taken.whole().body()).isEqualTo(202);
    return awaitState(String.valueOf(taken.header("Location")), state);
  }

  private Said awaitState(String place, String state) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> server.get(operator, place),
            said -> said.body().at("/rebuild/state").asString().equals(state));
  }

  private static String differing(Said compared) {
    return String.join(
        " ",
        compared
            .body()
            .at("/rebuild/differences")
            .valueStream()
            .filter(t -> t.path("onlyLive").asLong() + t.path("onlyRebuilt").asLong() > 0)
            .map(t -> t.path("table").asString())
            .toList());
  }

  /** Until interrupted: a unit more, then a look that must know of it. */
  private void writeAndRead() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Said written = server.write(key, "POST", ITEM + "/receive", "{\"quantity\":1}");
        Said seen =
            server.send(
                server
                    .request(key, ITEM)
                    .header(
                        "Ledger-Min-Position", String.valueOf(written.header("Ledger-Position")))
                    .build());
        JsonNode figures = written.body().path("figures");
        if (seen.status() != 200 || !seen.body().path("figures").equals(figures)) {
          wrong.add(written.whole().body() + " was read as " + seen.whole().body());
        }
        read.incrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      wrong.add(e.toString());
    }
  }

  private long onHand() throws Exception {
    return server
        .get(key, "/v1/on-hand?location=REBUILD&sku=COAT")
        .body()
        .at("/items/0/onHand")
        .asLong();
  }

  /** One unit more in one row. */
  private void tamper() throws Exception {
    LedgerDatabase database = server.context().getBean(LedgerDatabase.class);
    await().atMost(PATIENCE).until(() -> onHand() == 5);
    try (Connection connection = database.connect(database.app());
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("update readmodel.on_hand set good = good + 1"))
          .isEqualTo(1);
    }
  }
}
