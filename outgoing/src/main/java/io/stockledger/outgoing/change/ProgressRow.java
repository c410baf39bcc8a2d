package io.stockledger.outgoing.change;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The row that every writer holds first. */
final class ProgressRow {
  private static final String HOLD =
      """
      select position, last_change,
             set_config('idle_in_transaction_session_timeout', '15s', true) as patience
        from progress for update
      """;

  private final JdbcClient jdbc;

  ProgressRow(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * @param position up to where entries were looked at; 0 before there was a channel
   * @param lastChange the newest id of the log
   */
  record Progress(long position, long lastChange) {}

  /** Waits for whoever holds it; a node that was cut off meanwhile does not hold it for long. */
  Progress hold() {
    return jdbc.sql(HOLD)
        .query((row, number) -> new Progress(row.getLong("position"), row.getLong("last_change")))
        .single();
  }

  void save(Progress progress) {
    jdbc.sql("update progress set position = :position, last_change = :change")
        .param("position", progress.position())
        .param("change", progress.lastChange())
        .update();
  }

  void forgot(long newest) {
    jdbc.sql("update progress set forgotten_change = greatest(forgotten_change, :newest)")
        .param("newest", newest)
        .update();
  }
}
