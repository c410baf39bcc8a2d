package io.stockledger.ledger;

import static io.stockledger.ledger.ToyLedger.answer;
import static io.stockledger.ledger.ToyLedger.part;
import static io.stockledger.ledger.ToyLedger.text;
import static io.stockledger.ledger.ToyLedger.under;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockledger.ledger.ToyItem.Add;
import io.stockledger.ledger.ToyItem.Begin;
import io.stockledger.ledger.ToyItem.Take;
import io.stockledger.ledger.ToyItem.TakeAndFail;
import io.stockledger.ledger.testing.TestPostgres;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands that take effect together or not at all. */
class DecidingTogetherTest {

  private final ToyLedger toys = new ToyLedger(TestPostgres.fresh());

  @AfterEach
  void close() {
    toys.close();
  }

  @Test
  void each_sees_what_those_before_it_did() {
    toys.start();
    Answer all =
        answer(
            toys.sendTogetherUnder(
                "all",
                part("k0", new Add("toy:a", 5)),
                part("k1", new Take("toy:a", 3)),
                part("k2", new Take("toy:a", 2))));
    assertThat(all.status()).isEqualTo(200);
    assertThat(text(all)).isEqualTo("0 added from 1\n1 taken from 2\n2 taken from 3\n");
    assertThat(all.position()).isEqualTo(3);
    assertThat(toys.send(new Take("toy:a", 1)).join()).isEqualTo("refused at 0");
  }

  @Test
  void one_refusal_refuses_all_and_every_refusal_is_told() {
    toys.start();
    toys.send(new Add("toy:a", 4)).join();
    Answer all =
        answer(
            toys.sendTogetherUnder(
                "all",
                part("k0", new Take("toy:a", 3)),
                part("k1", new Take("toy:a", 3)),
                part("k2", new Add("toy:new", 1)),
                part("k3", new Take("toy:new", 2))));
    assertThat(all.status()).isEqualTo(409);
    assertThat(text(all)).isEqualTo("1 refused at 1 from 3\n3 refused at 1 from 4\n");
    assertThat(all.position()).isEqualTo(1);
    assertThat(toys.events()).isEqualTo(1);
    assertThat(toys.send(new Take("toy:a", 4)).join()).isEqualTo("taken");
    assertThat(toys.send(new Take("toy:new", 1)).join()).isEqualTo("refused at 0");
  }

  @Test
  void what_was_taken_back_is_not_in_a_history_read_behind_it() {
    CompletableFuture<Object> added = toys.send(new Add("toy:a", 5));
    CompletableFuture<Object> refused =
        toys.sendTogether(part("k0", new Add("toy:a", 1)), part("k1", new Take("toy:b", 1)));
    CompletableFuture<Object> length = toys.send(new ToyItem.TellLength("toy:a"));
    CompletableFuture<Object> next = toys.send(new Add("toy:a", 1));
    toys.start();
    assertThat(added.join()).isEqualTo("added");
    assertThat(answer(refused).status()).isEqualTo(409);
    assertThat(length.join()).isEqualTo("1 events");
    assertThat(next.join()).isEqualTo("added");
  }

  @Test
  void one_that_throws_leaves_no_trace_of_the_others_and_neighbours_are_right() {
    CompletableFuture<Object> before = toys.sendUnder("before", new Add("toy:a", 5));
    CompletableFuture<Object> thrown =
        toys.sendTogetherUnder(
            "all",
            part("k0", new Take("toy:a", 1)),
            part("k1", new Add("toy:b", 7)),
            part("k2", new TakeAndFail("toy:a", 2)),
            part("k3", new Take("toy:a", 1)));
    CompletableFuture<Object> after = toys.sendUnder("after", new Take("toy:a", 5));
    toys.start();
    assertThat(text(answer(before))).isEqualTo("added from 1");
    assertThatThrownBy(thrown::join).hasRootCauseMessage("thrown after apply");
    assertThat(text(answer(after))).isEqualTo("taken from 2");
    assertThat(toys.events()).isEqualTo(2);
    assertThat(toys.count("select count(*) from ledger.receipt")).isEqualTo(2);
    assertThat(toys.send(new Take("toy:b", 1)).join()).isEqualTo("refused at 0");
  }

  @Test
  void an_answer_that_cannot_be_encoded_takes_all_back() {
    toys.start();
    Map<String, String> unspeakable = new HashMap<>(under("all", "x"));
    unspeakable.put("unspeakable", "yes");
    CommandsTogether one = new CommandsTogether(List.of(part("k0", new Add("toy:a", 5))));
    assertThatThrownBy(() -> toys.send(one, unspeakable).join()).hasRootCauseMessage("no words");
    assertThat(toys.events()).isZero();
    assertThat(toys.send(new Take("toy:a", 5)).join()).isEqualTo("refused at 0");
  }

