package io.stockledger.ledger;

import io.stockledger.ledger.store.RoundTrip;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The SQL of {@code ledger.receipt}. */
public final class ReceiptTable {

  /**
   * Each key is looked for by itself. A join is read through the whole table where the planner has
   * not heard yet how large it has become. (With {@code offset 0} it may not make a join of it.)
   */
  private static final String FIND =
      """
      select found.*
        from unnest(?::text[], ?::text[]) as wanted (client, key)
       cross join lateral (
         select client, key, request_hash, status, location, answer, position, recorded_at
           from ledger.receipt
          where receipt.client = wanted.client and receipt.key = wanted.key offset 0) as found
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

  /** The receipts under these keys. */
  static Map<ReceiptKey, Receipt> find(Connection connection, Collection<ReceiptKey> keys)
      throws SQLException {
    RoundTrip trip = new RoundTrip();
    Map<ReceiptKey, Receipt> found = find(trip, keys);
    trip.make(connection);
    return found;
  }

  /** The receipts under these keys, which are there when the trip is over. */
  static Map<ReceiptKey, Receipt> find(RoundTrip trip, Collection<ReceiptKey> keys) {
    Map<ReceiptKey, Receipt> found = new HashMap<>();
    if (!keys.isEmpty()) {
      trip.add(
          FIND,
          (query, first) -> {
            query.setArray(first, texts(query, keys, ReceiptKey::client));
            query.setArray(first + 1, texts(query, keys, ReceiptKey::key));
            return first + 2;
          },
          rows -> {
            while (rows.next()) {
              Receipt receipt = receipt(rows);
              found.put(new ReceiptKey(receipt.client(), receipt.key()), receipt);
            }
          });
    }
    return found;
  }

  private static Array texts(
      PreparedStatement statement, Collection<ReceiptKey> keys, Function<ReceiptKey, String> part)
      throws SQLException {
    return statement
        .getConnection()
        .createArrayOf("text", keys.stream().map(part).toArray(String[]::new));
  }

  /** Remembers answers, in the transaction that is open. */
  public static void insert(RoundTrip trip, List<Receipt> receipts) {
    if (!receipts.isEmpty()) {
      trip.add(
          INSERT, (statement, first) -> bind(statement, first, receipts), RoundTrip.Reading.NONE);
    }
  }

  private static int bind(PreparedStatement insert, int first, List<Receipt> receipts)
      throws SQLException {
    int n = receipts.size();
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
    Connection connection = insert.getConnection();
    int next = first;
    insert.setArray(next++, connection.createArrayOf("text", texts[0]));
    insert.setArray(next++, connection.createArrayOf("text", texts[1]));
    insert.setArray(next++, connection.createArrayOf("bytea", hashes));
    insert.setArray(next++, connection.createArrayOf("int", statuses));
    insert.setArray(next++, connection.createArrayOf("text", locations));
    insert.setArray(next++, connection.createArrayOf("bytea", answers));
    insert.setArray(next++, connection.createArrayOf("bigint", positions));
    insert.setArray(next++, connection.createArrayOf("text", texts[2]));
    return next;
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
