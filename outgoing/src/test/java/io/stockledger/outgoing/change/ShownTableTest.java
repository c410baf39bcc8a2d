package io.stockledger.outgoing.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.outgoing.OutgoingSchema;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

class ShownTableTest {
  private static final Instant DUE = Instant.parse("2026-11-24T10:00:00Z");
  private static final String MANY =
      """
      insert into shown (channel, sku, location, offered)
      select 'web', 'S' || i, 'L', '{}' from generate_series(1, 20000) i
      """;

  private final PGSimpleDataSource source = Told.outgoing();

  /** It is asked many times a second, and a plan is kept that knows no moment. */
  @Test
  void what_is_due_next_is_found_by_its_index() {
    source.setCurrentSchema(OutgoingSchema.NAME);
    JdbcTemplate jdbc = new JdbcTemplate(source);
    jdbc.update(MANY);
    jdbc.execute("analyze shown");
    ShownTable shown = new ShownTable(source, Told.JSON);
    assertThat(shown.isDue(DUE)).isFalse();

    String plan = "explain (generic_plan) " + ShownTable.EARLIEST;
    assertThat(jdbc.queryForList(plan, String.class).toString()).doesNotContain("Seq Scan");

    jdbc.update("update shown set valid_until = ?::timestamptz where sku = 'S7'", DUE.toString());
    assertThat(shown.isDue(DUE.minusMillis(1))).isFalse();
    assertThat(shown.isDue(DUE)).isTrue();
  }
}
