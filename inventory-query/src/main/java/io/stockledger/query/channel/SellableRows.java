package io.stockledger.query.channel;

import io.stockledger.api.channel.SellableQuery.FindSellableOfMany;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a channel may offer, of many items by one statement. */
final class SellableRows {
  static final String PROJECTION = "sellable";

  /** A row that has lines due falls back to the item's card, from which they can be taken off. */
  private static final String SELECT =
      """
      select s.location, s.sku, s.rule,
             case when a.sku is null then s.figure
                  else greatest(0, a.good - a.pending + due.units - a.allocated - a.set_aside)
             end as figure,
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

  private final ReadModel model;

  SellableRows(ReadModel model) {
    this.model = model;
  }

  /**
   * @param nextDue a lower bound of the expiries of its pending lines
   */
  record Row(
      String location,
      String sku,
      long figure,
      String rule,
      long version,
      long position,
      @Nullable Instant nextDue,
      boolean parked) {}

  /**
   * @param locations none for all of the channel's
   */
  Rows<Row> read(String channel, List<String> skus, List<String> locations, Instant now) {
    Conditions conditions =
        new Conditions()
            .and("s.channel = :channel", "channel", channel)
            .and("s.sku in (:skus)", "skus", skus)
            .andIf("s.location in (:locations)", "locations", locations)
            .with("now", Columns.moment(now));
    Rows<Row> found =
        model.read(
            PROJECTION,
            conditions.in(SELECT),
            conditions.parameters(),
            "sku",
            (row, number) -> row(row));
    // a row with lines due is that of the item's card, which may be further
    found.items().forEach(row -> model.heard().told(row.position()));
    return found;
  }

  /**
   * What the tables say of many.
   *
   * @param position up to where it is folded
   */
  record Read(long position, Lines lines) {}

  /** Reads many, and remembers them. */
  Read read(FindSellableOfMany query, SellableMemory memory, Instant now) {
    long epoch = memory.epoch();
    Rows<Row> found = read(query.channel(), query.skus(), query.locations(), now);
    Lines lines = new Lines(found, model, query);
    lines.forEach((place, offer) -> memory.keep(query.channel(), place, offer, now, epoch));
    return new Read(found.position(), lines);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("location"),
        row.getString("sku"),
        row.getLong("figure"),
        row.getString("rule"),
        row.getLong("version"),
        row.getLong("position"),
        Columns.instantOrNull(row, "next_due"),
        row.getBoolean("parked"));
  }
}
