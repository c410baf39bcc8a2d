package io.stockledger.projections.registry;

import io.stockledger.api.location.LocationEvent;
import io.stockledger.api.product.ProductEvent;
import io.stockledger.projections.running.Projection;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.table.Json;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;

/** {@code location} and {@code product}: the registry as it stands. */
public final class RegistryProjection implements Projection {
  public static final String NAME = "registry";

  private static final Table<LocationRow> LOCATIONS =
      new Table<>(
          "location",
          1,
          Conflict.newerWins("location"),
          List.of(
              new Column<>("location", "text", LocationRow::location),
              new Column<>("name", "text", LocationRow::name),
              new Column<>("kind", "text", row -> word(row.kind())),
              new Column<>("time_zone", "text", LocationRow::timeZone),
              new Column<>("version", "bigint", LocationRow::version),
              new Column<>("position", "bigint", LocationRow::position),
              new Column<>("as_of", "timestamptz", LocationRow::asOf)),
          (row, number) -> {
            throw new UnsupportedOperationException("nothing is folded from rows of the registry");
          });

  private static final Table<ProductRow> PRODUCTS =
      new Table<>(
          "product",
          1,
          Conflict.newerWins("sku"),
          List.of(
              new Column<>("sku", "text", ProductRow::sku),
              new Column<>("name", "text", ProductRow::name),
              new Column<>("base_unit", "text", ProductRow::baseUnit),
              new Column<>("version", "bigint", ProductRow::version),
              new Column<>("position", "bigint", ProductRow::position),
              new Column<>("as_of", "timestamptz", ProductRow::asOf)),
          (row, number) -> {
            throw new UnsupportedOperationException("nothing is folded from rows of the registry");
          });

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("location", "product");
  }

  @Override
  public void fold(JdbcOperations jdbc, List<RecordedEvent> events) {
    Map<String, LocationRow> locations = new LinkedHashMap<>();
    Map<String, ProductRow> products = new LinkedHashMap<>();
    for (RecordedEvent recorded : events) {
      switch (recorded.payload()) {
        case LocationEvent e ->
            locations.put(
                e.location(), LocationRow.fold(e, recorded.position(), recorded.version()));
        case ProductEvent e ->
            products.put(e.sku(), ProductRow.fold(e, recorded.position(), recorded.version()));
        default -> {
          // Entries of other families say nothing about the registry.
        }
      }
    }
    LOCATIONS.write(jdbc, locations.values());
    PRODUCTS.write(jdbc, products.values());
  }

  private static String word(Enum<?> constant) {
    String json = String.valueOf(Json.write(constant));
    return json.substring(1, json.length() - 1);
  }
}
