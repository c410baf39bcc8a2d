package io.stockledger.ledger;

import static io.stockledger.ledger.ToyLedger.answer;
import static io.stockledger.ledger.ToyLedger.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockledger.ledger.ToyItem.Add;
import io.stockledger.ledger.ToyItem.Take;
import io.stockledger.ledger.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A command under a key takes effect once, and is answered with the same bytes ever after. */
class RememberedAnswerTest {

  private final ToyLedger toys = new ToyLedger(TestPostgres.fresh());

  @AfterEach
  void close() {
    toys.close();
  }

  @Test
  void a_repeat_gets_the_first_answer() {
    toys.start();
    Answer first = answer(toys.sendUnder("k", new Add("toy:a", 5)));
    toys.send(new Add("toy:b", 1)).join();
    Answer again = answer(toys.sendUnder("k", new Add("toy:a", 5)));
    assertThat(first.replayed()).isFalse();
    assertThat(again.replayed()).isTrue();
    assertThat(again.status()).isEqualTo(first.status());
    assertThat(text(again)).isEqualTo(text(first));
    assertThat(again.position()).isEqualTo(1);
    assertThat(toys.events()).isEqualTo(2);
  }

  @Test
  void a_refusal_is_remembered_too() {
    toys.start();
    Answer refused = answer(toys.sendUnder("k", new Take("toy:a", 5)));
    toys.send(new Add("toy:a", 5)).join();
    Answer again = answer(toys.sendUnder("k", new Take("toy:a", 5)));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.replayed()).isTrue();
  }

  @Test
  void a_key_is_not_for_another_request() {
    toys.start();
    toys.sendUnder("k", new Add("toy:a", 5)).join();
    assertThatThrownBy(() -> toys.sendUnder("k", new Add("toy:a", 6)).join())
        .hasCauseInstanceOf(KeyReusedException.class);
    assertThat(toys.events()).isEqualTo(1);
  }

  @Test
  void a_key_that_is_in_flight_is_not_taken_again() {
    CompletableFuture<Object> first = toys.sendUnder("k", new Add("toy:a", 5));
    CompletableFuture<Object> second = toys.sendUnder("k", new Add("toy:a", 5));
    assertThatThrownBy(second::join).hasCauseInstanceOf(KeyInFlightException.class);
    toys.start();
    first.join();
    assertThat(answer(toys.sendUnder("k", new Add("toy:a", 5))).replayed()).isTrue();
    assertThat(toys.events()).isEqualTo(1);
  }

  @Test
  void a_node_that_starts_later_remembers() {
    toys.start();
    toys.sendUnder("k", new Add("toy:a", 5)).join();
    toys.close();
    try (ToyLedger later = new ToyLedger(toys.postgres).start()) {
      assertThat(answer(later.sendUnder("k", new Add("toy:a", 5))).replayed()).isTrue();
      assertThat(later.events()).isEqualTo(1);
    }
  }

  @Test
  void the_outcome_can_be_asked_for() {
    toys.start();
    toys.sendUnder("k", new Add("toy:a", 5)).join();
    Receipt receipt = toys.ledger.receipts().find("c", "k").receipt();
    assertThat(receipt)
        .isNotNull()
        .extracting(Receipt::answer)
        .isEqualTo("added from 1".getBytes(StandardCharsets.UTF_8));
    ReceiptLookup missing = toys.ledger.receipts().find("c", "other");
    assertThat(missing.receipt()).isNull();
    assertThat(missing.position()).isEqualTo(1);
  }

  @Test
  void the_keeper_deletes_what_is_old() throws SQLException {
    toys.start();
    toys.sendUnder("k", new Add("toy:a", 5)).join();
    LedgerKeeper keeper = new LedgerKeeper(toys.postgres.keeper());
    assertThat(keeper.deleteExpired(Instant.now().minusSeconds(60))).isZero();
    assertThat(keeper.deleteExpired(Instant.now().plusSeconds(60))).isEqualTo(1);
    assertThat(toys.ledger.receipts().find("c", "k").receipt()).isNull();
  }
}
