package io.stockledger.ledger;

import static io.stockledger.ledger.ToyLedger.answer;
import static io.stockledger.ledger.ToyLedger.part;
import static io.stockledger.ledger.ToyLedger.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockledger.ledger.FragileDataSource.HeldCommit;
import io.stockledger.ledger.ToyItem.Add;
import io.stockledger.ledger.ToyItem.Take;
import io.stockledger.ledger.ToyItem.TakeAndFail;
import io.stockledger.ledger.testing.TestPostgres;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The next batch is decided while the one before is being committed; what that may come to. */
class DecidingAheadTest {

  private static final LedgerSettings EVERY_COMMAND_IS_WORTHWHILE =
      new LedgerSettings(
          16,
          100,
          100,
          100,
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ZERO);

  private final TestPostgres postgres = TestPostgres.fresh();
  private final FragileDataSource writes = new FragileDataSource(postgres.app());
  private final Semaphore decided = new Semaphore(0);
  private final ToyLedger toys =
      new ToyLedger(postgres, writes, builder -> builder.settings(EVERY_COMMAND_IS_WORTHWHILE));

  @BeforeEach
  void start() {
    toys.ledger
        .commandBus()
        .registerHandlerInterceptor(
            (unitOfWork, chain) -> {
              Object result = chain.proceed();
              decided.release();
              return result;
            });
    toys.start();
    toys.send(new Add("toy:a", 10)).join();
    toys.send(new Add("toy:b", 10)).join();
    decided.drainPermits();
  }

  @AfterEach
  void close() {
    toys.close();
  }

  private void awaitDecided(int commands) throws InterruptedException {
    assertThat(decided.tryAcquire(commands, 10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void the_next_batch_is_decided_on_what_is_not_yet_durable_and_answered_after_it()
      throws Exception {
    HeldCommit commit = writes.holdNextCommit();
    CompletableFuture<Object> first = toys.sendUnder("k1", new Add("toy:a", 5));
    commit.awaitReached();
    CompletableFuture<Object> taken = toys.sendUnder("k2", new Take("toy:a", 15));
    awaitDecided(2);
    assertThat(first).isNotDone();
    assertThat(taken).isNotDone();
    commit.release();
    assertThat(text(answer(first))).isEqualTo("added from 3");
    assertThat(text(answer(taken))).isEqualTo("taken from 4");
    assertThat(toys.events()).isEqualTo(4);
  }

  @Test
  void a_commit_that_fails_takes_down_what_was_built_on_it_and_both_are_decided_again()
      throws Exception {
    HeldCommit commit = writes.holdNextCommit();
    writes.breakBeforeNextCommit();
    CompletableFuture<Object> first = toys.sendUnder("k1", new Take("toy:a", 7));
    commit.awaitReached();
    CompletableFuture<Object> second = toys.sendUnder("k2", new Take("toy:a", 3));
    CompletableFuture<Object> beside = toys.sendUnder("k3", new Take("toy:b", 10));
    CompletableFuture<Object> thrown = toys.sendUnder("k4", new TakeAndFail("toy:b", 0));
    awaitDecided(3);
    commit.release();
    assertThat(text(answer(first))).isEqualTo("taken from 3");
    assertThat(text(answer(second))).isEqualTo("taken from 4");
    assertThat(text(answer(beside))).isEqualTo("taken from 5");
    assertThatThrownBy(thrown::join).hasMessageContaining("thrown after apply");
    assertThat(writes.broken()).isEqualTo(1);
    assertThat(toys.events()).isEqualTo(5);
    assertThat(toys.send(new Take("toy:a", 1)).join()).isEqualTo("refused at 0");
  }

  @Test
  void a_commit_of_which_nobody_knows_is_found_by_its_receipts_and_what_was_built_on_it_stands()
      throws Exception {
    HeldCommit commit = writes.holdNextCommit();
    writes.breakAfterNextCommit();
    CompletableFuture<Object> first = toys.sendUnder("k1", new Take("toy:a", 7));
    commit.awaitReached();
    CompletableFuture<Object> refused = toys.sendUnder("k2", new Take("toy:a", 7));
    CompletableFuture<Object> taken = toys.sendUnder("k3", new Take("toy:a", 3));
    awaitDecided(3);
    commit.release();
    assertThat(answer(first).replayed()).isTrue();
    assertThat(text(answer(refused))).isEqualTo("refused at 3 from 4");
    assertThat(text(answer(taken))).isEqualTo("taken from 4");
    assertThat(toys.events()).isEqualTo(4);
  }

  @Test
  void commands_together_are_decided_again_whole_when_what_they_were_built_on_is_lost()
      throws Exception {
    HeldCommit commit = writes.holdNextCommit();
    writes.breakBeforeNextCommit();
    CompletableFuture<Object> first = toys.sendUnder("k1", new Take("toy:a", 7));
    commit.awaitReached();
    CompletableFuture<Object> all =
        toys.sendTogether(part("t0", new Take("toy:a", 3)), part("t1", new Take("toy:b", 10)));
    CompletableFuture<Object> refused =
        toys.sendTogether(part("t2", new Add("toy:a", 5)), part("t3", new Take("toy:b", 1)));
    CompletableFuture<Object> after = toys.sendUnder("k2", new Take("toy:a", 1));
    awaitDecided(6);
    commit.release();
    assertThat(text(answer(first))).isEqualTo("taken from 3");
    assertThat(text(answer(all))).isEqualTo("0 taken from 4\n1 taken from 5\n");
    assertThat(text(answer(refused))).isEqualTo("1 refused at 0 from 7\n");
    assertThat(text(answer(after))).isEqualTo("refused at 0 from 6");
    assertThat(toys.events()).isEqualTo(5);
  }

  @Test
  void commands_together_whose_commit_nobody_knows_of_take_effect_once() throws Exception {
    HeldCommit commit = writes.holdNextCommit();
    writes.breakAfterNextCommit();
    CompletableFuture<Object> all =
        toys.sendTogether(part("t0", new Take("toy:a", 3)), part("t1", new Take("toy:b", 4)));
    commit.awaitReached();
    commit.release();
    assertThat(text(answer(all))).isEqualTo("0 taken from 3\n1 taken from 4\n");
    assertThat(toys.events()).isEqualTo(4);
  }

  @Test
  void what_a_stranger_wrote_meanwhile_is_seen_before_anybody_is_refused_or_promised() {
    assertThat(toys.send(new Take("toy:a", 10)).join()).isEqualTo("taken");
    try (ToyLedger stranger = new ToyLedger(postgres).start()) {
      assertThat(stranger.send(new Add("toy:a", 1)).join()).isEqualTo("added");
      assertThat(toys.send(new Take("toy:a", 1)).join()).isEqualTo("taken");
      assertThat(stranger.send(new Take("toy:a", 1)).join()).isEqualTo("refused at 0");
    }
    assertThat(toys.events()).isEqualTo(5);
  }

  @Test
  void a_history_that_is_read_while_its_batch_is_on_its_way_is_whole() throws Exception {
    HeldCommit commit = writes.holdNextCommit();
    CompletableFuture<Object> first = toys.send(new Take("toy:a", 7));
    commit.awaitReached();
    CompletableFuture<Object> length =
        toys.send(new ToyItem.TellLength("toy:a")); // waits for the commit while it is decided
    commit.release();
    assertThat(first.join()).isEqualTo("taken");
    assertThat(length.join()).isEqualTo("2 events");
  }
}
