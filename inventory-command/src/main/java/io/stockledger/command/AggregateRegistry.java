package io.stockledger.command;

import io.stockledger.api.location.RegisterLocation;
import io.stockledger.api.product.RegisterProduct;
import io.stockledger.command.location.LocationAggregate;
import io.stockledger.command.product.ProductAggregate;
import io.stockledger.command.stock.Registry;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** The registry as its aggregates are, in the unit of work of whoever asks. */
final class AggregateRegistry implements Registry {
  private final Repository<LocationAggregate> locations;
  private final Repository<ProductAggregate> products;

  AggregateRegistry(
      Repository<LocationAggregate> locations, Repository<ProductAggregate> products) {
    this.locations = locations;
    this.products = products;
  }

  @Override
  public boolean knowsLocation(String location) {
    return exists(locations, RegisterLocation.stream(location));
  }

  @Override
  public boolean knowsProduct(String sku) {
    return exists(products, RegisterProduct.stream(sku));
  }

  private static boolean exists(Repository<?> repository, String stream) {
    try {
      return repository.load(stream).version() != null;
    } catch (AggregateNotFoundException unknown) {
      return false;
    }
  }
}
