package io.stockledger.query.reservation;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.reservation.PromiseAccuracyView;
import io.stockledger.api.reservation.PromiseFigures;
import io.stockledger.api.reservation.PromiseGrouping;
import io.stockledger.api.reservation.ReservationQuery.MeasureAccuracy;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.Cursor;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** How promises were kept. What each figure means is said at {@link PromiseFigures}. */
public final class AccuracyQueries {
  private static final String OPEN = "open";
  private static final String KEPT = "kept";
  private static final String LATE = "late";
  private static final String IN_PART = "in part";

  /**
   * What is promised of each line at the moment of the read, of all promises whose first line was
   * made in the period: lines that a change added are of their promise, whenever that was. All
   * lines of a promise have its channel.
   */
  private static final String LINES =
      """
      select reservation_id, location, channel, made_at, promised_on, picked, position,
             quantity - withdrawn as promised,
             case when due then 0 else open end as open,
             case when due then 'EXPIRED' else reason end as reason,
             case when due then expires_at else closed_at end as ended_at
        from (select r.*, r.open > 0 and r.expires_at <= :now as due,
                     min(r.reserved_at) over (partition by r.reservation_id) as made_at
                from reservation r
               where r.reservation_id in (
                     select m.reservation_id from reservation m
                      where m.reserved_at >= :from and m.reserved_at < :until and {through}))
             as whole
       where made_at >= :from and quantity > withdrawn and {there}
      """;

  /** A row per promise; of its lines that were not picked, the last to end says why. */
  private static final String PROMISES =
      "select {word} as word, sum(promised) as promised, sum(open) as open,"
          + " sum(picked) as picked, max(promised_on) as promised_on,"
          + " (max(ended_at) at time zone 'UTC')::date as ended_on,"
          + " (array_agg(reason order by ended_at desc, position desc)"
          + " filter (where reason is not null))[1] as reason from ("
          + LINES
          + ") as line group by reservation_id{place}";

  private static final String JUDGED =
      """
      select word, promised, open, picked, open > 0 and promised_on < :today as overdue,
             case when open > 0 then 'open'
                  when picked < promised
                  then coalesce(reason, case when picked > 0 then 'in part' else 'UNSTATED' end)
                  when ended_on > promised_on then 'late'
                  else 'kept' end as outcome
        from (
      """
          + PROMISES
          + ") as promise";

  private static final String GROUPS =
      """
      select word, sum(overdue)::bigint as overdue, sum(promised)::bigint as promised,
             sum(open)::bigint as open, sum(picked)::bigint as picked,
             jsonb_agg(jsonb_build_object('outcome', outcome, 'promises', promises)) as ended
        from (select word, outcome, count(*) as promises,
                     count(*) filter (where overdue) as overdue, sum(promised) as promised,
                     sum(open) as open, sum(picked) as picked
                from (
      """
          + JUDGED
          + ") as judged where {behind} group by word, outcome) as counted"
          + " group by word order by word limit :limit";

  private final ReadModel model;

  public AccuracyQueries(ReadModel model) {
    this.model = model;
  }

  /** How many promises of a group came to something. */
  private record Ended(String outcome, long promises) {}

  private record Group(String word, PromiseFigures figures) {}

  @QueryHandler
  Answer measure(MeasureAccuracy query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 1);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Instant now = model.now();
    Rows<Group> rows = read(query, key.get(), now);
    List<PromiseFigures> items = rows.within(page).stream().map(Group::figures).toList();
    return new PromiseAccuracyView(
        query.from(),
        query.until(),
        query.by(),
        items,
        rows.next(page, group -> List.of(group.word())),
        rows.position(),
        now,
        Stamps.of(items));
  }

  private Rows<Group> read(MeasureAccuracy query, List<String> key, Instant now) {
    Conditions through = new Conditions().andIf("m.channel = :channel", "channel", query.channel());
    Conditions there = new Conditions().andIf("location = :location", "location", query.location());
    Conditions behind = new Conditions().behind(List.of("word"), key);
    Map<String, Object> parameters = new HashMap<>(through.parameters());
    parameters.putAll(there.parameters());
    parameters.putAll(behind.parameters());
    parameters.put("from", Columns.moment(query.from()));
    parameters.put("until", Columns.moment(query.until()));
    parameters.put("now", Columns.moment(now));
    parameters.put("today", LocalDate.ofInstant(now, ZoneOffset.UTC));
    parameters.put("limit", query.page().limit() + 1);
    String statement =
        GROUPS
            .replace("{through}", through.in("{where}"))
            .replace("{there}", there.in("{where}"))
            .replace("{behind}", behind.in("{where}"))
            .replace("{word}", word(query.by()))
            .replace("{place}", query.by() == PromiseGrouping.LOCATION ? ", location" : "");
    return model.read(
        ReservationQueries.PROJECTION,
        statement,
        parameters,
        "word",
        (row, number) -> group(query.by(), row));
  }

  private static String word(PromiseGrouping by) {
    return switch (by) {
      case CHANNEL -> "coalesce(min(channel), '')";
      case LOCATION -> "location";
      case DAY -> "to_char(min(made_at) at time zone 'UTC', 'YYYY-MM-DD')";
    };
  }

  private static Group group(PromiseGrouping by, ResultSet row) throws SQLException {
    String word = Objects.requireNonNull(row.getString("word"));
    long promised = row.getLong("promised");
    long open = row.getLong("open");
    long picked = row.getLong("picked");
    Ended[] ended = Objects.requireNonNull(Columns.json(row, "ended", Ended[].class));
    PromiseFigures figures =
        PromiseFigures.of(
            by == PromiseGrouping.CHANNEL && !word.isEmpty() ? word : null,
            by == PromiseGrouping.LOCATION ? word : null,
            by == PromiseGrouping.DAY ? LocalDate.parse(word) : null,
            counted(ended, row.getLong("overdue")),
            new PromiseFigures.Units(promised, open, picked, promised - open - picked));
    return new Group(word, figures);
  }

  private static PromiseFigures.Counted counted(Ended[] ended, long overdue) {
    Map<String, Long> byOutcome = new HashMap<>();
    for (Ended one : ended) {
      byOutcome.put(one.outcome(), one.promises());
    }
    return new PromiseFigures.Counted(
        take(byOutcome, OPEN),
        overdue,
        take(byOutcome, KEPT),
        take(byOutcome, LATE),
        take(byOutcome, IN_PART),
        byOutcome);
  }

  private static long take(Map<String, Long> byOutcome, String outcome) {
    @Nullable Long promises = byOutcome.remove(outcome);
    return promises == null ? 0 : promises;
  }
}
