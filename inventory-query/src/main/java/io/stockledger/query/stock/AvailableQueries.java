package io.stockledger.query.stock;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.stock.AvailableTotalView;
import io.stockledger.api.stock.AvailableTotalView.AvailableTotal;
import io.stockledger.api.stock.AvailableView;
import io.stockledger.api.stock.AvailableView.AvailableItem;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.StockQuery.ItemFilter;
import io.stockledger.api.stock.StockQuery.ListAvailable;
import io.stockledger.api.stock.StockQuery.TotalAvailable;
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

/** Lists of what is free to promise, with what is due taken off in the same statement. */
public final class AvailableQueries {
  private static final String PROJECTION = "available";

  /** Units of pending lines that ran out by now and that the row still counts. */
  private static final String DUE =
      """
      case when a.next_due <= :now then
        (select coalesce(sum(r.open), 0) from reservation r
          where r.location = a.location and r.sku = a.sku
            and r.open > 0 and r.expires_at <= :now)
      else 0 end
      """;

  private static final String ITEMS =
      "select a.*, "
          + DUE
          + " as due_units from available a where {where} order by location, sku limit :limit";

  private static final String TOTALS =
      """
      select sku, count(*) as locations, sum(good) as good,
             sum(pending - due_units) as pending, sum(allocated) as allocated,
             sum(set_aside) as set_aside, sum(expected) as expected,
             sum(least(backordered, uncovered)) as backordered,
             sum(greatest(0, good - pending + due_units - allocated - set_aside)) as available,
             sum(uncovered - least(backordered, uncovered)) as shortfall
        from (select item.*,
                     greatest(0, pending - due_units + allocated + set_aside - good) as uncovered
                from (select a.*,
      """
          + DUE
          + """
               as due_units from available a where {where}) as item) as item
       group by sku order by sku limit :limit
      """;

  private final ReadModel model;

  public AvailableQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer list(ListAvailable query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 2);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Instant now = model.now();
    Conditions conditions =
        conditions(query.filter(), page, now).behind(List.of("location", "sku"), key.get());
    Rows<AvailableItem> rows =
        model.read(
            PROJECTION,
            conditions.in(ITEMS),
            conditions.parameters(),
            "sku",
            (row, number) -> item(row));
    List<AvailableItem> items = rows.within(page);
    return new AvailableView(
        items,
        rows.next(page, item -> List.of(item.location(), item.sku())),
        rows.position(),
        now,
        Stamps.of(items));
  }

  @QueryHandler
  Answer total(TotalAvailable query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 1);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Instant now = model.now();
    Conditions conditions = conditions(query.filter(), page, now).behind(List.of("sku"), key.get());
    Rows<AvailableTotal> rows =
        model.read(
            PROJECTION,
            conditions.in(TOTALS),
            conditions.parameters(),
            "sku",
            (row, number) -> total(row));
    List<AvailableTotal> items = rows.within(page);
    return new AvailableTotalView(
        items,
        rows.next(page, item -> List.of(item.sku())),
        rows.position(),
        now,
        Stamps.of(items));
  }

  private static Conditions conditions(ItemFilter filter, Page page, Instant now) {
    return Filters.of(filter).with("now", Columns.moment(now)).with("limit", page.limit() + 1);
  }

  private static AvailableItem item(ResultSet row) throws SQLException {
    Figures f = Columns.figures(row, row.getLong("due_units"));
    return new AvailableItem(
        row.getString("location"),
        row.getString("sku"),
        f.available(),
        f.good(),
        f.reserved(),
        f.pending(),
        f.allocated(),
        f.setAside(),
        f.expected(),
        f.backordered(),
        f.shortfall(),
        row.getLong("version"),
        row.getLong("position"),
        Columns.instant(row, "as_of"));
  }

  private static AvailableTotal total(ResultSet row) throws SQLException {
    return new AvailableTotal(
        row.getString("sku"),
        row.getLong("locations"),
        row.getLong("available"),
        row.getLong("good"),
        row.getLong("pending") + row.getLong("allocated"),
        row.getLong("pending"),
        row.getLong("allocated"),
        row.getLong("set_aside"),
        row.getLong("expected"),
        row.getLong("backordered"),
        row.getLong("shortfall"));
  }
}
