package io.stockledger.outgoing.shadow;

import io.stockledger.api.channel.OfferState;
import io.stockledger.api.stock.ItemId;
import io.stockledger.outgoing.shadow.ShadowDifference.Last;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Days of items that were compared, and the answers to those who sent figures. */
final class ShadowTable {
  private static final String ADD =
      """
      insert into shadow_day as known (channel, day, location, sku, compared, different, more,
             fewer, largest, last_at, said, said_state, ours, ours_state)
      values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (channel, day, sku, location) do update
         set compared = known.compared + 1,
             different = known.different + excluded.different,
             more = known.more + excluded.more,
             fewer = known.fewer + excluded.fewer,
             largest = greatest(known.largest, excluded.largest),
             last_at = greatest(known.last_at, excluded.last_at),
             said = case when excluded.last_at >= known.last_at then excluded.said
                         else known.said end,
             said_state = case when excluded.last_at >= known.last_at then excluded.said_state
                               else known.said_state end,
             ours = case when excluded.last_at >= known.last_at then excluded.ours
                         else known.ours end,
             ours_state = case when excluded.last_at >= known.last_at then excluded.ours_state
                               else known.ours_state end
      """;

  private static final String RECEIPT =
      """
      insert into shadow_receipt (client, request_key, request_hash, answer, recorded_at)
      values (:client, :key, :hash, :answer, :now) on conflict do nothing
      """;

  private static final String SUMS =
      """
      sum(compared) as compared, sum(different) as different, sum(more) as more,
      sum(fewer) as fewer, max(largest) as largest
      """;

  private static final String BY_ITEM =
      """
      select d.*, n.last_at, n.said, n.said_state, n.ours, n.ours_state
        from (select sku, location,\s"""
          + SUMS
          + """
                from shadow_day
               where channel = :channel and day >= :since
                 and (:location::text is null or location = :location::text)
               group by sku, location
              having sum(different) > 0) as d
       cross join lateral (
         select * from shadow_day s
          where s.channel = :channel and s.sku = d.sku and s.location = d.location
          order by s.day desc limit 1) as n
       where :after::bigint is null or d.largest < :after::bigint
          or (d.largest = :after::bigint and (d.sku, d.location) > (:sku::text, :place::text))
       order by d.largest desc, d.sku, d.location limit :limit
      """;

  private static final String BY_LOCATION =
      "select location, "
          + SUMS
          + """
              from shadow_day where channel = :channel and day >= :since
             group by location order by sum(more) + sum(fewer) desc, location limit 1000
            """;

  private static final String BY_DAY =
      "select day, "
          + SUMS
          + """
              from shadow_day where channel = :channel and day >= :since
             group by day order by day
            """;

  private static final Comparator<Compared> BY_KEY =
      Comparator.comparing((Compared one) -> day(one.figure()))
          .thenComparing(one -> one.figure().item().sku())
          .thenComparing(one -> one.figure().item().location());

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  ShadowTable(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.template = new JdbcTemplate(dataSource);
  }

  /** What was answered under a key. */
  record Receipt(String hash, String answer) {}

  Optional<Receipt> receipt(String client, String key) {
    return jdbc.sql(
            """
            select request_hash, answer from shadow_receipt
             where client = :client and request_key = :key
            """)
        .param("client", client)
        .param("key", key)
        .query((row, n) -> new Receipt(row.getString("request_hash"), row.getString("answer")))
        .optional();
  }

  /**
   * @return whether the key was free
   */
  boolean keep(String client, String key, Receipt receipt, Instant now) {
    return jdbc.sql(RECEIPT)
            .param("client", client)
            .param("key", key)
            .param("hash", receipt.hash())
            .param("answer", receipt.answer())
            .param("now", moment(now))
            .update()
        == 1;
  }

  /** In the order of the key, so that two senders at once do not wait for each other in a ring. */
  void add(String channel, List<Compared> all) {
    template.batchUpdate(ADD, all.stream().sorted(BY_KEY).map(one -> row(channel, one)).toList());
  }

  private static LocalDate day(ShadowFigure figure) {
    return LocalDate.ofInstant(figure.at(), ZoneOffset.UTC);
  }

  private static String word(OfferState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static @Nullable Object[] row(String channel, Compared one) {
    ShadowFigure figure = one.figure();
    long beyond = one.beyond();
    return new @Nullable Object[] {
      channel,
      day(figure),
      figure.item().location(),
      figure.item().sku(),
      one.differs() ? 1L : 0L,
      Math.max(0, beyond),
      Math.max(0, -beyond),
      Math.abs(beyond),
      moment(figure.at()),
      figure.sellable(),
      figure.state() == null ? null : word(figure.state()),
      one.ours(),
      word(one.ourState())
    };
  }

  void forget(Instant receiptsBefore, LocalDate daysBefore) {
    jdbc.sql("delete from shadow_receipt where recorded_at < :before")
        .param("before", moment(receiptsBefore))
        .update();
    jdbc.sql("delete from shadow_day where day < :before").param("before", daysBefore).update();
  }

  List<ShadowDifference> byItem(
      String channel,
      LocalDate since,
      @Nullable String location,
      @Nullable Long after,
      ItemId behind,
      int limit) {
    return jdbc.sql(BY_ITEM)
        .param("channel", channel)
        .param("since", since)
        .param("location", location, Types.VARCHAR)
        .param("after", after, Types.BIGINT)
        .param("sku", behind.sku())
        .param("place", behind.location())
        .param("limit", limit)
        .query(
            (row, number) ->
                difference(row, null, row.getString("location"), row.getString("sku"), last(row)))
        .list();
  }

  List<ShadowDifference> byLocation(String channel, LocalDate since) {
    return grouped(
        BY_LOCATION, channel, since, row -> difference(row, null, text(row), null, null));
  }

  List<ShadowDifference> byDay(String channel, LocalDate since) {
    return grouped(
        BY_DAY,
        channel,
        since,
        row -> difference(row, LocalDate.parse(text(row)), null, null, null));
  }

  private List<ShadowDifference> grouped(
      String sql, String channel, LocalDate since, Function<ResultSet, ShadowDifference> read) {
    return jdbc.sql(sql)
        .param("channel", channel)
        .param("since", since)
        .query((row, number) -> read.apply(row))
        .list();
  }

  private static String text(ResultSet row) {
    try {
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ShadowDifference difference(
      ResultSet row,
      @Nullable LocalDate day,
      @Nullable String location,
      @Nullable String sku,
      @Nullable Last last) {
    try {
      return new ShadowDifference(
          day,
          location,
          sku,
          row.getLong("compared"),
          row.getLong("different"),
          row.getLong("more"),
          row.getLong("fewer"),
          row.getLong("largest"),
          last);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Last last(ResultSet row) throws SQLException {
    return new Last(
        row.getObject("last_at", OffsetDateTime.class).toInstant(),
        row.getObject("said", Long.class),
        row.getString("said_state"),
        row.getLong("ours"),
        row.getString("ours_state"));
  }

  private static OffsetDateTime moment(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
