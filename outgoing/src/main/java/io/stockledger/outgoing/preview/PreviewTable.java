package io.stockledger.outgoing.preview;

import io.stockledger.api.stock.ItemId;
import io.stockledger.promise.replay.Draft;
import io.stockledger.promise.replay.Period;
import io.stockledger.promise.replay.PlayedDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Previews and what they found. */
final class PreviewTable {
  static final Duration KEPT = Duration.ofHours(1);

  /** A node that says nothing for so long plays it no more. */
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private static final TypeReference<SortedMap<LocalDate, PreviewTotals>> BY_DAY =
      new TypeReference<>() {};

  private static final String INSERT =
      """
      insert into preview (id, channel, client, request_key, request_hash, draft, days, until,
                           locations, skus, state, asked_at, heard_at)
      values (:id, :channel, :client, :key, :hash, :draft::jsonb, :days, :until,
              :locations::text[], :skus::text[], 'running', :now, :now)
      on conflict (client, request_key) do nothing
      """;

  private static final String ADVANCE =
      """
      update preview set in_reach = :reach, looked_at = :looked, played = :played,
             by_day = :byDay::jsonb, heard_at = :now
       where id = :id and state = 'running'
      """;

  private static final String ITEM =
      """
      insert into preview_item (preview, number, day, location, sku, played)
      values (?, ?, ?, ?, ?, ?::jsonb)
      """;

  private static final String ITEMS =
      """
      select * from preview_item
       where preview = :id and number > :after and (:day::date is null or day = :day::date)
       order by number limit :limit
      """;

  private static final String END =
      """
      update preview set state = :state, complete = :complete, finished_at = :now, heard_at = :now
       where id = :id and state = 'running'
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final JsonMapper json;

  PreviewTable(DataSource dataSource, JsonMapper json) {
    this.jdbc = JdbcClient.create(dataSource);
    this.template = new JdbcTemplate(dataSource);
    this.json = json;
  }

  /** What was asked under a key. */
  record Known(String id, String hash) {}

  Optional<Known> byKey(String client, String key) {
    return jdbc.sql("select id, request_hash from preview where client = :c and request_key = :k")
        .param("c", client)
        .param("k", key)
        .query((row, number) -> new Known(row.getString("id"), row.getString("request_hash")))
        .optional();
  }

  boolean insert(
      String id, PreviewAsked asked, String client, String key, String hash, Instant now) {
    return jdbc.sql(INSERT)
            .param("id", id)
            .param("channel", asked.channel())
            .param("client", client)
            .param("key", key)
            .param("hash", hash)
            .param("draft", json.writeValueAsString(asked.draft()))
            .param("days", asked.period().days())
            .param("until", moment(asked.period().until()))
            .param("locations", asked.locations().toArray(String[]::new))
            .param("skus", asked.skus().toArray(String[]::new))
            .param("now", moment(now))
            .update()
        == 1;
  }

  void forget(Instant now) {
    jdbc.sql("delete from preview where asked_at < :before and heard_at < :before")
        .param("before", moment(now.minus(KEPT)))
        .update();
  }

  Optional<PreviewCard> find(String channel, String id, Instant now) {
    return jdbc.sql("select * from preview where id = :id and channel = :channel")
        .param("id", id)
        .param("channel", channel)
        .query((row, number) -> card(row, now))
        .optional();
  }

  List<PreviewedDay> items(String id, @Nullable LocalDate day, long after, int limit) {
    return jdbc.sql(ITEMS)
        .param("id", id)
        .param("after", after)
        .param("day", day, java.sql.Types.DATE)
        .param("limit", limit)
        .query((row, number) -> item(row))
        .list();
  }

  void add(String id, List<PreviewedDay> days) {
    template.batchUpdate(
        ITEM,
        days.stream()
            .map(
                day ->
                    new Object[] {
                      id,
                      day.number(),
                      day.played().day(),
                      day.item().location(),
                      day.item().sku(),
                      json.writeValueAsString(day.played())
                    })
            .toList());
  }

  /**
   * Says how far it is.
   *
   * @return whether it is still wanted
   */
  boolean advance(
      String id,
      long reach,
      long looked,
      long played,
      SortedMap<LocalDate, PreviewTotals> byDay,
      Instant now) {
    return jdbc.sql(ADVANCE)
            .param("id", id)
            .param("reach", reach)
            .param("looked", looked)
            .param("played", played)
            .param("byDay", json.writeValueAsString(byDay))
            .param("now", moment(now))
            .update()
        == 1;
  }

  void end(String id, String state, boolean complete, Instant now) {
    jdbc.sql(END)
        .param("id", id)
        .param("state", state)
        .param("complete", complete)
        .param("now", moment(now))
        .update();
  }

  private PreviewCard card(ResultSet row, Instant now) throws SQLException {
    long reach = row.getLong("in_reach");
    boolean began = !row.wasNull();
    String state = row.getString("state");
    boolean lost = state.equals("running") && instant(row, "heard_at").isBefore(now.minus(SILENCE));
    return new PreviewCard(
        row.getString("id"),
        new PreviewAsked(
            row.getString("channel"),
            json.readValue(row.getString("draft"), Draft.class),
            new Period(instant(row, "until"), row.getInt("days")),
            strings(row, "locations"),
            strings(row, "skus")),
        lost ? "failed" : state,
        row.getBoolean("complete"),
        began ? (Long) reach : null,
        row.getLong("looked_at"),
        row.getLong("played"),
        json.readValue(row.getString("by_day"), BY_DAY),
        row.getObject("finished_at") == null ? null : instant(row, "finished_at"));
  }

  private PreviewedDay item(ResultSet row) throws SQLException {
    return new PreviewedDay(
        row.getLong("number"),
        new ItemId(row.getString("location"), row.getString("sku")),
        json.readValue(row.getString("played"), PlayedDay.class));
  }

  private static List<String> strings(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime moment(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
