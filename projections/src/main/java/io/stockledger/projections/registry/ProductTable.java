package io.stockledger.projections.registry;

import io.stockledger.api.product.Gtin;
import io.stockledger.api.product.ProductTraits;
import io.stockledger.projections.table.Json;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code product}: the products as they stand. */
final class ProductTable {
  static final Table<ProductRow> TABLE =
      new Table<>(
          "product",
          1,
          Conflict.newerWins("sku"),
          List.of(
              new Column<>("sku", "text", ProductRow::sku),
              new Column<>("name", "text", ProductRow::name),
              new Column<>("base_unit", "text", ProductRow::baseUnit),
              new Column<>("traits", "jsonb", row -> Json.write(row.traits())),
              new Column<>("gtin", "text", ProductTable::gtin),
              new Column<>("retired", "boolean", ProductRow::retired),
              new Column<>("aliases", "jsonb", row -> Json.write(row.aliases())),
              new Column<>("version", "bigint", ProductRow::version),
              new Column<>("position", "bigint", ProductRow::position),
              new Column<>("as_of", "timestamptz", ProductRow::asOf)),
          (row, number) -> read(row));

  private ProductTable() {}

  private static @Nullable String gtin(ProductRow row) {
    String gtin = row.traits().gtin();
    return gtin == null ? null : Gtin.normal(gtin);
  }

  private static ProductRow read(ResultSet row) throws SQLException {
    return new ProductRow(
        row.getString("sku"),
        row.getString("name"),
        row.getString("base_unit"),
        Objects.requireNonNull(Json.read(row, "traits", ProductTraits.class)),
        row.getBoolean("retired"),
        Aliases.read(row),
        row.getLong("version"),
        row.getLong("position"),
        Json.instant(row, "as_of"));
  }
}
