package io.stockledger.projections.testing;

import io.stockledger.ledger.testing.TestPostgres;
import io.stockledger.projections.AllProjections;
import io.stockledger.projections.ReadModelSchema;
import io.stockledger.projections.generation.Generation;
import io.stockledger.projections.running.Folding;
import io.stockledger.projections.running.Projection;
import io.stockledger.projections.running.RecordedEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A fresh database with an empty read model, reached as {@code ledger_app}. */
public final class ReadDatabase {
  private final TestPostgres postgres =
      TestPostgres.fresh("read-model", database -> ReadModelSchema.migrateLive(database.app()));

  private final PGSimpleDataSource dataSource;
  private final JdbcTemplate jdbc;
  private final JdbcTransactionManager transactions;

  public ReadDatabase() {
    dataSource = (PGSimpleDataSource) postgres.app();
    dataSource.setCurrentSchema(Generation.FIRST.schema());
    SingleConnectionDataSource one;
    try {
      one = new SingleConnectionDataSource(dataSource.getConnection(), true);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
    jdbc = new JdbcTemplate(one);
    transactions = new JdbcTransactionManager(one);
  }

  public TestPostgres postgres() {
    return postgres;
  }

  /** Its search path is the read schema. */
  public PGSimpleDataSource dataSource() {
    return dataSource;
  }

  public JdbcTemplate jdbc() {
    return jdbc;
  }

  /** Folds events into all projections as one batch, and stores how far they came. */
  public void fold(List<RecordedEvent> events) {
    AllProjections.list().forEach(projection -> fold(projection, events));
  }

  public void fold(Projection projection, List<RecordedEvent> events) {
    Folding folding = new Folding(projection, jdbc, transactions, InstantSource.system());
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              folding.fold(events);
              jdbc.update(
                  """
                  insert into token_entry (processor_name, segment, token) values (?, 0, ?)
                  on conflict (processor_name, segment) do update set token = excluded.token
                  """,
                  projection.name(),
                  "{\"position\":%d}".formatted(events.getLast().position()));
            });
  }

  public Map<String, @Nullable Object> row(String sql, Object... parameters) {
    return jdbc.queryForMap(sql, parameters);
  }

  /** Every row of a table as JSON, in order. */
  public List<String> rows(String table) {
    return jdbc.query(
        "select to_jsonb(t)::text from %s t order by 1".formatted(table),
        (row, number) -> String.valueOf(row.getString(1)));
  }
}
