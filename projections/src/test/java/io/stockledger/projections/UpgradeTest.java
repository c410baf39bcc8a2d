package io.stockledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.ledger.testing.TestPostgres;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A read model of an earlier version: what it lacks is made anew, once, where there is any. */
class UpgradeTest {
  private final TestPostgres postgres = TestPostgres.fresh();
  private final JdbcTemplate jdbc = new JdbcTemplate(postgres.app());

  private void earlier() {
    migrate("readmodel_pointer", "readmodel_pointer", "18");
    migrate("readmodel", "readmodel", "22");
  }

  private void migrate(String tables, String schema, String version) {
    FluentConfiguration flyway =
        Flyway.configure()
            .dataSource(postgres.app())
            .schemas(schema)
            .defaultSchema(schema)
            .locations("classpath:db/" + tables)
            .target(version);
    flyway.load().migrate();
  }

  private void reservation(String id, long picked, long released, long expired) {
    jdbc.update(
        """
        insert into readmodel.reservation (reservation_id, line, location, sku, requested, quantity,
               open, picked, released, expired, made_version, reserved_at, version, position)
        values (?, '1', 'L1', 'A', 5, 5, ?, ?, ?, ?, 1, now(), 2, 2)
        """,
        id,
        5 - picked - released - expired,
        picked,
        released,
        expired);
  }

  private List<String> words(String sql) {
    return jdbc.query(sql, (row, number) -> String.valueOf(row.getString(1)));
  }

  private List<String> generations() {
    return words(
        "select number || ' ' || schema_name || ' ' || state from readmodel_pointer.generation"
            + " order by number");
  }

  @Test
  void reservations_are_made_anew_once_and_what_is_not_known_is_said_to_be_so() {
    earlier();
    reservation("kept", 5, 0, 0);
    reservation("gone", 3, 2, 0);
    reservation("ran-out", 0, 1, 4);
    ReadModelSchema.migrateLive(postgres.app());
    ReadModelSchema.migrateLive(postgres.app());

    assertThat(generations()).containsExactly("1 readmodel live", "2 readmodel_2 building");
    assertThat(
            words(
                "select reservation_id || ' ' || coalesce(reason, 'none')"
                    + " from readmodel.reservation order by 1"))
        .containsExactly("gone UNKNOWN", "kept none", "ran-out EXPIRED");
  }

  @Test
  void where_nothing_was_reserved_nothing_is_made_anew() {
    earlier();
    ReadModelSchema.migrateLive(postgres.app());
    assertThat(generations()).containsExactly("1 readmodel live");
  }

  @Test
  void a_new_database_is_as_it_should_be() {
    ReadModelSchema.migrateLive(postgres.app());
    assertThat(generations()).containsExactly("1 readmodel live");
  }
}
