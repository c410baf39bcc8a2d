package io.stockledger.outgoing.change;

import io.stockledger.api.channel.Offered;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The log as a table. */
public final class ChangeTable implements ChangeLog {
  private static final String INSERT =
      """
      insert into change (id, channel, location, sku, before, after, version, position,
                          channel_version, cause, changed_at)
      select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::jsonb[], ?::jsonb[],
                           ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::timestamptz[])
      """;

  private static final String AFTER =
      "select * from change where channel = :channel and id > :after order by id limit :limit";

  /** Ids and moments rise together, so the oldest are at the beginning. */
  private static final String FORGET =
      """
      with old as (
        delete from change
         where id in (select id from change order by id limit :limit) and changed_at < :before
        returning id)
      select count(*) as many, coalesce(max(id), 0) as newest from old
      """;

  private final JdbcTemplate jdbc;
  private final JdbcClient client;
  private final JsonMapper json;

  /**
   * @param dataSource whose search path is the schema of what was told
   */
  public ChangeTable(DataSource dataSource, JsonMapper json) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.client = JdbcClient.create(jdbc);
    this.json = json;
  }

  @Override
  public List<LoggedChange> after(String channel, long after, int limit) {
    return client
        .sql(AFTER)
        .param("channel", channel)
        .param("after", after)
        .param("limit", limit)
        .query((row, number) -> read(row))
        .list();
  }

  @Override
  public long end() {
    return client.sql("select last_change from progress").query(Long.class).single();
  }

  @Override
  public long begin() {
    return client.sql("select forgotten_change from progress").query(Long.class).single();
  }

  /** Adds to the end; whoever does so holds the progress. */
  void add(List<LoggedChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    jdbc.update(
        connection -> {
          PreparedStatement insert = connection.prepareStatement(INSERT);
          insert.setArray(1, longs(connection, changes, LoggedChange::id));
          insert.setArray(2, texts(connection, changes, LoggedChange::channel));
          insert.setArray(3, texts(connection, changes, LoggedChange::location));
          insert.setArray(4, texts(connection, changes, LoggedChange::sku));
          insert.setArray(5, texts(connection, changes, change -> text(change.before())));
          insert.setArray(6, texts(connection, changes, change -> text(change.after())));
          insert.setArray(7, longs(connection, changes, LoggedChange::version));
          insert.setArray(8, longs(connection, changes, LoggedChange::position));
          insert.setArray(9, longs(connection, changes, LoggedChange::channelVersion));
          insert.setArray(10, texts(connection, changes, LoggedChange::cause));
          insert.setArray(11, texts(connection, changes, each -> each.changedAt().toString()));
          return insert;
        });
  }

  /**
   * What was taken from the beginning of the log.
   *
   * @param newest the last of it; 0 where it is nothing
   */
  record Forgotten(long many, long newest) {}

  /** Takes away some of what is older than a moment. */
  Forgotten forget(Instant before, int limit) {
    return client
        .sql(FORGET)
        .param("limit", limit)
        .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
        .query((row, number) -> new Forgotten(row.getLong("many"), row.getLong("newest")))
        .single();
  }

  private LoggedChange read(ResultSet row) throws SQLException {
    String before = row.getString("before");
    return new LoggedChange(
        row.getLong("id"),
        row.getString("channel"),
        row.getString("location"),
        row.getString("sku"),
        before == null ? null : json.readValue(before, Offered.class),
        json.readValue(row.getString("after"), Offered.class),
        row.getLong("version"),
        row.getLong("position"),
        row.getLong("channel_version"),
        row.getString("cause"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private @Nullable String text(@Nullable Offered offered) {
    return offered == null ? null : json.writeValueAsString(offered);
  }

  private static Array longs(
      Connection connection, List<LoggedChange> changes, Function<LoggedChange, Long> value)
      throws SQLException {
    return connection.createArrayOf("bigint", changes.stream().map(value).toArray());
  }

  private static Array texts(
      Connection connection,
      List<LoggedChange> changes,
      Function<LoggedChange, @Nullable String> value)
      throws SQLException {
    return connection.createArrayOf("text", changes.stream().map(value).toArray());
  }
}
