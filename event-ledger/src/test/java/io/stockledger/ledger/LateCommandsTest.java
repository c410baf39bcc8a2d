package io.stockledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockledger.ledger.ToyItem.Add;
import io.stockledger.ledger.ToyItem.Take;
import io.stockledger.ledger.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What takes longer than a transaction may is ended by the database, each time anew. */
class LateCommandsTest {
  private static final String SEARCH = "search";

  private static final LedgerSettings IMPATIENT =
      new LedgerSettings(
          512,
          10_000,
          100,
          1_000,
          Duration.ofMillis(100),
          Duration.ofMillis(400),
          Duration.ofSeconds(1),
          Duration.ZERO);

  private final TestPostgres postgres = TestPostgres.fresh();
  private final ToyLedger toys =
      new ToyLedger(postgres, postgres.app(), builder -> builder.settings(IMPATIENT));

  LateCommandsTest() {
    toys.ledger
        .commandBus()
        .subscribe(SEARCH, message -> toys.ledger.claims().openTouching("toy:", 1).size());
  }

  @AfterEach
  void close() {
    toys.close();
  }

  private Connection locking(String table) throws SQLException {
    Connection connection = postgres.superuser().getConnection();
    connection.setAutoCommit(false);
    connection
        .createStatement()
        .execute("lock table ledger." + table + " in access exclusive mode");
    return connection;
  }

  @Test
  void one_that_takes_too_long_fails_alone() throws Exception {
    CompletableFuture<Object> added = toys.send(new Add("toy:a", 5));
    CompletableFuture<Object> late = toys.sendNamed(SEARCH);
    CompletableFuture<Object> taken = toys.send(new Take("toy:a", 5));
    try (Connection held = locking("claim")) {
      toys.start();
      assertThat(added.join()).isEqualTo("added");
      assertThatThrownBy(late::join).hasCauseInstanceOf(StoreUnavailableException.class);
      assertThat(taken.join()).isEqualTo("taken");
      CompletableFuture<Object> again = toys.sendNamed(SEARCH);
      CompletableFuture<Object> beside = toys.send(new Add("toy:b", 1));
      assertThatThrownBy(again::join).hasCauseInstanceOf(StoreUnavailableException.class);
      assertThat(beside.join()).isEqualTo("added");
      held.rollback();
    }
    assertThat(toys.sendNamed(SEARCH).join()).isEqualTo(0);
    assertThat(toys.events()).isEqualTo(3);
  }

  @Test
  void a_database_that_is_slow_with_everything_is_given_up_soon() throws Exception {
    List<CompletableFuture<Object>> sent =
        List.of(
            toys.send(new Add("toy:a", 1)),
            toys.send(new Add("toy:b", 1)),
            toys.send(new Add("toy:c", 1)),
            toys.send(new Add("toy:d", 1)));
    try (Connection held = locking("event")) {
      toys.start();
      for (CompletableFuture<Object> one : sent) {
        assertThatThrownBy(one::join).hasCauseInstanceOf(StoreUnavailableException.class);
      }
      held.rollback();
    }
    assertThat(toys.send(new Add("toy:a", 1)).join()).isEqualTo("added");
    assertThat(toys.events()).isEqualTo(1);
  }
}
