package io.stockledger.outgoing.change;

import io.stockledger.api.channel.Offered;
import io.stockledger.api.stock.ItemId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What each channel was last told of each item. */
final class ShownTable {
  private static final String READ =
      """
      select location, sku, offered, valid_until from shown
       where channel = ? and (sku, location) in (select * from unnest(?::text[], ?::text[]))
      """;

  private static final String SAVE =
      """
      insert into shown (channel, sku, location, offered, valid_until)
      select ?, * from unnest(?::text[], ?::text[], ?::jsonb[], ?::timestamptz[])
      on conflict (channel, sku, location)
      do update set offered = excluded.offered, valid_until = excluded.valid_until
      """;

  private static final String REMOVE =
      """
      delete from shown
       where channel = ? and (sku, location) in (select * from unnest(?::text[], ?::text[]))
      """;

  private static final String DUE =
      """
      select channel, location, sku from shown where valid_until <= ?
       order by valid_until, channel, sku, location limit ?
      """;

  /** By the index, whatever the planner expects of a moment that it does not know. */
  static final String EARLIEST = "select min(valid_until) from shown";

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  ShownTable(DataSource dataSource, JsonMapper json) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.json = json;
  }

  /** What is shown of an item. */
  record Shown(ItemId item, Offered offered, @Nullable Instant validUntil) {}

  /** An item in a channel. */
  record Place(String channel, ItemId item) {}

  Map<ItemId, Shown> read(String channel, Collection<ItemId> items) {
    Map<ItemId, Shown> found = HashMap.newHashMap(items.size());
    jdbc.query(
        connection -> {
          PreparedStatement select = connection.prepareStatement(READ);
          select.setString(1, channel);
          select.setArray(2, texts(connection, items, ItemId::sku));
          select.setArray(3, texts(connection, items, ItemId::location));
          return select;
        },
        row -> {
          Shown shown = shown(row);
          found.put(shown.item(), shown);
        });
    return found;
  }

  void save(String channel, List<Shown> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.update(
        connection -> {
          PreparedStatement insert = connection.prepareStatement(SAVE);
          insert.setString(1, channel);
          insert.setArray(2, texts(connection, rows, row -> row.item().sku()));
          insert.setArray(3, texts(connection, rows, row -> row.item().location()));
          insert.setArray(
              4, texts(connection, rows, row -> json.writeValueAsString(row.offered())));
          insert.setArray(
              5, texts(connection, rows, row -> Objects.toString(row.validUntil(), null)));
          return insert;
        });
  }

  void remove(String channel, List<ItemId> items) {
    if (items.isEmpty()) {
      return;
    }
    jdbc.update(
        connection -> {
          PreparedStatement delete = connection.prepareStatement(REMOVE);
          delete.setString(1, channel);
          delete.setArray(2, texts(connection, items, ItemId::sku));
          delete.setArray(3, texts(connection, items, ItemId::location));
          return delete;
        });
  }

  /** Whether the clock may have changed anything by now. */
  boolean isDue(Instant now) {
    OffsetDateTime earliest = jdbc.queryForObject(EARLIEST, OffsetDateTime.class);
    return earliest != null && !earliest.toInstant().isAfter(now);
  }

  /** What the clock may have changed by now, the earliest first. */
  List<Place> due(Instant now, int limit) {
    return jdbc.query(
        DUE,
        (row, number) ->
            new Place(
                row.getString("channel"),
                new ItemId(row.getString("location"), row.getString("sku"))),
        moment(now),
        limit);
  }

  private Shown shown(ResultSet row) throws SQLException {
    OffsetDateTime validUntil = row.getObject("valid_until", OffsetDateTime.class);
    return new Shown(
        new ItemId(row.getString("location"), row.getString("sku")),
        json.readValue(row.getString("offered"), Offered.class),
        validUntil == null ? null : validUntil.toInstant());
  }

  static OffsetDateTime moment(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static <T> Array texts(
      Connection connection, Collection<T> all, Function<T, @Nullable String> value)
      throws SQLException {
    return connection.createArrayOf("text", all.stream().map(value).toArray());
  }
}
