package io.stockledger.server.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The three roles of the ledger's database. */
final class Roles {
  static final String OWNER = "ledger_owner";
  static final String APP = "ledger_app";
  static final String KEEPER = "ledger_keeper";

  private static final String SCRIPT = "/db/roles.sql";

  private Roles() {}

  /** Makes them, and their schemas, where they are not there yet. Needs a superuser. */
  static void create(Connection connection) throws SQLException {
    try (InputStream script = Roles.class.getResourceAsStream(SCRIPT)) {
      if (script == null) {
        throw new IllegalStateException(SCRIPT + " is missing");
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Passwords are hex digits of our own making, so that nothing in them ends a literal. */
  static void setPasswords(Connection connection, Passwords passwords, List<String> roles)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String role : roles) {
        statement.execute("alter role " + role + " password '" + passwords.of(role) + "'");
      }
    }
  }
}
