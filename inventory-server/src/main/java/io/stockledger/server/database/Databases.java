package io.stockledger.server.database;

import io.stockledger.server.database.LedgerDatabase.Login;
import io.stockledger.server.settings.StockledgerSettings;

/** Opens the database that is configured, or starts the embedded one where none is. */
public final class Databases {
  private Databases() {}

  public static LedgerDatabase open(StockledgerSettings settings) {
    StockledgerSettings.Database wanted = settings.database();
    if (wanted.url() == null || wanted.url().isBlank()) {
      return EmbeddedServer.start(DataDirectory.take(settings.dataDir()));
    }
    return new LedgerDatabase(
        wanted.url(),
        login(wanted.owner(), Roles.OWNER),
        login(wanted.app(), Roles.APP),
        login(wanted.keeper(), Roles.KEEPER),
        null);
  }

  private static Login login(StockledgerSettings.Login login, String role) {
    return new Login(login.user() == null ? role : login.user(), login.password());
  }
}
