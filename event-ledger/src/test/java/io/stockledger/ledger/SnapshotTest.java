package io.stockledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stockledger.ledger.ToyItem.Add;
import io.stockledger.ledger.ToyItem.Take;
import io.stockledger.ledger.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A snapshot saves reading, and changes nothing else. */
class SnapshotTest {

  private static final int MANY = 2 * AggregateKind.DEFAULT_SNAPSHOT_THRESHOLD + 10;

  private final TestPostgres postgres = TestPostgres.fresh();
  private final ToyLedger toys = new ToyLedger(postgres).start();

  @AfterEach
  void close() {
    toys.close();
  }

  private void addMany() {
    List<CompletableFuture<Object>> sent = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      sent.add(toys.send(new Add("toy:a", 1)));
    }
    sent.forEach(CompletableFuture::join);
  }

  private String refusalOfANewNode() {
    try (ToyLedger node = new ToyLedger(postgres).start()) {
      return String.valueOf(node.send(new Take("toy:a", 1_000_000)).join());
    }
  }

  @Test
  void a_state_from_a_snapshot_is_the_state_from_all_events() {
    addMany();
    await().until(() -> toys.count("select count(*) from ledger.snapshot") == 1);
    toys.send(new Add("toy:a", 1)).join();
    assertThat(refusalOfANewNode()).isEqualTo("refused at " + (MANY + 1));
    postgres.runAs("ledger_app", "truncate ledger.snapshot");
    assertThat(refusalOfANewNode()).isEqualTo("refused at " + (MANY + 1));
  }

  @Test
  void a_snapshot_is_used() {
    addMany();
    await().until(() -> toys.count("select count(*) from ledger.snapshot") == 1);
    postgres.runAs(
        "ledger_app",
        "update ledger.snapshot set payload = '{\"id\":\"toy:a\",\"onHand\":7}',"
            + " version = "
            + MANY);
    assertThat(refusalOfANewNode()).isEqualTo("refused at 7");
  }

  @Test
  void a_snapshot_that_cannot_be_read_is_ignored() {
    addMany();
    await().until(() -> toys.count("select count(*) from ledger.snapshot") == 1);
    postgres.runAs("ledger_app", "update ledger.snapshot set revision = 99");
    assertThat(refusalOfANewNode()).isEqualTo("refused at " + MANY);
    postgres.runAs("ledger_app", "update ledger.snapshot set revision = 1, payload = '[]'");
    assertThat(refusalOfANewNode()).isEqualTo("refused at " + MANY);
  }
}
