package io.stockledger.ledger;

import static io.stockledger.ledger.ToyLedger.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockledger.ledger.ToyItem.Add;
import io.stockledger.ledger.ToyItem.Begin;
import io.stockledger.ledger.ToyItem.Take;
import io.stockledger.ledger.ToyItem.TakeAll;
import io.stockledger.ledger.ToyItem.TakeAndFail;
import io.stockledger.ledger.testing.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Commands are sent before the decider starts where it matters that they share a batch: what waits
 * then is one.
 */
class DecidingTest {

  private final ToyLedger toys = new ToyLedger(TestPostgres.fresh());

  @AfterEach
  void close() {
    toys.close();
  }

  @Test
  void it_decides_from_its_start_to_its_end() {
    assertThat(toys.ledger.isDeciding()).isFalse();
    toys.start();
    assertThat(toys.ledger.isDeciding()).isTrue();
    toys.close();
    assertThat(toys.ledger.isDeciding()).isFalse();
  }

  @Test
  void commands_of_a_batch_see_each_other() {
    CompletableFuture<Object> added = toys.send(new Add("toy:a", 5));
    CompletableFuture<Object> taken = toys.send(new Take("toy:a", 3));
    CompletableFuture<Object> refused = toys.send(new Take("toy:a", 3));
    toys.start();
    assertThat(added.join()).isEqualTo("added");
    assertThat(taken.join()).isEqualTo("taken");
    assertThat(refused.join()).isEqualTo("refused at 2");
    assertThat(toys.events()).isEqualTo(2);
  }

  @Test
  void a_command_that_throws_after_apply_leaves_no_trace_and_its_neighbours_are_right() {
    CompletableFuture<Object> added = toys.send(new Add("toy:a", 5));
    CompletableFuture<Object> thrown = toys.send(new TakeAndFail("toy:a", 4));
    CompletableFuture<Object> taken = toys.send(new Take("toy:a", 4));
    toys.start();
    assertThat(added.join()).isEqualTo("added");
    assertThatThrownBy(thrown::join).hasRootCauseMessage("thrown after apply");
    assertThat(taken.join()).isEqualTo("taken");
    assertThat(toys.count("select max(version) from ledger.event")).isEqualTo(2);
    assertThat(toys.send(new Take("toy:a", 2)).join()).isEqualTo("refused at 1");
  }

  @Test
  void a_refused_command_on_a_new_item_leaves_no_trace() {
    toys.start();
    assertThat(toys.send(new Take("toy:new", 1)).join()).isEqualTo("refused at 0");
    assertThat(toys.events()).isZero();
    assertThat(toys.send(new Add("toy:new", 1)).join()).isEqualTo("added");
    assertThat(toys.send(new Take("toy:new", 1)).join()).isEqualTo("taken");
  }

  @Test
  void a_command_over_several_items_is_all_or_nothing() {
    toys.start();
    toys.send(new Add("toy:a", 5)).join();
    toys.send(new Add("toy:b", 1)).join();
    CompletableFuture<Object> impossible = toys.send(new TakeAll(List.of("toy:a", "toy:b"), 2));
    assertThatThrownBy(impossible::join).hasRootCauseMessage("toy:b refused at 1");
    assertThat(toys.events()).isEqualTo(2);
    assertThat(toys.send(new TakeAll(List.of("toy:a", "toy:b"), 1)).join()).isEqualTo("taken");
    assertThat(toys.send(new Take("toy:a", 5)).join()).isEqualTo("refused at 4");
    assertThat(toys.send(new Take("toy:b", 1)).join()).isEqualTo("refused at 0");
  }

  @Test
  void the_same_item_twice_in_a_command_is_the_same_instance() {
    toys.start();
    toys.send(new Add("toy:a", 3)).join();
    CompletableFuture<Object> twice = toys.send(new TakeAll(List.of("toy:a", "toy:a"), 2));
    assertThatThrownBy(twice::join).hasRootCauseMessage("toy:a refused at 1");
  }

  @Test
  void what_exists_cannot_begin_again() {
    toys.start();
    assertThat(toys.send(new Begin("toy:a")).join()).isEqualTo("begun");
    assertThatThrownBy(() -> toys.send(new Begin("toy:a")).join())
        .hasCauseInstanceOf(AggregateStreamCreationException.class);
    assertThat(toys.events()).isEqualTo(1);
  }

