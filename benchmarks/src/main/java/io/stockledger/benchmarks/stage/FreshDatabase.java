package io.stockledger.benchmarks.stage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/** A database that one side has for itself. Whoever comes in here is let in without a password. */
public final class FreshDatabase {
  private static final int FETCH = 10_000;

  private final PrivatePostgres postgres;
  private final String name;

  FreshDatabase(PrivatePostgres postgres, String name) {
    this.postgres = postgres;
    this.name = name;
  }

  public String url() {
    return postgres.url(name);
  }

  /** A connection of the superuser, to look from outside or to lay something down in bulk. */
  public Connection connect() throws SQLException {
    return postgres.superuser(name);
  }

  public void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The only value of the only row. */
  public long number(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Hands over the only column of each row, without keeping them. */
  public void texts(String query, Consumer<String> reader) throws SQLException {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(query)) {
        statement.setFetchSize(FETCH);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            reader.accept(rows.getString(1));
          }
        }
      }
    }
  }
}
