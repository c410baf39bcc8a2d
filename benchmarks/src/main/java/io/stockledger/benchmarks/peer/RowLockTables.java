package io.stockledger.benchmarks.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** Reads of {@code peer/row-lock.sql} that both shapes of its write share. */
final class RowLockTables {
  private RowLockTables() {}

  /** The answer that was given under this key before. */
  static Answered replay(Connection connection, PeerStock.Reserve command) throws SQLException {
    String sql =
        "select request_hash, status, answer from idempotency where client = ? and key = ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, command.client());
      query.setString(2, command.key());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return Arrays.equals(row.getBytes(1), command.requestHash())
            ? new Answered(row.getInt(2), row.getString(3))
            : new Answered(422, "{\"type\":\"/problems/idempotency-key-reused\"}");
      }
    }
  }

  /** A new item. */
  static Answered receive(Connection connection, String location, String sku, long quantity)
      throws SQLException {
    String sql =
        "insert into stock (location, sku, on_hand, reserved, available, version)"
            + " values (?, ?, ?, 0, ?, 1)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, location);
      insert.setString(2, sku);
      insert.setLong(3, quantity);
      insert.setLong(4, quantity);
      insert.executeUpdate();
      return new Answered(200, "{\"received\":" + quantity + "}");
    }
  }

  static Answered figures(Connection connection, String location, String sku) throws SQLException {
    String sql =
        "select version, on_hand, reserved, available from stock where location = ? and sku = ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, location);
      query.setString(2, sku);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? new Answered(
                200,
                body(location, sku, row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
            : new Answered(404, "{\"type\":\"/problems/unknown-item\"}");
      }
    }
  }

  private static String body(
      String location, String sku, long version, long onHand, long reserved, long available) {
    return """
    {"location":"%s","sku":"%s","version":%d,"figures":{"onHand":%d,"reserved":%d,"available":%d}}\
    """
        .formatted(location, sku, version, onHand, reserved, available);
  }
}
