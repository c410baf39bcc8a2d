package io.stockledger.outgoing.change;

import io.stockledger.api.stock.ItemId;
import io.stockledger.outgoing.change.Entries.Happening;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is looked at anew in the background, and how far that is. */
public final class TaskTable implements Announcements {
  private static final String JOIN =
      """
      update task set position = :position, cause = :cause
       where started_at is null and finished_at is null
         and channel is not distinct from :channel::text
         and locations = :locations::text[] and skus = :skus::text[]
      """;

  private static final String INSERT =
      """
      insert into task (cause, channel, locations, skus, position, asked_at, turn)
      values (:cause, :channel, :locations::text[], :skus::text[], :position, :now,
              coalesce((select min(turn) from task where finished_at is null), 0))
      """;

  private static final String LIST =
      """
      select * from task where channel = :channel or channel is null
       order by finished_at is not null, id desc limit :limit
      """;

  private final JdbcClient jdbc;

  public TaskTable(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** What is asked for once more before it was begun is one. */
  void ask(Happening happening, Instant now) {
    Reach reach = happening.reach();
    String[] locations = reach.locations().toArray(String[]::new);
    String[] skus = reach.skus().toArray(String[]::new);
    int joined =
        jdbc.sql(JOIN)
            .param("position", happening.position())
            .param("cause", happening.cause().word())
            .param("channel", reach.channel(), Types.VARCHAR)
            .param("locations", locations)
            .param("skus", skus)
            .update();
    if (joined == 0) {
      jdbc.sql(INSERT)
          .param("position", happening.position())
          .param("cause", happening.cause().word())
          .param("channel", reach.channel(), Types.VARCHAR)
          .param("locations", locations)
          .param("skus", skus)
          .param("now", ShownTable.moment(now))
          .update();
    }
  }

  /** Whose turn it is of those that are not finished: a short one does not wait for a long one. */
  Optional<Recomputation> next() {
    return jdbc.sql("select * from task where finished_at is null order by turn, id limit 1")
        .query((row, number) -> read(row))
        .optional();
  }

  void begin(Recomputation task, long total, Instant now) {
    jdbc.sql("update task set started_at = :now, total = :total where id = :id")
        .param("now", ShownTable.moment(now))
        .param("total", total)
        .param("id", task.id())
        .update();
  }

  /**
   * @param last the last item that was looked at; none where there was none left
   */
  void advance(
      Recomputation task, int items, @Nullable ItemId last, boolean finished, Instant now) {
    jdbc.sql(
            """
            update task set done = done + :items, turn = turn + 1,
                   after_sku = coalesce(:sku, after_sku),
                   after_location = coalesce(:location, after_location),
                   finished_at = :finished
             where id = :id
            """)
        .param("items", items)
        .param("sku", last == null ? null : last.sku(), Types.VARCHAR)
        .param("location", last == null ? null : last.location(), Types.VARCHAR)
        .param("finished", finished ? ShownTable.moment(now) : null, Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", task.id())
        .update();
  }

  @Override
  public long position() {
    return jdbc.sql("select position from progress").query(Long.class).single();
  }

  @Override
  public List<Recomputation> recomputations(String channel, int limit) {
    return jdbc.sql(LIST)
        .param("channel", channel)
        .param("limit", limit)
        .query((row, number) -> read(row))
        .list();
  }

  void forget(Instant before) {
    jdbc.sql("delete from task where finished_at < :before")
        .param("before", ShownTable.moment(before))
        .update();
  }

  private static Recomputation read(ResultSet row) throws SQLException {
    String sku = row.getString("after_sku");
    String location = row.getString("after_location");
    long total = row.getLong("total");
    boolean counted = !row.wasNull();
    return new Recomputation(
        row.getLong("id"),
        Cause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)),
        new Reach(row.getString("channel"), strings(row, "locations"), strings(row, "skus")),
        row.getLong("position"),
        sku == null || location == null ? null : new ItemId(location, sku),
        row.getLong("done"),
        counted ? (Long) total : null,
        instant(row, "asked_at"),
        instantOrNull(row, "started_at"),
        instantOrNull(row, "finished_at"));
  }

  private static List<String> strings(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
