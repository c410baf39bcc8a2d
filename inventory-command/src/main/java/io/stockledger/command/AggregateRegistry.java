package io.stockledger.command;

import io.stockledger.api.location.RegisterLocation;
import io.stockledger.api.product.RegisterProduct;
import io.stockledger.command.location.Location;
import io.stockledger.command.location.LocationAggregate;
import io.stockledger.command.product.ProductAggregate;
import io.stockledger.command.stock.Registry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

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

  /** Which day it is at a location; by UTC where it is not registered. */
  LocalDate dayAt(String location, Instant moment) {
    return LocalDate.ofInstant(moment, zoneOf(location));
  }

  private ZoneId zoneOf(String location) {
    try {
      @Nullable Location[] found = new @Nullable Location[1];
      locations.load(RegisterLocation.stream(location)).execute(shell -> found[0] = shell.state());
      Location state = found[0];
      return state == null ? ZoneOffset.UTC : ZoneId.of(state.timeZone());
    } catch (AggregateNotFoundException unknown) {
      return ZoneOffset.UTC;
    }
  }

  private static boolean exists(Repository<?> repository, String stream) {
    try {
      return repository.load(stream).version() != null;
    } catch (AggregateNotFoundException unknown) {
      return false;
    }
  }
}
