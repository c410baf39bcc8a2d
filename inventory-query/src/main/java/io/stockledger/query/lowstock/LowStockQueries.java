package io.stockledger.query.lowstock;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.stock.LowStockView;
import io.stockledger.api.stock.LowStockView.LowItem;
import io.stockledger.api.stock.StockQuery.ItemFilter;
import io.stockledger.api.stock.StockQuery.ListLowStock;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.Cursor;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** The items that are low. */
public final class LowStockQueries {
  /** Lines that are due count no more, whether or not that is recorded. */
  private static final String LOW =
      """
      select a.*, l.low, l.restored, l.since, due.units as due_units
        from low_stock l
        join available a on a.location = l.location and a.sku = l.sku
       cross join lateral (
         select coalesce(sum(r.open), 0) as units from reservation r
          where a.next_due <= :now and r.location = a.location and r.sku = a.sku
            and r.open > 0 and r.expires_at <= :now) as due
       where l.since is not null and {where}
       order by l.location, l.sku limit :limit
      """;

  private final ReadModel model;

  public LowStockQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer list(ListLowStock query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 2);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Instant now = model.now();
    ItemFilter filter = query.filter();
    Conditions conditions =
        new Conditions()
            .andIf("l.location in (:locations)", "locations", filter.locations())
            .andIf("l.sku in (:skus)", "skus", filter.skus())
            .andIf("a.position > :changedAfter", "changedAfter", filter.changedAfter())
            .behind(List.of("l.location", "l.sku"), key.get())
            .with("now", Columns.moment(now))
            .with("limit", page.limit() + 1);
    Rows<LowItem> rows =
        model.read(
            LowStockRuleQueries.PROJECTION,
            conditions.in(LOW),
            conditions.parameters(),
            "sku",
            (row, number) -> item(row));
    List<LowItem> items = rows.within(page);
    return new LowStockView(
        items,
        rows.next(page, item -> List.of(item.location(), item.sku())),
        rows.position(),
        now,
        Stamps.of(items));
  }

  private static LowItem item(ResultSet row) throws SQLException {
    return new LowItem(
        row.getString("location"),
        row.getString("sku"),
        Columns.figures(row, row.getLong("due_units")).available(),
        row.getLong("low"),
        row.getLong("restored"),
        Columns.instant(row, "since"),
        row.getLong("version"));
  }
}
