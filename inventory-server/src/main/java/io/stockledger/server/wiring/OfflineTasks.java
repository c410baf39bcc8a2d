package io.stockledger.server.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.stockledger.ledger.Ledger;
import io.stockledger.ledger.LedgerBuilder;
import io.stockledger.ledger.json.CanonicalJsonSerializer;
import io.stockledger.projections.AllProjections;
import io.stockledger.projections.rebuild.ReadModelRebuild;
import io.stockledger.projections.rebuild.TableDifference;
import io.stockledger.server.database.Databases;
import io.stockledger.server.database.LedgerDatabase;
import io.stockledger.server.database.Migrations;
import io.stockledger.server.database.Pools;
import io.stockledger.server.settings.StockledgerSettings;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** What is done to a ledger while no server runs on it. */
public final class OfflineTasks {
  private static final String BUILT = "readmodel_rebuilt";
  private static final int CONNECTIONS = AllProjections.list().size() + 4;
  private static final int PATIENCE = 10_000;

  private OfflineTasks() {}

  public static void migrate(StockledgerSettings settings) {
    try (LedgerDatabase database = Databases.open(settings)) {
      new Migrations(database).run();
    }
  }

  /**
   * Builds the read models anew and puts them in place, or only compares them with what is there.
   *
   * @return false when the comparison found differences
   */
  public static boolean rebuild(
      StockledgerSettings settings, boolean compare, Consumer<String> out) {
    try (LedgerDatabase database = Databases.open(settings)) {
      new Migrations(database).run();
      try (HikariDataSource pool =
          Pools.pool("rebuild", database, database.app(), "ledger", CONNECTIONS, PATIENCE)) {
        return rebuild(database, pool, compare, out);
      }
    }
  }

  private static boolean rebuild(
      LedgerDatabase database, HikariDataSource pool, boolean compare, Consumer<String> out) {
    CanonicalJsonSerializer serializer = new CanonicalJsonSerializer(StoredNames.all());
    Ledger ledger =
        new LedgerBuilder(pool, pool, () -> database.connect(database.app()), serializer).build();
    ReadModelRebuild rebuild =
        new ReadModelRebuild(pool, ledger.store(), serializer, InstantSource.system());
    if (!compare) {
      long position = rebuild.replace(at -> {});
      out.accept("The read models were built up to position " + position + ".");
      out.accept("They are in place.");
      return true;
    }
    long position = rebuild.build(BUILT, Long.MAX_VALUE, at -> {});
    out.accept("The read models were built up to position " + position + ".");
    List<TableDifference> compared = rebuild.compare(BUILT);
    rebuild.drop(BUILT);
    compared.forEach(table -> out.accept(table.toString()));
    return compared.stream().allMatch(TableDifference::isNone);
  }
}
