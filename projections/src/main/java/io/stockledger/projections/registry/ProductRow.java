package io.stockledger.projections.registry;

import io.stockledger.api.product.ProductEvent;
import io.stockledger.api.product.ProductEvent.ProductChanged;
import io.stockledger.api.product.ProductEvent.ProductRegistered;
import io.stockledger.api.product.ProductEvent.ProductReinstated;
import io.stockledger.api.product.ProductEvent.ProductRetired;
import io.stockledger.api.product.ProductTraits;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the registry says of a product. */
public record ProductRow(
    String sku,
    String name,
    String baseUnit,
    ProductTraits traits,
    boolean retired,
    long version,
    long position,
    Instant asOf) {

  /**
   * @param before the row as the entry before made it, none for the first
   */
  public static ProductRow fold(
      @Nullable ProductRow before, ProductEvent event, long position, long version) {
    return switch (event) {
      case ProductRegistered e ->
          new ProductRow(
              e.sku(),
              e.name(),
              e.baseUnit(),
              e.traits(),
              false,
              version,
              position,
              e.recordedAt());
      case ProductChanged e ->
          new ProductRow(
              e.sku(),
              e.name(),
              e.baseUnit(),
              e.traits(),
              Objects.requireNonNull(before).retired,
              version,
              position,
              e.recordedAt());
      case ProductRetired e -> Objects.requireNonNull(before).next(e, true, position, version);
      case ProductReinstated e -> Objects.requireNonNull(before).next(e, false, position, version);
    };
  }

  private ProductRow next(ProductEvent event, boolean retired, long position, long version) {
    return new ProductRow(
        sku, name, baseUnit, traits, retired, version, position, event.recordedAt());
  }
}
