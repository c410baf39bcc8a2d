package io.stockledger.query.channel;

import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

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
             due.lines as due_lines,
             exists (select 1 from parked p where p.projection = 'sellable'
                        and p.stream = 'stock:' || s.location || '/' || s.sku) as parked
        from sellable s
        left join available a
          on s.next_due <= :now and a.location = s.location and a.sku = s.sku
       cross join lateral (
         select coalesce(sum(r.open), 0) as units, count(*) as lines from reservation r
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
   * @param dueLines how many lines ran out since without an entry of it
   */
  record Row(
      String location,
      String sku,
      long figure,
      String rule,
      long version,
      long position,
      long dueLines,
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
    return model.read(
        PROJECTION,
        conditions.in(SELECT),
        conditions.parameters(),
        "sku",
        (row, number) -> row(row));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("location"),
        row.getString("sku"),
        row.getLong("figure"),
        row.getString("rule"),
        row.getLong("version"),
        row.getLong("position"),
        row.getLong("due_lines"),
        row.getBoolean("parked"));
  }
}