  @Test
  void the_whole_and_each_is_remembered_under_its_key() {
    toys.start();
    Answer first = all(5);
    Answer again = all(5);
    assertThat(again.replayed()).isTrue();
    assertThat(text(again)).isEqualTo(text(first));
    assertThat(answer(toys.sendUnder("k1", new Take("toy:a", 5))).replayed()).isTrue();
    assertThatThrownBy(() -> all(4)).hasCauseInstanceOf(KeyReusedException.class);
    assertThat(toys.events()).isEqualTo(2);
    assertThat(toys.count("select count(*) from ledger.receipt")).isEqualTo(3);
  }

  private Answer all(long taken) {
    return answer(
        toys.sendTogetherUnder(
            "all", part("k0", new Add("toy:a", 5)), part("k1", new Take("toy:a", taken))));
  }

  @Test
  void a_refusal_is_remembered_under_the_key_of_the_whole_and_leaves_the_others_free() {
    toys.start();
    Answer first = all(6);
    toys.send(new Add("toy:a", 50)).join();
    Answer again = all(6);
    assertThat(first.status()).isEqualTo(409);
    assertThat(again.replayed()).isTrue();
    assertThat(text(again)).isEqualTo(text(first));
    assertThat(answer(toys.sendUnder("k1", new Take("toy:a", 6))).status()).isEqualTo(200);
  }

  @Test
  void without_a_key_of_the_whole_a_repeat_is_told_the_same_by_the_keys_of_its_parts() {
    toys.start();
    CommandMessage<?> added = part("k0", new Add("toy:a", 5));
    CommandMessage<?> tooMany = part("k1", new Take("toy:a", 6));
    Answer refused = answer(toys.sendTogether(added, tooMany));
    toys.send(new Add("toy:a", 50)).join();
    Answer refusedAgain = answer(toys.sendTogether(added, tooMany));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(text(refusedAgain)).isEqualTo(text(refused));
    assertThat(refusedAgain.replayed()).isTrue();
    CommandMessage<?> taken = part("k2", new Take("toy:a", 6));
    Answer done = answer(toys.sendTogether(added, taken));
    Answer doneAgain = answer(toys.sendTogether(added, taken));
    assertThat(done.status()).isEqualTo(200);
    assertThat(text(doneAgain)).isEqualTo(text(done));
    assertThat(doneAgain.replayed()).isTrue();
    assertThat(doneAgain.position()).isEqualTo(done.position());
    assertThat(toys.events()).isEqualTo(3);
  }

  @Test
  void a_command_that_was_answered_before_is_not_decided_again() {
    toys.start();
    toys.sendUnder("k0", new Add("toy:a", 5)).join();
    Answer all = all(5);
    assertThat(text(all)).isEqualTo("0 added from 1\n1 taken from 2\n");
    assertThat(all.replayed()).isFalse();
    assertThat(toys.events()).isEqualTo(2);
  }

  @Test
  void the_same_command_twice_under_one_key_takes_effect_once() {
    toys.start();
    CommandMessage<?> added = part("k0", new Add("toy:a", 5));
    Answer all = answer(toys.sendTogether(added, added, part("k1", new Take("toy:a", 5))));
    assertThat(text(all)).isEqualTo("0 added from 1\n1 added from 1\n2 taken from 2\n");
    assertThat(toys.events()).isEqualTo(2);
    assertThatThrownBy(
            () ->
                toys.sendTogether(part("k7", new Add("toy:a", 5)), part("k7", new Add("toy:a", 6)))
                    .join())
        .hasCauseInstanceOf(KeyReusedException.class);
    assertThat(toys.events()).isEqualTo(2);
  }

  @Test
  void its_keys_are_in_flight_until_it_is_answered() {
    CompletableFuture<Object> all = toys.sendTogether(part("k0", new Add("toy:a", 5)));
    CompletableFuture<Object> second = toys.sendUnder("k0", new Add("toy:a", 5));
    CompletableFuture<Object> third =
        toys.sendTogether(part("k9", new Add("toy:a", 1)), part("k0", new Add("toy:a", 5)));
    assertThatThrownBy(second::join).hasCauseInstanceOf(KeyInFlightException.class);
    assertThatThrownBy(third::join).hasCauseInstanceOf(KeyInFlightException.class);
    toys.start();
    all.join();
    assertThat(answer(toys.sendUnder("k9", new Add("toy:a", 1))).replayed()).isFalse();
  }

