package io.stockledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SQL of {@code ledger.receipt}. */
public final class ReceiptTable {

  private static final String FIND =
      """
      select client, key, request_hash, status, location, answer, position, recorded_at
        from ledger.receipt
        join unnest(?::text[], ?::text[]) as wanted (client, key) using (client, key)
      """;

  private static final String INSERT =
      """
      insert into ledger.receipt
        (client, key, request_hash, status, location, answer, position, recorded_at)
      select client, key, request_hash, status, location, answer, position,
             recorded_at::timestamptz
        from unnest(?::text[], ?::text[], ?::bytea[], ?::int[], ?::text[], ?::bytea[], ?::bigint[],
                    ?::text[])
        as row (client, key, request_hash, status, location, answer, position, recorded_at)
      """;

  private ReceiptTable() {}

  static Map<ReceiptKey, Receipt> find(Connection connection, Collection<ReceiptKey> keys)
      throws SQLException {
    if (keys.isEmpty()) {
      return Map.of();
    }
    Map<ReceiptKey, Receipt> found = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(FIND)) {
      query.setArray(
          1,
          connection.createArrayOf(
              "text", keys.stream().map(ReceiptKey::client).toArray(String[]::new)));
      query.setArray(
          2,
          connection.createArrayOf(
              "text", keys.stream().map(ReceiptKey::key).toArray(String[]::new)));
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          Receipt receipt = receipt(result);
          found.put(new ReceiptKey(receipt.client(), receipt.key()), receipt);
        }
      }
    }
    return found;
  }

  /** Remembers answers, in the transaction that is open. */
  public static void insert(Connection connection, List<Receipt> receipts) throws SQLException {
    int n = receipts.size();
    if (n == 0) {
      return;
    }
    String[][] texts = new String[3][n];
    @Nullable String[] locations = new @Nullable String[n];
    byte[][] hashes = new byte[n][];
    byte[][] answers = new byte[n][];
    Integer[] statuses = new Integer[n];
    Long[] positions = new Long[n];
    for (int i = 0; i < n; i++) {
      Receipt receipt = receipts.get(i);
      texts[0][i] = receipt.client();
      texts[1][i] = receipt.key();
      hashes[i] = receipt.requestHash();
      statuses[i] = receipt.status();
      locations[i] = receipt.location();
      answers[i] = receipt.answer();
      positions[i] = receipt.position();
      texts[2][i] = receipt.recordedAt().toString();
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setArray(1, connection.createArrayOf("text", texts[0]));
      insert.setArray(2, connection.createArrayOf("text", texts[1]));
      insert.setArray(3, connection.createArrayOf("bytea", hashes));
      insert.setArray(4, connection.createArrayOf("int", statuses));
      insert.setArray(5, connection.createArrayOf("text", locations));
      insert.setArray(6, connection.createArrayOf("bytea", answers));
      insert.setArray(7, connection.createArrayOf("bigint", positions));
      insert.setArray(8, connection.createArrayOf("text", texts[2]));
      insert.executeUpdate();
    }
  }

  private static Receipt receipt(ResultSet result) throws SQLException {
    return new Receipt(
        result.getString(1),
        result.getString(2),
        result.getBytes(3),
        result.getInt(4),
        result.getString(5),
        result.getBytes(6),
        result.getLong(7),
        result.getObject(8, OffsetDateTime.class).toInstant());
  }
}
