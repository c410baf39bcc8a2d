package io.stockledger.projections.stock;

import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.projections.table.Table.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** How an item and its figures stand in a table. */
public final class FigureColumns {
  private FigureColumns() {}

  public static <R> List<Column<R>> item(Function<R, ItemId> item) {
    return List.of(
        new Column<>("location", "text", row -> item.apply(row).location()),
        new Column<>("sku", "text", row -> item.apply(row).sku()));
  }

  public static ItemId item(ResultSet row) throws SQLException {
    return new ItemId(row.getString("location"), row.getString("sku"));
  }

  static <R> List<Column<R>> physical(Function<R, Figures> figures) {
    return List.of(
        new Column<>("good", "bigint", row -> figures.apply(row).good()),
        new Column<>("damaged", "bigint", row -> figures.apply(row).damaged()),
        new Column<>("quarantine", "bigint", row -> figures.apply(row).quarantine()),
        new Column<>("non_sellable", "bigint", row -> figures.apply(row).nonSellable()),
        new Column<>("in_transit", "bigint", row -> figures.apply(row).inTransit()));
  }

  /** The columns of promises and expectations, which come beside {@link #physical}. */
  static <R> List<Column<R>> promises(Function<R, Figures> figures) {
    return List.of(
        new Column<>("pending", "bigint", row -> figures.apply(row).pending()),
        new Column<>("allocated", "bigint", row -> figures.apply(row).allocated()),
        new Column<>("set_aside", "bigint", row -> figures.apply(row).setAside()),
        new Column<>("expected", "bigint", row -> figures.apply(row).expected()),
        new Column<>("backordered", "bigint", row -> figures.apply(row).backordered()));
  }

  /** All of them. */
  public static <R> List<Column<R>> all(Function<R, Figures> figures) {
    return java.util.stream.Stream.concat(
            FigureColumns.<R>physical(figures).stream(),
            FigureColumns.<R>promises(figures).stream())
        .toList();
  }

  static Figures readPhysical(ResultSet row) throws SQLException {
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

  public static Figures readAll(ResultSet row) throws SQLException {
    return new Figures(
        row.getLong("good"),
        row.getLong("damaged"),
        row.getLong("quarantine"),
        row.getLong("non_sellable"),
        row.getLong("pending"),
        row.getLong("allocated"),
        row.getLong("set_aside"),
        row.getLong("in_transit"),
        row.getLong("expected"),
        row.getLong("backordered"));
  }
}
