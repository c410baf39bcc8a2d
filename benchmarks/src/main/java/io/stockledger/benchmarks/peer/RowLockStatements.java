package io.stockledger.benchmarks.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The usual shape: a statement for each table in a transaction. The key is written first and the
 * figures as late as can be, so that the row is locked for the rest of the transaction only.
 */
final class RowLockStatements implements PeerStock {
  private static final String CLAIM =
      """
      insert into idempotency (client, key, request_hash, status, answer, recorded_at)
      values (?, ?, ?, 0, '', now()) on conflict do nothing
      """;
  private static final String TAKE =
      """
      update stock set available = available - ?, reserved = reserved + ?, version = version + 1
       where location = ? and sku = ? and available >= ?
      returning version, on_hand, reserved, available
      """;
  private static final String NOTE =
      """
      insert into journal
        (location, sku, version, kind, quantity, reservation_id, client, key, recorded_at)
      values (?, ?, ?, 'reserve', ?, ?, ?, ?, now())
      """;
  private static final String KEEP =
      "update idempotency set status = ?, answer = ? where client = ? and key = ?";

  private final DataSource dataSource;

  RowLockStatements(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Answered reserve(Reserve command) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Answered answered = inTransaction(connection, command);
        connection.commit();
        return answered;
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static Answered inTransaction(Connection connection, Reserve command)
      throws SQLException {
    if (!claim(connection, command)) {
      return RowLockTables.replay(connection, command);
    }
    String reservation = UUID.randomUUID().toString();
    Taken taken = take(connection, command);
    Answered answered =
        taken == null
            ? new Answered(
                409,
                "{\"type\":\"/problems/insufficient-stock\",\"requested\":%d}"
                    .formatted(command.quantity()))
            : new Answered(201, taken.body(command, reservation));
    if (taken != null) {
      note(connection, command, reservation, taken.version());
    }
    keep(connection, command, answered);
    return answered;
  }

  private record Taken(long version, long onHand, long reserved, long available) {
    String body(Reserve command, String reservation) {
      return """
      {"location":"%s","sku":"%s","version":%d,"reservationId":"%s",\
      "figures":{"onHand":%d,"reserved":%d,"available":%d}}"""
          .formatted(
              command.location(), command.sku(), version, reservation, onHand, reserved, available);
    }
  }

  private static boolean claim(Connection connection, Reserve command) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(CLAIM)) {
      insert.setString(1, command.client());
      insert.setString(2, command.key());
      insert.setBytes(3, command.requestHash());
      return insert.executeUpdate() == 1;
    }
  }

  private static @Nullable Taken take(Connection connection, Reserve command) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(TAKE)) {
      update.setLong(1, command.quantity());
      update.setLong(2, command.quantity());
      update.setString(3, command.location());
      update.setString(4, command.sku());
      update.setLong(5, command.quantity());
      try (ResultSet row = update.executeQuery()) {
        return row.next()
            ? new Taken(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4))
            : null;
      }
    }
  }

  private static void note(Connection connection, Reserve command, String reservation, long version)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(NOTE)) {
      insert.setString(1, command.location());
      insert.setString(2, command.sku());
      insert.setLong(3, version);
      insert.setLong(4, command.quantity());
      insert.setString(5, reservation);
      insert.setString(6, command.client());
      insert.setString(7, command.key());
      insert.executeUpdate();
    }
  }

  private static void keep(Connection connection, Reserve command, Answered answered)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(KEEP)) {
      update.setInt(1, answered.status());
      update.setString(2, answered.body());
      update.setString(3, command.client());
      update.setString(4, command.key());
      update.executeUpdate();
    }
  }

  @Override
  public Answered receive(String location, String sku, long quantity) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return RowLockTables.receive(connection, location, sku, quantity);
    }
  }

  @Override
  public Answered figures(String location, String sku) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return RowLockTables.figures(connection, location, sku);
    }
  }
}
