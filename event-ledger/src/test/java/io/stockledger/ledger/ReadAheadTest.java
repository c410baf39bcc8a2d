package io.stockledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.stockledger.ledger.ToyItem.Add;
import io.stockledger.ledger.ToyItem.Begin;
import io.stockledger.ledger.ToyItem.Take;
import io.stockledger.ledger.ToyItem.TakeAll;
import io.stockledger.ledger.ToyItem.TellLength;
import io.stockledger.ledger.testing.TestPostgres;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Aggregates that a batch will load and that are not in memory are read all at once. */
class ReadAheadTest {

  private static final int SNAPSHOT = AggregateKind.DEFAULT_SNAPSHOT_THRESHOLD;
  private static final int TOO_MANY_TO_READ_AHEAD = 100;
  private static final int ITEMS = 50;

  private final TestPostgres postgres = TestPostgres.fresh();
  private final ToyLedger toys = new ToyLedger(postgres).start();

  @AfterEach
  void close() {
    toys.close();
  }

  private static Collection<Loading> loadings(CommandMessage<?> command) {
    return switch (command.getPayload()) {
      case Add c -> List.of(Loading.of(c.id()));
      case Take c -> List.of(Loading.of(c.id()));
      case Begin c -> List.of(Loading.of(c.id()));
      default -> List.of();
    };
  }

  private void add(String id, int times) {
    List<CompletableFuture<Object>> sent = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      sent.add(toys.send(new Add(id, 1)));
    }
    sent.forEach(CompletableFuture::join);
  }

  /** A node with nothing in memory, whose commands wait until all of them are one batch. */
  private ToyLedger cold(StatementsSeen statements) {
    return new ToyLedger(
        postgres, statements.dataSource(), builder -> builder.loadings(ReadAheadTest::loadings));
  }

  @Test
  void many_items_take_one_statement() {
    for (int i = 0; i < ITEMS; i++) {
      add("toy:" + i, 1);
    }
    StatementsSeen statements = new StatementsSeen(postgres.app());
    try (ToyLedger node = cold(statements)) {
      List<CompletableFuture<Object>> sent = new ArrayList<>();
      for (int i = 0; i < ITEMS; i++) {
        sent.add(node.send(new Take("toy:" + i, 1)));
      }
      node.start();
      sent.forEach(answer -> assertThat(answer.join()).isEqualTo("taken"));
    }
    assertThat(statements.naming("from ledger.event")).hasSizeLessThan(ITEMS / 2);
  }

  @Test
  void many_items_of_one_command_take_one_statement() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      add("toy:" + i, 2);
      ids.add("toy:" + i);
    }
    StatementsSeen statements = new StatementsSeen(postgres.app());
    try (ToyLedger node = new ToyLedger(postgres, statements.dataSource(), builder -> builder)) {
      node.start();
      assertThat(node.send(new TakeAll(ids, 1)).join()).isEqualTo("taken");
      assertThat(statements.naming("as asked (stream)")).hasSize(1);
      assertThat(statements.naming("from ledger.event")).hasSizeLessThan(ITEMS / 2);
      assertThat(node.send(new TakeAll(ids, 1)).join()).isEqualTo("taken");
      assertThat(statements.naming("as asked (stream)")).hasSize(1);
      assertThat(node.send(new Take("toy:0", 1)).join()).isEqualTo("refused at 0");
    }
  }

  @Test
  void a_stream_that_was_read_ahead_is_the_stream_that_there_is() {
    add("toy:short", 3);
    add("toy:long", TOO_MANY_TO_READ_AHEAD);
    add("toy:snapshot", SNAPSHOT);
    add("toy:behind", SNAPSHOT);
    await().until(() -> toys.count("select count(*) from ledger.snapshot") == 2);
    add("toy:behind", 2);
    try (ToyLedger node = cold(new StatementsSeen(postgres.app()))) {
      CompletableFuture<Object> none = node.send(new Take("toy:none", 1_000));
      CompletableFuture<Object> few = node.send(new Take("toy:short", 1_000));
      CompletableFuture<Object> many = node.send(new Take("toy:long", 1_000));
      CompletableFuture<Object> snapshot = node.send(new Take("toy:snapshot", 1_000));
      CompletableFuture<Object> behind = node.send(new Take("toy:behind", 1_000));
      CompletableFuture<Object> whole = node.send(new TellLength("toy:behind"));
      CompletableFuture<Object> more = node.send(new Add("toy:behind", 1));
      CompletableFuture<Object> again = node.send(new Take("toy:behind", 1_000));
      CompletableFuture<Object> begun = node.send(new Begin("toy:new"));
      CompletableFuture<Object> twice = node.send(new Begin("toy:short"));
      CompletableFuture<Object> once = node.send(new Begin("toy:snapshot"));
      node.start();
      assertThat(none.join()).isEqualTo("refused at 0");
      assertThat(few.join()).isEqualTo("refused at 3");
      assertThat(many.join()).isEqualTo("refused at " + TOO_MANY_TO_READ_AHEAD);
      assertThat(snapshot.join()).isEqualTo("refused at " + SNAPSHOT);
      assertThat(behind.join()).isEqualTo("refused at " + (SNAPSHOT + 2));
      assertThat(whole.join()).isEqualTo((SNAPSHOT + 2) + " events");
      assertThat(more.join()).isEqualTo("added");
      assertThat(again.join()).isEqualTo("refused at " + (SNAPSHOT + 3));
      assertThat(begun.join()).isEqualTo("begun");
      assertThatThrownBy(twice::join).hasMessageContaining("there is a toy:short already");
      assertThatThrownBy(once::join).hasMessageContaining("there is a toy:snapshot already");
    }
  }

  @Test
  void what_a_stranger_writes_after_it_was_read_is_seen() {
    add("toy:a", 1);
    try (ToyLedger node = cold(new StatementsSeen(postgres.app())).start()) {
      assertThat(node.send(new Take("toy:a", 2)).join()).isEqualTo("refused at 1");
      add("toy:a", 1);
      assertThat(node.send(new Take("toy:a", 2)).join()).isEqualTo("taken");
    }
  }

  @Test
  void what_is_asked_for_otherwise_is_read_only_where_the_first_is_not_in_memory() {
    add("toy:a", 1);
    StatementsSeen statements = new StatementsSeen(postgres.app());
    try (ToyLedger node =
        new ToyLedger(
            postgres,
            statements.dataSource(),
            builder ->
                builder.loadings(command -> List.of(new Loading("toy:a", List.of("toy:other")))))) {
      node.start();
      node.send(new Add("toy:a", 1)).join();
      long read = statements.naming("as asked (stream)").size();
      assertThat(read).isEqualTo(1);
      node.send(new Add("toy:a", 1)).join();
      assertThat(statements.naming("as asked (stream)")).hasSize(1);
    }
  }
}
