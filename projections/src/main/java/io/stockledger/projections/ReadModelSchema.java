package io.stockledger.projections;

import io.stockledger.projections.generation.Generation;
import io.stockledger.projections.generation.LiveGeneration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of a read model, made or brought up to date in a schema of any name. */
public final class ReadModelSchema {
  private static final String POINTER = "readmodel_pointer";

  private ReadModelSchema() {}

  /**
   * Brings the pointer and the live generation up to date; on a new database both are made.
   *
   * @param dataSource of the role {@code ledger_app}
   * @return the generation that is live
   */
  public static Generation migrateLive(DataSource dataSource) {
    flyway(dataSource, POINTER, POINTER).migrate();
    Generation live = new LiveGeneration(dataSource).current();
    migrate(dataSource, live.schema());
    return live;
  }

  /**
   * @param dataSource of the role {@code ledger_app}
   * @param schema is made if it is not there
   */
  public static void migrate(DataSource dataSource, String schema) {
    flyway(dataSource, "readmodel", schema).migrate();
  }

  /** Whether a schema has exactly the tables that this version makes. */
  public static boolean isCurrent(DataSource dataSource, String schema) {
    return flyway(dataSource, "readmodel", schema).validateWithResult().validationSuccessful;
  }

  private static Flyway flyway(DataSource dataSource, String tables, String schema) {
    return Flyway.configure()
        .dataSource(dataSource)
        .schemas(schema)
        .defaultSchema(schema)
        .locations("classpath:db/" + tables)
        .load();
  }
}
