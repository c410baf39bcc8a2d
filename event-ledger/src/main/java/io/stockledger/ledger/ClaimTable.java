package io.stockledger.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SQL of {@code ledger.claim}. */
final class ClaimTable {

  /** Joins names of streams on their way: PostgreSQL cannot unnest arrays of arrays by row. */
  static final char SEPARATOR = '\u001f';

  private static final String SELECT =
      "select id, kind, streams, open, due_at, reference, body from ledger.claim ";

  private static final String UPSERT =
      """
      insert into ledger.claim as old
        (id, kind, streams, open, due_at, reference, body, position, closed_at)
      select id, kind, string_to_array(streams, chr(31)), open, due_at::timestamptz, reference,
             body, position, case when not open then ?::timestamptz end
        from unnest(?::text[], ?::text[], ?::text[], ?::boolean[], ?::text[], ?::text[],
                    ?::bytea[], ?::bigint[])
        as row (id, kind, streams, open, due_at, reference, body, position)
      on conflict (id) do update
        set kind = excluded.kind, streams = excluded.streams, open = excluded.open,
            due_at = excluded.due_at, reference = excluded.reference, body = excluded.body,
            position = excluded.position,
            closed_at = case when not excluded.open
                             then coalesce(old.closed_at, excluded.closed_at) end
      """;

  private ClaimTable() {}

  /** A claim and the position of the last event of the command that put it. */
  record Placed(Claim claim, long position) {}

  static List<Claim> withIds(Connection connection, Collection<String> ids) throws SQLException {
    return select(
        connection,
        "where id = any (?)",
        connection.createArrayOf("text", ids.toArray(String[]::new)));
  }

  static List<Claim> openWithReference(Connection connection, String reference, int limit)
      throws SQLException {
    return select(connection, "where open and reference = ? order by id limit " + limit, reference);
  }

  static List<Claim> openTouching(Connection connection, String streamPrefix, int limit)
      throws SQLException {
    return select(
        connection,
        "where open and exists (select from unnest(streams) as stream"
            + " where starts_with(stream, ?)) order by id limit "
            + limit,
        streamPrefix);
  }

  static List<Claim> due(Connection connection, Instant now, int limit) throws SQLException {
    return select(
        connection,
        "where open and due_at <= ?::timestamptz order by due_at, id limit " + limit,
        now.toString());
  }

  static void put(Connection connection, Collection<Placed> claims, Instant now)
      throws SQLException {
    int n = claims.size();
    if (n == 0) {
      return;
    }
    String[][] texts = new String[3][n];
    @Nullable String[] dueAts = new @Nullable String[n];
    @Nullable String[] references = new @Nullable String[n];
    Boolean[] open = new Boolean[n];
    byte[][] bodies = new byte[n][];
    Long[] positions = new Long[n];
    int i = 0;
    for (Placed placed : claims) {
      Claim claim = placed.claim();
      texts[0][i] = claim.id();
      texts[1][i] = claim.kind();
      texts[2][i] = String.join(String.valueOf(SEPARATOR), claim.streams());
      open[i] = claim.open();
      dueAts[i] = textOrNull(claim.dueAt());
      references[i] = claim.reference();
      bodies[i] = claim.body();
      positions[i++] = placed.position();
    }
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      upsert.setString(1, now.toString());
      upsert.setArray(2, connection.createArrayOf("text", texts[0]));
      upsert.setArray(3, connection.createArrayOf("text", texts[1]));
      upsert.setArray(4, connection.createArrayOf("text", texts[2]));
      upsert.setArray(5, connection.createArrayOf("boolean", open));
      upsert.setArray(6, connection.createArrayOf("text", dueAts));
      upsert.setArray(7, connection.createArrayOf("text", references));
      upsert.setArray(8, connection.createArrayOf("bytea", bodies));
      upsert.setArray(9, connection.createArrayOf("bigint", positions));
      upsert.executeUpdate();
    }
  }

  private static @Nullable String textOrNull(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static List<Claim> select(Connection connection, String where, Object parameter)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SELECT + where)) {
      query.setObject(1, parameter);
      try (ResultSet result = query.executeQuery()) {
        List<Claim> claims = new ArrayList<>();
        while (result.next()) {
          claims.add(claim(result));
        }
        return claims;
      }
    }
  }

  private static Claim claim(ResultSet result) throws SQLException {
    Array streams = result.getArray(3);
    OffsetDateTime dueAt = result.getObject(5, OffsetDateTime.class);
    return new Claim(
        result.getString(1),
        result.getString(2),
        List.of((String[]) streams.getArray()),
        result.getBoolean(4),
        dueAt == null ? null : dueAt.toInstant(),
        result.getString(6),
        result.getBytes(7));
  }
}
