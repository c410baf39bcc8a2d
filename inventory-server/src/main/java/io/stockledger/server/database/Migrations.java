package io.stockledger.server.database;

import io.stockledger.outgoing.OutgoingSchema;
import io.stockledger.projections.ReadModelSchema;
import io.stockledger.server.database.LedgerDatabase.Login;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Brings every schema to what this version needs. */
public final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  /** The first that ends a transaction which lasts too long by itself. */
  private static final int OLDEST_POSTGRESQL = 17;

  private final LedgerDatabase database;

  public Migrations(LedgerDatabase database) {
    this.database = database;
  }

  /**
   * The precious schema as its owner, where the owner's password is known; else it must be up to
   * date already (run {@code migrate} first). What channels were told, and the disposable half,
   * that is the pointer and the read model it points to, as the role that runs.
   *
   * @throws UnfitDatabaseException when it cannot be entered, or is older than it may be
   */
  public void run() {
    requireFit();
    if (database.canMigrate()) {
      flyway("ledger", database.owner()).migrate();
    } else {
      LOG.info("no password for {}: the ledger's schema is taken as it is", database.owner());
    }
    DataSource asApp =
        new DriverManagerDataSource(database.url(), database.properties(database.app()));
    OutgoingSchema.migrate(asApp);
    ReadModelSchema.migrateLive(asApp);
  }

  private void requireFit() {
    try (Connection connection = database.connect(database.app())) {
      DatabaseMetaData server = connection.getMetaData();
      if (server.getDatabaseMajorVersion() < OLDEST_POSTGRESQL) {
        throw new UnfitDatabaseException(
            "PostgreSQL %d or later is needed; this is %s"
                .formatted(OLDEST_POSTGRESQL, server.getDatabaseProductVersion()));
      }
      if (!database.canMigrate() && !isMigrated(connection)) {
        throw new UnfitDatabaseException(
            "The ledger's schema is not there yet: run migrate, or give the password of "
                + database.owner());
      }
    } catch (SQLException e) {
      throw new UnfitDatabaseException(
          "The database does not let in %s: %s".formatted(database.app(), e.getMessage()), e);
    }
  }

  private static boolean isMigrated(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select exists (select from pg_namespace
                                where nspname = 'ledger' and has_schema_privilege(oid, 'usage'))
                """)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private Flyway flyway(String schema, Login login) {
    return Flyway.configure()
        .dataSource(database.url(), login.user(), login.password())
        .locations("classpath:db/" + schema)
        .schemas(schema)
        .defaultSchema(schema)
        .createSchemas(false)
        .load();
  }
}
