package io.stockledger.query.inbound;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.inbound.InboundQuery.FindVendor;
import io.stockledger.api.inbound.InboundQuery.ListVendors;
import io.stockledger.api.inbound.InboundQuery.Period;
import io.stockledger.api.inbound.VendorFigures;
import io.stockledger.api.inbound.VendorFigures.Deviation;
import io.stockledger.api.inbound.VendorView;
import io.stockledger.api.inbound.VendorsView;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.Cursor;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** How vendors keep their word. What each figure means is said at {@link VendorFigures}. */
public final class VendorQueries {
  private static final String FIGURES =
      """
      select i.vendor, count(distinct i.inbound_id) as inbounds, count(*) as lines,
             count(*) filter (where i.open > 0) as open_lines,
             count(*) filter (where i.overdue) as overdue_lines,
             count(*) filter (where i.open = 0) as settled_lines,
             count(*) filter (where i.missing > 0) as short_lines,
             count(*) filter (where i.damaged > 0) as damaged_lines,
             count(*) filter (where i.received > i.fulfilled) as excess_lines,
             count(*) filter (where i.expected_by <> i.first_expected_by) as moved_lines,
             coalesce(sum(i.ordered) filter (where i.open = 0), 0) as ordered,
             coalesce(sum(i.received) filter (where i.open = 0), 0) as received,
             round(greatest(0, 1 - sum(abs(i.received - i.ordered)) filter (where i.open = 0)
                               / nullif(sum(i.ordered) filter (where i.open = 0), 0)), 4)
               as quantity_accuracy,
             round(sum(i.in_time) filter (where i.open = 0 or i.overdue)
                   / nullif(sum(i.ordered) filter (where i.open = 0 or i.overdue), 0), 4)
               as fill_rate,
             round(avg(i.days_late) filter (where i.open = 0), 2) as mean,
             percentile_disc(0.5) within group (order by i.days_late)
               filter (where i.open = 0) as median,
             percentile_disc(0.9) within group (order by i.days_late)
               filter (where i.open = 0) as p90
        from (
      """
          + Todays.LINES
          + ") as i where (i.ordered > 0 or i.received > 0) and {where}"
          + " group by i.vendor order by i.vendor limit :limit";

  private final ReadModel model;

  public VendorQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer find(FindVendor query) {
    Instant now = model.now();
    return model.inSnapshot(
        () -> {
          Rows<VendorFigures> rows =
              read(
                  within(query.period())
                      .and("i.vendor = :vendor", "vendor", query.vendor())
                      .with("limit", 1),
                  now);
          if (rows.items().isEmpty() && !knows(query.vendor())) {
            return new Answer.Unknown("unknown-vendor", Map.of("vendor", query.vendor()));
          }
          VendorFigures figures =
              rows.items().isEmpty() ? VendorFigures.none(query.vendor()) : rows.items().getFirst();
          return new VendorView(figures, rows.position(), now, Stamps.of(figures));
        });
  }

  private boolean knows(String vendor) {
    return model.exists(
        "select 1 from inbound_line where vendor = :id order by inbound_id limit 1", vendor);
  }

  @QueryHandler
  Answer list(ListVendors query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 1);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Instant now = model.now();
    return model.inSnapshot(
        () -> {
          Rows<VendorFigures> rows =
              read(
                  within(query.period())
                      .behind(List.of("i.vendor"), key.get())
                      .with("limit", page.limit() + 1),
                  now);
          List<VendorFigures> items = rows.within(page);
          return new VendorsView(
              items,
              rows.next(page, item -> List.of(item.vendor())),
              rows.position(),
              now,
              Stamps.of(items));
        });
  }

  private static Conditions within(Period period) {
    return new Conditions()
        .andIf("i.expected_by >= :from", "from", period.from())
        .andIf("i.expected_by <= :to", "to", period.to());
  }

  private Rows<VendorFigures> read(Conditions conditions, Instant now) {
    Todays.at(now, model).parameters().forEach(conditions::with);
    return model.read(
        InboundQueries.PROJECTION,
        conditions.in(FIGURES),
        conditions.parameters(),
        "vendor",
        (row, number) -> figures(row));
  }

  private static VendorFigures figures(ResultSet row) throws SQLException {
    BigDecimal mean = row.getBigDecimal("mean");
    return new VendorFigures(
        row.getString("vendor"),
        row.getLong("inbounds"),
        row.getLong("lines"),
        row.getLong("open_lines"),
        row.getLong("overdue_lines"),
        row.getLong("settled_lines"),
        row.getLong("short_lines"),
        row.getLong("damaged_lines"),
        row.getLong("excess_lines"),
        row.getLong("moved_lines"),
        row.getLong("ordered"),
        row.getLong("received"),
        row.getBigDecimal("quantity_accuracy"),
        row.getBigDecimal("fill_rate"),
        mean == null ? null : new Deviation(mean, row.getLong("median"), row.getLong("p90")));
  }
}
