package io.stockledger.ledger;

import static io.stockledger.ledger.ToyLedger.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockledger.ledger.ToyItem.Add;
import io.stockledger.ledger.ToyItem.Take;
import io.stockledger.ledger.testing.TestPostgres;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database fails at the worst moments; no command takes effect twice or is left unanswered. */
class FailingStoreTest {

  private final TestPostgres postgres = TestPostgres.fresh();
  private final FragileDataSource writes = new FragileDataSource(postgres.app());
  private final ToyLedger toys =
      new ToyLedger(postgres, writes, builder -> builder.settings(ToyLedger.QUICK_TO_GIVE_UP));

  @AfterEach
  void close() {
    toys.close();
  }

  @Test
  void a_connection_that_dies_before_the_commit_is_replaced_and_the_batch_runs_again() {
    CompletableFuture<Object> added = toys.sendUnder("k1", new Add("toy:a", 5));
    CompletableFuture<Object> taken = toys.sendUnder("k2", new Take("toy:a", 5));
    CompletableFuture<Object> refused = toys.sendUnder("k3", new Take("toy:a", 1));
    writes.breakBeforeNextCommit();
    toys.start();
    assertThat(answer(added).replayed()).isFalse();
    assertThat(answer(taken).status()).isEqualTo(200);
    assertThat(answer(refused).status()).isEqualTo(409);
    assertThat(writes.broken()).isEqualTo(1);
    assertThat(toys.events()).isEqualTo(2);
  }

  @Test
  void a_connection_that_dies_after_the_commit_does_not_make_the_batch_take_effect_twice() {
    toys.start();
    toys.send(new Add("toy:a", 9)).join();
    writes.breakAfterNextCommit();
    Answer taken = answer(toys.sendUnder("k2", new Take("toy:a", 5)));
    assertThat(writes.broken()).isEqualTo(1);
    assertThat(taken.replayed()).isTrue();
    assertThat(taken.position()).isEqualTo(2);
    assertThat(toys.events()).isEqualTo(2);
    assertThat(toys.send(new Take("toy:a", 5)).join()).isEqualTo("refused at 4");
  }

  @Test
  void a_backend_that_is_killed_while_deciding_is_not_noticed_by_senders() {
    toys.ledger
        .commandBus()
        .registerHandlerInterceptor(
            (unitOfWork, chain) -> {
              if (writes.killOnce()) {
                postgres.runAs(
                    "postgres",
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where usename = 'ledger_app' and datname = current_database()"
                        + " and state like 'idle in transaction%'");
              }
              return chain.proceed();
            });
    toys.start();
    assertThat(toys.send(new Add("toy:a", 5)).join()).isEqualTo("added");
    assertThat(toys.events()).isEqualTo(1);
  }

  @Test
  void while_the_store_is_gone_commands_fail_soon_and_afterwards_they_work_again() {
    toys.start();
    toys.send(new Add("toy:a", 5)).join();
    writes.goAway();
    CompletableFuture<Object> first = toys.sendUnder("k", new Take("toy:a", 5));
    assertThatThrownBy(first::join).hasCauseInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> toys.send(new Take("toy:a", 5)).join())
        .hasCauseInstanceOf(StoreUnavailableException.class);
    writes.comeBack();
    assertThat(answer(toys.sendUnder("k", new Take("toy:a", 5))).status()).isEqualTo(200);
    assertThat(toys.events()).isEqualTo(2);
  }
}
