package io.stockledger.query.stock;

import io.stockledger.api.Answer;
import io.stockledger.api.product.VelocityClass;
import io.stockledger.api.stock.CountWorklistView;
import io.stockledger.api.stock.CountWorklistView.Reasons;
import io.stockledger.api.stock.CountWorklistView.ToCount;
import io.stockledger.api.stock.StockQuery.FindCountWorklist;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/**
 * What to count next at a location. The score is the sum of five reasons; how each is made is what
 * {@code docs/http-api.md} says under "What to count next".
 */
public final class CountWorklistQueries {
  static final String PROJECTION = "count-need";

  /** How many days back picks count. */
  private static final int DAYS = 30;

  private static final String WORKLIST =
      """
      select *, round(age + variance + velocity + velocity_class_points + discrepancies, 1) as score
        from (
          select o.location, o.sku,
                 o.good + o.damaged + o.quarantine + o.non_sellable as on_hand,
                 n.counted_at, off.mean, sold.units as picked_units,
                 coalesce(n.open_discrepancies, 0) as open_discrepancies,
                 case when n.counted_at is null then 40 else round(40 * least(1, greatest(0,
                   extract(epoch from cast(:now as timestamptz) - n.counted_at) / 86400 / 90)),
                   1) end as age,
                 round(coalesce(20 * off.mean / (off.mean + 5), 0), 1) as variance,
                 round(20 * sold.units / (sold.units + 30), 1) as velocity,
                 p.traits ->> 'velocityClass' as velocity_class,
                 coalesce((cast(:points as jsonb) ->> (p.traits ->> 'velocityClass'))::numeric, 0)
                   as velocity_class_points,
                 least(20, 10 * coalesce(n.open_discrepancies, 0))::numeric as discrepancies
            from on_hand o
            left join count_need n on n.location = o.location and n.sku = o.sku
            left join product p on p.sku = o.sku
           cross join lateral (
             select round(avg(one::numeric), 1) as mean
               from jsonb_array_elements_text(n.variances) as one) as off
           cross join lateral (
             select greatest(0, coalesce(sum(day.value::numeric), 0)) as units
               from jsonb_each_text(n.picked) as day where day.key > :since) as sold
           where o.location = :location
             and (n.sku is not null or o.good + o.damaged + o.quarantine + o.non_sellable > 0)
        ) as need
       order by counted_at is not null, score desc, sku limit :limit
      """;

  private final ReadModel model;

  public CountWorklistQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer find(FindCountWorklist query) {
    Instant now = model.now();
    return model.inSnapshot(
        () ->
            model.exists("select 1 from location where location = :id", query.location())
                ? worklist(query, now)
                : new Answer.Unknown("unknown-location", Map.of("location", query.location())));
  }

  private Answer worklist(FindCountWorklist query, Instant now) {
    Instant day = now.truncatedTo(ChronoUnit.DAYS);
    Map<String, Object> parameters =
        Map.of(
            "location", query.location(),
            "now", Columns.moment(day),
            "points", ClassPoints.BY_CLASS,
            "since", day.atZone(ZoneOffset.UTC).toLocalDate().minusDays(DAYS).toString(),
            "limit", query.limit());
    Rows<ToCount> rows =
        model.read(PROJECTION, WORKLIST, parameters, "sku", (row, number) -> toCount(row));
    return new CountWorklistView(
        query.location(), rows.items(), rows.position(), now, Stamps.of(rows.items()));
  }

  private static ToCount toCount(ResultSet row) throws SQLException {
    return new ToCount(
        row.getString("location"),
        row.getString("sku"),
        row.getDouble("score"),
        new Reasons(
            row.getDouble("age"),
            row.getDouble("variance"),
            row.getDouble("velocity"),
            row.getDouble("velocity_class_points"),
            row.getDouble("discrepancies")),
        row.getLong("on_hand"),
        Columns.instantOrNull(row, "counted_at"),
        doubleOrNull(row, "mean"),
        row.getLong("picked_units"),
        velocityClass(row.getString("velocity_class")),
        row.getLong("open_discrepancies"));
  }

  private static @Nullable VelocityClass velocityClass(@Nullable String word) {
    return word == null ? null : VelocityClass.valueOf(word);
  }

  private static @Nullable Double doubleOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column) == null ? null : (Double) row.getDouble(column);
  }
}
