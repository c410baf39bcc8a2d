package io.stockledger.projections;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of a read model, made or brought up to date in a schema of any name. */
public final class ReadModelSchema {
  /** The schema that processors write and queries read. */
  public static final String LIVE = "readmodel";

  private static final String MIGRATIONS = "classpath:db/readmodel";

  private ReadModelSchema() {}

  /**
   * @param dataSource of the role {@code ledger_app}
   * @param schema is made if it is not there
   */
  public static void migrate(DataSource dataSource, String schema) {
    Flyway.configure()
        .dataSource(dataSource)
        .schemas(schema)
        .defaultSchema(schema)
        .locations(MIGRATIONS)
        .load()
        .migrate();
  }
}
