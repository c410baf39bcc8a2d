package io.stockledger.command;

import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockRefusal;
import io.stockledger.command.location.Location;
import io.stockledger.command.location.Locations;
import io.stockledger.command.product.Product;
import io.stockledger.command.product.Products;
import io.stockledger.command.stock.Registry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The registry as its locations and products are. */
final class AggregateRegistry implements Registry {
  private final Locations locations;
  private final Products products;

  AggregateRegistry(Locations locations, Products products) {
    this.locations = locations;
    this.products = products;
  }

  @Override
  public boolean knowsLocation(String location) {
    return locations.find(location) != null;
  }

  @Override
  public boolean knowsProduct(String sku) {
    return products.find(sku) != null;
  }

  /** Which day it is at a location; by UTC where it is not registered. */
  LocalDate dayAt(String id, Instant moment) {
    Location location = locations.find(id);
    return LocalDate.ofInstant(
        moment, location == null ? ZoneOffset.UTC : ZoneId.of(location.timeZone()));
  }

  @Override
  public @Nullable StockRefusal closed(ItemId item) {
    Location location = locations.find(item.location());
    if (location != null) {
      List<String> summed = location.traits().summed();
      if (!summed.isEmpty()) {
        return new StockRefusal.SumPool(item.location(), summed);
      }
      if (location.retired()) {
        return new StockRefusal.Retired(item, "location");
      }
    }
    Product product = products.find(item.sku());
    return product != null && product.retired() ? new StockRefusal.Retired(item, "product") : null;
  }
}
