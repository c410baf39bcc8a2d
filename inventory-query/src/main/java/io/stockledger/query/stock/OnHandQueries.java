package io.stockledger.query.stock;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.LastCount;
import io.stockledger.api.stock.OnHandTotalView;
import io.stockledger.api.stock.OnHandTotalView.OnHandTotal;
import io.stockledger.api.stock.OnHandView;
import io.stockledger.api.stock.OnHandView.OnHandItem;
import io.stockledger.api.stock.StockQuery.ListOnHand;
import io.stockledger.api.stock.StockQuery.TotalOnHand;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.Cursor;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** Lists of what is physically there. */
public final class OnHandQueries {
  private static final String PROJECTION = "on-hand";

  private static final String ITEMS =
      "select * from on_hand where {where} order by location, sku limit :limit";

  private static final String TOTALS =
      """
      select sku, count(*) as locations, sum(good) as good, sum(damaged) as damaged,
             sum(quarantine) as quarantine, sum(non_sellable) as non_sellable,
             sum(in_transit) as in_transit
        from on_hand where {where} group by sku order by sku limit :limit
      """;

  private final ReadModel model;

  public OnHandQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer list(ListOnHand query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 2);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Conditions conditions =
        Filters.of(query.filter())
            .behind(List.of("location", "sku"), key.get())
            .with("limit", page.limit() + 1);
    Rows<OnHandItem> rows =
        model.read(
            PROJECTION,
            conditions.in(ITEMS),
            conditions.parameters(),
            "sku",
            (row, number) -> item(row));
    List<OnHandItem> items = rows.within(page);
    return new OnHandView(
        items,
        rows.next(page, item -> List.of(item.location(), item.sku())),
        rows.position(),
        model.now(),
        Stamps.of(items));
  }

  @QueryHandler
  Answer total(TotalOnHand query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 1);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Conditions conditions =
        Filters.of(query.filter())
            .behind(List.of("sku"), key.get())
            .with("limit", page.limit() + 1);
    Rows<OnHandTotal> rows =
        model.read(
            PROJECTION,
            conditions.in(TOTALS),
            conditions.parameters(),
            "sku",
            (row, number) -> total(row));
    List<OnHandTotal> items = rows.within(page);
    return new OnHandTotalView(
        items,
        rows.next(page, item -> List.of(item.sku())),
        rows.position(),
        model.now(),
        Stamps.of(items));
  }

  private static OnHandItem item(ResultSet row) throws SQLException {
    Figures f = physical(row);
    return new OnHandItem(
        row.getString("location"),
        row.getString("sku"),
        f.onHand(),
        f.good(),
        f.damaged(),
        f.quarantine(),
        f.nonSellable(),
        f.inTransit(),
        Columns.json(row, "last_count", LastCount.class),
        row.getLong("version"),
        row.getLong("position"),
        Columns.instant(row, "as_of"));
  }

  private static OnHandTotal total(ResultSet row) throws SQLException {
    Figures f = physical(row);
    return new OnHandTotal(
        row.getString("sku"),
        row.getLong("locations"),
        f.onHand(),
        f.good(),
        f.damaged(),
        f.quarantine(),
        f.nonSellable(),
        f.inTransit());
  }

  private static Figures physical(ResultSet row) throws SQLException {
    return new Figures(
        row.getLong("good"),
        row.getLong("damaged"),
        row.getLong("quarantine"),
        row.getLong("non_sellable"),
        0,
        0,
        0,
        row.getLong("in_transit"),
        0,
        0);
  }
}
