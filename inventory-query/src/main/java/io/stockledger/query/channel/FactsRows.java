package io.stockledger.query.channel;

import io.stockledger.api.stock.ItemId;
import io.stockledger.promise.Stock;
import io.stockledger.promise.Stock.Arrival;
import io.stockledger.query.near.Place;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what promises are made of, of many items by one statement. */
final class FactsRows {
  static final String PROJECTION = "sellable";

  /** A row that has lines due falls back to the item's card, from which they can be taken off. */
  private static final String SELECT =
      """
      select s.location, s.sku,
             coalesce(a.good, s.good) as good,
             coalesce(a.pending - due.units + a.allocated, s.reserved) as reserved,
             coalesce(a.set_aside, s.set_aside) as set_aside,
             coalesce(a.backordered, s.backordered) as backordered,
             s.backordered_by,
             coalesce(a.in_transit, s.in_transit) as in_transit,
             s.arrivals, s.open_discrepancies, s.last_count_at, s.last_pick_at,
             coalesce(a.version, s.version) as version,
             coalesce(a.position, s.position) as position,
             s.next_due,
             exists (select 1 from parked p where p.projection = 'sellable'
                        and p.stream = 'stock:' || s.location || '/' || s.sku) as parked
        from sellable s
        left join available a
          on s.next_due <= :now and a.location = s.location and a.sku = s.sku
       cross join lateral (
         select coalesce(sum(r.open), 0) as units from reservation r
          where a.next_due <= :now and r.location = a.location and r.sku = a.sku
            and r.open > 0 and r.expires_at <= :now) as due
       where {where}
       order by s.sku, s.location
      """;

  private static final String AMONG =
      """
      (s.sku, s.location) in (
        select * from unnest(string_to_array(:skus, ','), string_to_array(:locations, ',')))
      """;

  private final ReadModel model;
  private final FactsMemory memory;

  FactsRows(ReadModel model, FactsMemory memory) {
    this.model = model;
    this.memory = memory;
  }

  /**
   * What the tables say, by place.
   *
   * @param position up to where they are folded
   */
  record Read(long position, Map<Place, KnownFacts> facts) {}

  /**
   * The facts of SKUs, each at each of the locations, or over all of them where none is named.
   * Remembers them.
   */
  Read read(Collection<String> skus, Collection<String> locations, Instant now) {
    long epoch = memory.epoch();
    Rows<Facts> rows =
        rows(
            new Conditions()
                .and("s.sku in (:skus)", "skus", skus)
                .andIf("s.location in (:locations)", "locations", locations),
            now);
    Map<Place, List<Facts>> by =
        rows.items().stream()
            .collect(
                Collectors.groupingBy(
                    facts ->
                        new Place(
                            facts.item().sku(),
                            locations.isEmpty() ? null : facts.item().location())));
    Map<Place, KnownFacts> known = HashMap.newHashMap(by.size());
    by.forEach(
        (place, facts) -> {
          KnownFacts found = KnownFacts.of(facts, rows.position());
          known.put(place, found);
          memory.keep(place, found, now, epoch);
        });
    return new Read(rows.position(), known);
  }

  /** The facts of items. */
  Rows<Facts> of(Collection<ItemId> items, Instant now) {
    // no id has a comma in it
    return rows(
        new Conditions()
            .and(AMONG)
            .with("skus", items.stream().map(ItemId::sku).collect(Collectors.joining(",")))
            .with(
                "locations", items.stream().map(ItemId::location).collect(Collectors.joining(","))),
        now);
  }

  private Rows<Facts> rows(Conditions conditions, Instant now) {
    conditions.with("now", Columns.moment(now));
    Rows<Facts> found =
        model.read(
            PROJECTION,
            conditions.in(SELECT),
            conditions.parameters(),
            "sku",
            (row, number) -> facts(row));
    // a row with lines due is that of the item's card, which may be further
    found.items().forEach(facts -> model.heard().told(facts.position()));
    return found;
  }

  private static Facts facts(ResultSet row) throws SQLException {
    long good = row.getLong("good");
    long reserved = row.getLong("reserved");
    long setAside = row.getLong("set_aside");
    // lines that are due wait for nothing any more
    long backordered =
        Math.min(row.getLong("backordered"), Math.max(0, reserved + setAside - good));
    return new Facts(
        Columns.item(row),
        new Stock(
            good,
            reserved,
            setAside,
            backordered,
            0,
            row.getLong("in_transit"),
            arrivals(row),
            row.getLong("open_discrepancies"),
            Columns.instantOrNull(row, "last_count_at"),
            Columns.instantOrNull(row, "last_pick_at")),
        backorderedBy(row),
        Columns.instantOrNull(row, "next_due"),
        row.getLong("version"),
        row.getLong("position"),
        row.getBoolean("parked"));
  }

  private static Map<String, Long> backorderedBy(ResultSet row) throws SQLException {
    return row.getString("backordered_by").equals("{}")
        ? Map.of()
        : Objects.requireNonNull(Columns.json(row, "backordered_by", Units.class));
  }

  /** Units by channel, as JSON has them. */
  private static final class Units extends HashMap<String, Long> {
    private static final long serialVersionUID = 1;
  }

  /** A line that is open. */
  private record Line(LocalDate by, long open) {}

  private static List<Arrival> arrivals(ResultSet row) throws SQLException {
    String json = row.getString("arrivals");
    if (json.equals("[]")) {
      return List.of();
    }
    Map<LocalDate, Long> byDay = new TreeMap<>();
    for (Line line : Objects.requireNonNull(Columns.json(row, "arrivals", Line[].class))) {
      byDay.merge(line.by, line.open, Long::sum);
    }
    return byDay.entrySet().stream().map(day -> new Arrival(day.getKey(), day.getValue())).toList();
  }
}
