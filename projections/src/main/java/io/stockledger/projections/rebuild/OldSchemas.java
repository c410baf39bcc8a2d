package io.stockledger.projections.rebuild;

import io.stockledger.projections.generation.Generation;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drops generations that nobody reads any more. A read that is still on one holds its tables: then
 * it is tried again later, and nobody waits behind it.
 */
final class OldSchemas {
  private static final Logger log = LoggerFactory.getLogger(OldSchemas.class);

  private static final String DUE =
      """
      select number from readmodel_pointer.generation
       where drop_after < clock_timestamp() and dropped_at is null order by number
      """;

  /** By one node, once. */
  private static final String TAKE =
      """
      update readmodel_pointer.generation set dropped_at = clock_timestamp()
       where number = ? and dropped_at is null
      """;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  OldSchemas(DataSource pointer) {
    this.jdbc = new JdbcTemplate(pointer);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(pointer));
  }

  void drop() {
    List<Generation> due = jdbc.query(DUE, (row, n) -> new Generation(row.getInt("number")));
    for (Generation old : due) {
      try {
        transaction.executeWithoutResult(status -> drop(old));
      } catch (DataAccessException e) {
        if (!LockTimeout.is(e)) {
          throw e;
        }
        log.debug("{} is still being read, it is dropped later", old.schema());
      }
    }
  }

  private void drop(Generation old) {
    jdbc.execute("set local lock_timeout = '500ms'");
    if (jdbc.update(TAKE, old.number()) == 1) {
      jdbc.execute("drop schema if exists %s cascade".formatted(old.schema()));
      log.info("{} is dropped", old.schema());
    }
  }
}
