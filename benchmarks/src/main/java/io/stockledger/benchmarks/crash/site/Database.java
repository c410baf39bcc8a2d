package io.stockledger.benchmarks.crash.site;

import io.stockledger.benchmarks.crash.history.Attempt;
import io.stockledger.benchmarks.crash.history.History;
import io.stockledger.benchmarks.crash.history.ItemRead;
import io.stockledger.benchmarks.crash.history.Lookup;
import io.stockledger.benchmarks.crash.history.Note;
import io.stockledger.benchmarks.crash.history.StoredEvent;
import io.stockledger.benchmarks.crash.history.StoredReceipt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The ledger's database as its superuser sees it, past the wire. */
final class Database {
  private static final String EVENTS =
      """
      select position, stream, version, event_id::text, type, recorded_at,
             convert_from(payload, 'UTF8'), convert_from(metadata, 'UTF8')
        from ledger.event order by position
      """;
  private static final String RECEIPTS =
      """
      select key, status, convert_from(answer, 'UTF8'), position, recorded_at
        from ledger.receipt where client = ? order by position, key
      """;
  private static final String BACKENDS =
      """
      select pid from pg_stat_activity
       where datname = ? and application_name = 'stockledger'
       order by state = 'idle', query not like '%ledger%', state_change desc
       limit 4
      """;

  private Database() {}

  /** Makes it as an operator would, by the script that the product ships. */
  static void create(Cluster cluster, String name) throws SQLException, IOException {
    cluster.run(
        Cluster.SUPERUSER,
        "create database "
            + name
            + " encoding 'UTF8' template template0 lc_collate 'C' lc_ctype 'C'");
    try (InputStream roles = Database.class.getResourceAsStream("/db/roles.sql")) {
      if (roles == null) {
        throw new IllegalStateException("the script of the roles is missing");
      }
      cluster.run(name, new String(roles.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static List<Long> backends(Cluster cluster, String name) throws SQLException {
    List<Long> pids = new ArrayList<>();
    try (Connection connection = cluster.connect(name);
        PreparedStatement query = connection.prepareStatement(BACKENDS)) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          pids.add(row.getLong(1));
        }
      }
    }
    return pids;
  }

  static History history(
      Cluster cluster,
      String name,
      List<Note> notes,
      List<Attempt> attempts,
      List<Lookup> lookups,
      List<ItemRead> reads)
      throws SQLException {
    try (Connection connection = cluster.connect(name)) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      return new History(notes, attempts, lookups, events(connection), receipts(connection), reads);
    }
  }

  private static List<StoredEvent> events(Connection connection) throws SQLException {
    List<StoredEvent> events = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(EVENTS);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        events.add(
            new StoredEvent(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                instant(row, 6),
                row.getString(7),
                row.getString(8)));
      }
    }
    return events;
  }

  private static List<StoredReceipt> receipts(Connection connection) throws SQLException {
    List<StoredReceipt> receipts = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(RECEIPTS)) {
      query.setString(1, History.CLIENT);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          receipts.add(
              new StoredReceipt(
                  row.getString(1),
                  row.getInt(2),
                  row.getString(3),
                  row.getLong(4),
                  instant(row, 5)));
        }
      }
    }
    return receipts;
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
