package io.stockledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockledger.ledger.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database itself keeps history as it is, whoever asks. */
class HistoryTest {

  private static final TestPostgres POSTGRES = TestPostgres.fresh();

  @BeforeAll
  static void writeAnEntry() {
    POSTGRES.runAs(
        "ledger_app",
        "insert into ledger.event values"
            + " (1, 's', 1, gen_random_uuid(), 't', 1, now(), now(), '{}', '{}')");
  }

  @ParameterizedTest
  @CsvSource({
    "ledger_app, update ledger.event set type = 'x'",
    "ledger_app, delete from ledger.event",
    "ledger_app, truncate ledger.event",
    "ledger_keeper, update ledger.event set type = 'x'",
    "ledger_keeper, delete from ledger.event",
    "ledger_keeper, truncate ledger.event",
    "ledger_owner, update ledger.event set type = 'x'",
    "ledger_owner, delete from ledger.event",
    "ledger_owner, truncate ledger.event",
    "postgres, update ledger.event set type = 'x'",
    "postgres, delete from ledger.event",
    "postgres, truncate ledger.event",
    "postgres, set session_replication_role = replica; delete from ledger.event",
  })
  void nobody_rewrites_history(String role, String sql) throws SQLException {
    try (Connection connection = POSTGRES.as(role).getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ledger_app, delete from ledger.receipt",
    "ledger_app, update ledger.receipt set status = 1",
    "ledger_app, delete from ledger.claim",
    "ledger_keeper, select * from ledger.event",
    "ledger_keeper, select answer from ledger.receipt",
    "ledger_keeper, update ledger.claim set open = false",
  })
  void a_role_does_no_more_than_its_part(String role, String sql) throws SQLException {
    try (Connection connection = POSTGRES.as(role).getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
    }
  }
}