  @Test
  void a_dry_run_is_decided_together_and_writes_nothing() {
    toys.start();
    Answer tried =
        answer(
            toys.send(
                new CommandsTogether(List.of(dry(new Add("toy:a", 5)), dry(new Take("toy:a", 5)))),
                DRY));
    assertThat(tried.status()).isEqualTo(200);
    assertThat(text(tried)).isEqualTo("0 added from 1\n1 taken from 2\n");
    assertThat(tried.position()).isZero();
    assertThat(toys.events()).isZero();
    assertThat(toys.send(new Take("toy:a", 1)).join()).isEqualTo("refused at 0");
  }

  private static final Map<String, String> DRY =
      Map.of(CommandMetadata.CLIENT, "c", CommandMetadata.DRY_RUN, "true");

  private static CommandMessage<?> dry(Object command) {
    return GenericCommandMessage.asCommandMessage(command).withMetaData(DRY);
  }

  @Test
  void each_is_handled_as_a_message_of_its_own_behind_the_interceptors() {
    List<String> seen = new ArrayList<>();
    toys.ledger
        .commandBus()
        .registerHandlerInterceptor(
            (unitOfWork, chain) -> {
              seen.add(told(unitOfWork) + " in phase " + unitOfWork.phase());
              unitOfWork.afterCommit(done -> seen.add(told(done) + " is durable"));
              assertThat(CurrentUnitOfWork.get().root()).isSameAs(unitOfWork);
              return chain.proceed();
            });
    CompletableFuture<Object> all =
        toys.sendTogether(part("k0", new Begin("toy:a")), part("k1", new Add("toy:a", 1)));
    toys.start();
    all.join();
    assertThat(seen)
        .containsExactly(
            "Begin k0 in phase STARTED",
            "Add k1 in phase STARTED",
            "Begin k0 is durable",
            "Add k1 is durable");
  }

  private static String told(UnitOfWork<? extends CommandMessage<?>> unitOfWork) {
    CommandMessage<?> message = unitOfWork.getMessage();
    return message.getPayloadType().getSimpleName()
        + " "
        + message.getMetaData().get(CommandMetadata.KEY);
  }

  @Test
  void the_unit_of_work_of_one_that_is_taken_back_is_rolled_back() {
    List<String> seen = new ArrayList<>();
    toys.ledger
        .commandBus()
        .registerHandlerInterceptor(
            (unitOfWork, chain) -> {
              unitOfWork.onRollback(undone -> seen.add(told(undone)));
              return chain.proceed();
            });
    toys.start();
    all(6);
    assertThat(seen).containsExactly("Take k1", "Add k0");
  }

  @Test
  void whatever_is_sent_comes_to_what_a_sheet_of_paper_says() {
    long seed = 20_261_123L;
    Random chance = new Random(seed);
    toys.start();
    Map<String, Long> paper = new HashMap<>();
    for (int round = 0; round < 200; round++) {
      List<CommandMessage<?>> parts = new ArrayList<>();
      Map<String, Long> draft = new HashMap<>(paper);
      boolean refused = false;
      for (int i = chance.nextInt(1, 8); i > 0; i--) {
        String id = "toy:" + chance.nextInt(3);
        long quantity = chance.nextInt(1, 6);
        boolean add = chance.nextInt(5) < 2;
        long onHand = draft.getOrDefault(id, 0L);
        parts.add(
            part(round + ":" + parts.size(), add ? new Add(id, quantity) : new Take(id, quantity)));
        if (!add && onHand < quantity) {
          refused = true;
        } else {
          draft.put(id, add ? onHand + quantity : onHand - quantity);
        }
      }
      Answer answer = answer(toys.sendTogether(parts.toArray(CommandMessage<?>[]::new)));
      assertThat(answer.status())
          .as("seed %d, round %d", seed, round)
          .isEqualTo(refused ? 409 : 200);
      paper = refused ? paper : draft;
    }
    for (Map.Entry<String, Long> item : paper.entrySet()) {
      assertThat(toys.send(new Take(item.getKey(), 1_000_000)).join())
          .isEqualTo("refused at " + item.getValue());
    }
  }

  @Test
  void one_without_a_handler_is_the_failure_of_all() {
    toys.start();
    CompletableFuture<Object> all =
        toys.sendTogether(part("k0", new Add("toy:a", 1)), part("k1", "nobody's command"));
    assertThatThrownBy(all::join).hasCauseInstanceOf(NoHandlerForCommandException.class);
    assertThat(toys.events()).isZero();
  }
}