  @Test
  void what_is_missing_cannot_be_loaded() {
    toys.start();
    assertThatThrownBy(() -> toys.send(new TakeAndFail("toy:none", 1)).join())
        .hasCauseInstanceOf(AggregateNotFoundException.class);
    assertThatThrownBy(() -> toys.send("nobody's command").join())
        .hasCauseInstanceOf(NoHandlerForCommandException.class);
  }

  @Test
  void an_answer_that_cannot_be_encoded_takes_its_events_along() {
    CompletableFuture<Object> added = toys.send(new Add("toy:a", 5));
    CompletableFuture<Object> unspeakable =
        toys.send(new Take("toy:a", 5), Map.of(CommandMetadata.CLIENT, "c", "unspeakable", "yes"));
    CompletableFuture<Object> taken = toys.send(new Take("toy:a", 5));
    toys.start();
    added.join();
    assertThatThrownBy(unspeakable::join).hasRootCauseMessage("no words");
    assertThat(taken.join()).isEqualTo("taken");
    assertThat(toys.events()).isEqualTo(2);
  }

  @Test
  void positions_are_those_of_the_commands_own_events_or_of_the_head() {
    CompletableFuture<Object> added = toys.sendUnder("k1", new Add("toy:a", 5));
    CompletableFuture<Object> refused = toys.sendUnder("k2", new Take("toy:a", 9));
    CompletableFuture<Object> taken = toys.sendUnder("k3", new Take("toy:a", 5));
    toys.start();
    assertThat(answer(added).position()).isEqualTo(1);
    assertThat(answer(refused).position()).isEqualTo(1);
    assertThat(answer(taken).position()).isEqualTo(2);
    assertThat(ToyLedger.text(answer(taken))).isEqualTo("taken from 2");
  }

  @Test
  void a_dry_run_is_decided_and_writes_nothing() {
    toys.start();
    toys.send(new Add("toy:a", 5)).join();
    Map<String, String> dryRun =
        Map.of(CommandMetadata.CLIENT, "c", CommandMetadata.DRY_RUN, "true");
    Answer tried = answer(toys.send(new Take("toy:a", 5), dryRun));
    assertThat(tried.status()).isEqualTo(200);
    assertThat(tried.position()).isEqualTo(1);
    assertThat(toys.events()).isEqualTo(1);
    assertThat(toys.count("select count(*) from ledger.receipt")).isZero();
    assertThat(toys.send(new Take("toy:a", 5)).join()).isEqualTo("taken");
  }

  @Test
  void a_conflict_is_the_failure_of_its_command_only() {
    toys.ledger
        .commandBus()
        .subscribe(
            "jump",
            message -> {
              toys.ledger
                  .store()
                  .publish(
                      new GenericDomainEventMessage<>(
                          "toy", "toy:a", 1, new ToyItem.Taken("toy:a", 1)));
              return "jumped";
            });
    CompletableFuture<Object> added = toys.send(new Add("toy:a", 5));
    CompletableFuture<Object> taken = toys.send(new Take("toy:a", 1));
    CompletableFuture<Object> jumped = toys.sendNamed("jump");
    CompletableFuture<Object> after = toys.send(new Take("toy:a", 1));
    toys.start();
    added.join();
    assertThat(taken.join()).isEqualTo("taken");
    assertThatThrownBy(jumped::join).hasCauseInstanceOf(ConcurrencyException.class);
    assertThat(after.join()).isEqualTo("taken");
    assertThat(toys.events()).isEqualTo(3);
  }

  @Test
  void a_queue_that_is_full_refuses_and_a_closed_one_answers_what_it_took() {
    LedgerSettings one =
        new LedgerSettings(
            1,
            2,
            100,
            100,
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ZERO);
    ToyLedger small =
        new ToyLedger(toys.postgres, toys.postgres.app(), builder -> builder.settings(one));
    CompletableFuture<Object> first = small.send(new Add("toy:a", 1));
    CompletableFuture<Object> second = small.send(new Add("toy:a", 1));
    CompletableFuture<Object> third = small.send(new Add("toy:a", 1));
    assertThatThrownBy(third::join).hasCauseInstanceOf(OverloadedException.class);
    small.start().close();
    assertThat(first.join()).isEqualTo("added");
    assertThat(second.join()).isEqualTo("added");
    assertThatThrownBy(() -> small.send(new Add("toy:a", 1)).join())
        .hasCauseInstanceOf(ShuttingDownException.class);
  }
}
