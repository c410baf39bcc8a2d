package io.stockledger.outgoing;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of what was told, made or brought up to date. */
public final class OutgoingSchema {
  /** Where they are. */
  public static final String NAME = "outgoing";

  private OutgoingSchema() {}

  /**
   * @param dataSource of the role {@code ledger_app}, which makes the schema where it is not there
   */
  public static void migrate(DataSource dataSource) {
    Flyway.configure()
        .dataSource(dataSource)
        .schemas(NAME)
        .defaultSchema(NAME)
        .locations("classpath:db/outgoing")
        .load()
        .migrate();
  }
}
