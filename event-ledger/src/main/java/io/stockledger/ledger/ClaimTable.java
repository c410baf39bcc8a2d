package io.stockledger.ledger;

import io.stockledger.ledger.store.RoundTrip;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The SQL of {@code ledger.claim}. */
final class ClaimTable {

  /** Joins names of streams on their way: PostgreSQL cannot unnest arrays of arrays by row. */
  static final char SEPARATOR = '\u001f';

  private static final String SELECT =
      "select id, kind, streams, open, due_at, reference, body from ledger.claim ";

  private static final String WITH_IDS = SELECT + "where id = any (?)";

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
    List<Claim> found = new ArrayList<>();
    RoundTrip trip = new RoundTrip();
    withIds(trip, ids, found::addAll);
    trip.make(connection);
    return found;
  }

  /**
   * @param found is given those that exist
   */
  static void withIds(RoundTrip trip, Collection<String> ids, Consumer<List<Claim>> found) {
    trip.add(
        WITH_IDS,
        (query, first) -> {
          query.setArray(
              first, query.getConnection().createArrayOf("text", ids.toArray(String[]::new)));
          return first + 1;
        },
        rows -> found.accept(claims(rows)));
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

  /** Puts claims, in the transaction that is open. */
  static void put(RoundTrip trip, Collection<Placed> claims, Instant now) {
    if (!claims.isEmpty()) {
      trip.add(
          UPSERT,
          (statement, first) -> bind(statement, first, claims, now),
          RoundTrip.Reading.NONE);
    }
  }

  private static int bind(
      PreparedStatement upsert, int first, Collection<Placed> claims, Instant now)
      throws SQLException {
    int n = claims.size();
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
    Connection connection = upsert.getConnection();
    int next = first;
    upsert.setString(next++, now.toString());
    upsert.setArray(next++, connection.createArrayOf("text", texts[0]));
    upsert.setArray(next++, connection.createArrayOf("text", texts[1]));
    upsert.setArray(next++, connection.createArrayOf("text", texts[2]));
    upsert.setArray(next++, connection.createArrayOf("boolean", open));
    upsert.setArray(next++, connection.createArrayOf("text", dueAts));
    upsert.setArray(next++, connection.createArrayOf("text", references));
    upsert.setArray(next++, connection.createArrayOf("bytea", bodies));
    upsert.setArray(next++, connection.createArrayOf("bigint", positions));
    return next;
  }

  private static @Nullable String textOrNull(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static List<Claim> select(Connection connection, String where, Object parameter)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SELECT + where)) {
      query.setObject(1, parameter);
      try (ResultSet result = query.executeQuery()) {
        return claims(result);
      }
    }
  }

  private static List<Claim> claims(ResultSet result) throws SQLException {
    List<Claim> claims = new ArrayList<>();
    while (result.next()) {
      claims.add(claim(result));
    }
    return claims;
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
