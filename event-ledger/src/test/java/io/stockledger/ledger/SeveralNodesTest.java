package io.stockledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.ledger.ToyItem.Add;
import io.stockledger.ledger.ToyItem.Look;
import io.stockledger.ledger.ToyItem.Take;
import io.stockledger.ledger.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes write to the same items of one database. */
class SeveralNodesTest {

  private static final int ITEMS = 5;
  private static final int ON_HAND = 200;

  private final TestPostgres postgres = TestPostgres.fresh();
  private final ToyLedger one = new ToyLedger(postgres).start();
  private final ToyLedger other = new ToyLedger(postgres).start();

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void neither_oversells_nor_refuses_what_is_there() {
    for (int item = 0; item < ITEMS; item++) {
      one.send(new Add("toy:" + item, ON_HAND)).join();
    }
    List<CompletableFuture<Object>> sent = new ArrayList<>();
    for (int round = 0; round < ON_HAND; round++) {
      for (int item = 0; item < ITEMS; item++) {
        ToyLedger node = (round + item) % 2 == 0 ? one : other;
        sent.add(node.send(new Take("toy:" + item, 1)));
      }
      if (round % 20 == 0) {
        sent.getLast().join(); // or each node would decide all of its commands in one batch
      }
    }
    assertThat(sent).allSatisfy(answer -> assertThat(answer.join()).isEqualTo("taken"));
    for (int item = 0; item < ITEMS; item++) {
      assertThat(one.send(new Take("toy:" + item, 1)).join()).isEqualTo("refused at 0");
      assertThat(other.send(new Take("toy:" + item, 1)).join()).isEqualTo("refused at 0");
    }
    long events = ITEMS * (ON_HAND + 1L);
    assertThat(one.events()).isEqualTo(events);
    assertThat(one.count("select max(position) from ledger.event")).isEqualTo(events);
    assertThat(one.count("select max(version) from ledger.event")).isEqualTo(ON_HAND + 1);
  }

  @Test
  void who_looked_in_vain_is_not_asked_for_again_until_the_other_node_makes_it() {
    one.send(new Add("toy:b", 1)).join();
    StatementsSeen statements = new StatementsSeen(postgres.app());
    try (ToyLedger third = new ToyLedger(postgres, statements.dataSource(), builder -> builder)) {
      third.start();
      third.send(new Add("toy:b", 1)).join(); // from here on it knows where the ledger is
      assertThat(third.send(new Look("toy:a")).join()).isEqualTo("nothing");
      int looked = statements.naming("where stream = ?").size();
      assertThat(third.send(new Look("toy:a")).join()).isEqualTo("nothing");
      assertThat(statements.naming("where stream = ?")).hasSize(looked);

      other.send(new Add("toy:a", 7)).join();
      assertThat(third.send(new Take("toy:b", 1)).join()).isEqualTo("taken");
      assertThat(third.send(new Look("toy:a")).join()).isEqualTo("7 there");
    }
  }

  @Test
  void a_reader_hears_of_the_other_nodes_commits() throws InterruptedException {
    try (TrackingEventStream stream = one.ledger.store().openStream(null)) {
      for (int i = 1; i <= 3; i++) {
        other.send(new Add("toy:a", i)).join();
        assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
        TrackedEventMessage<?> event = stream.nextAvailable();
        assertThat(event.trackingToken().position()).hasValue(i);
      }
    }
  }
}
