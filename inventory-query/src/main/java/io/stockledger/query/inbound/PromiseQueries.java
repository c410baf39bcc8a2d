package io.stockledger.query.inbound;

import io.stockledger.api.Answer;
import io.stockledger.api.inbound.AvailableToPromiseView;
import io.stockledger.api.inbound.AvailableToPromiseView.Day;
import io.stockledger.api.inbound.AvailableToPromiseView.Undated;
import io.stockledger.api.inbound.InboundQuery.FindAvailableToPromise;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/**
 * What can be promised of an item, by day. Good units less what is promised and set aside are there
 * today, and may be fewer than none; units are added on the last day by which they are expected.
 */
public final class PromiseQueries {
  private static final String CARD =
      """
      select a.*,
             case when a.next_due <= :now then
               (select coalesce(sum(r.open), 0) from reservation r
                 where r.location = a.location and r.sku = a.sku
                   and r.open > 0 and r.expires_at <= :now)
             else 0 end as due_units
        from available a where a.location = :location and a.sku = :sku
      """;

  private static final String EXPECTED =
      """
      select expected_by, sum(open) as expected from inbound_line
       where location = :location and sku = :sku and open > 0 group by expected_by
      """;

  /** On their way from another location, with a day on which they should arrive. */
  private static final String ON_THE_WAY =
      """
      select (expected_at at time zone
               coalesce((select time_zone from location where location = :location), 'UTC'))::date
               as day,
             sum(open) as units
        from transfer
       where destination = :location and location = :location and sku = :sku
         and open > 0 and expected_at is not null
       group by day
      """;

  private final ReadModel model;

  public PromiseQueries(ReadModel model) {
    this.model = model;
  }

  private record Card(long version, Figures figures) {}

  @QueryHandler
  Answer find(FindAvailableToPromise query) {
    Instant now = model.now();
    return model.inSnapshot(
        () -> {
          Optional<Answer> parked = model.parked(InboundQueries.PROJECTION, query.item());
          return parked.orElseGet(() -> find(query.item(), query.until(), now));
        });
  }

  private Answer find(ItemId item, @Nullable LocalDate until, Instant now) {
    Map<String, Object> parameters = Map.of("location", item.location(), "sku", item.sku());
    Rows<Card> cards =
        model.read(
            InboundQueries.PROJECTION,
            CARD,
            Map.of("location", item.location(), "sku", item.sku(), "now", Columns.moment(now)),
            "sku",
            (row, number) ->
                new Card(row.getLong("version"), Columns.figures(row, row.getLong("due_units"))));
    if (cards.items().isEmpty()) {
      return model.nothingOf(item);
    }
    Card card = cards.items().getFirst();
    LocalDate today = Todays.at(now, model).at(item.location(), model);
    SortedMap<LocalDate, Long> expected = new TreeMap<>();
    model
        .sql(EXPECTED)
        .params(parameters)
        .query(
            row -> {
              expected.put(row.getObject("expected_by", LocalDate.class), row.getLong("expected"));
            });
    long overdue = expected.headMap(today).values().stream().mapToLong(Long::longValue).sum();
    long arriving = addArrivals(parameters, today, expected);
    Undated undated = new Undated(overdue, card.figures().inTransit() - arriving);
    List<Day> days = days(card.figures(), expected.tailMap(today), today, until);
    return new AvailableToPromiseView(
        item.location(),
        item.sku(),
        card.version(),
        card.figures().available(),
        card.figures().uncovered(),
        undated,
        days,
        cards.position(),
        now,
        Stamps.of(List.of(card, undated, days)));
  }

  /**
   * Adds what should arrive from other locations, today or later.
   *
   * @return how many units these are
   */
  private long addArrivals(
      Map<String, Object> parameters, LocalDate today, SortedMap<LocalDate, Long> expected) {
    long[] arriving = {0};
    model
        .sql(ON_THE_WAY)
        .params(parameters)
        .query(
            row -> {
              LocalDate day = row.getObject("day", LocalDate.class);
              if (!day.isBefore(today)) {
                expected.merge(day, row.getLong("units"), Long::sum);
                arriving[0] += row.getLong("units");
              }
            });
    return arriving[0];
  }

  /** Cumulated: units that are not promised on one day can be on the next. */
  private static List<Day> days(
      Figures figures,
      SortedMap<LocalDate, Long> expected,
      LocalDate today,
      @Nullable LocalDate until) {
    SortedMap<LocalDate, Long> byDay = new TreeMap<>(expected);
    byDay.putIfAbsent(today, 0L);
    long free = figures.good() - figures.reserved() - figures.setAside();
    List<Day> days = new ArrayList<>();
    for (Map.Entry<LocalDate, Long> day : byDay.entrySet()) {
      if (until != null && day.getKey().isAfter(until)) {
        break;
      }
      free += day.getValue();
      days.add(new Day(day.getKey(), day.getValue(), Math.max(0, free)));
    }
    return List.copyOf(days);
  }
}
