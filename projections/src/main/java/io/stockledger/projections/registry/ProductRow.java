package io.stockledger.projections.registry;

import io.stockledger.api.product.ProductEvent;
import io.stockledger.api.product.ProductEvent.ProductChanged;
import io.stockledger.api.product.ProductEvent.ProductRegistered;
import java.time.Instant;

/** What the registry says of a product. */
public record ProductRow(
    String sku, String name, String baseUnit, long version, long position, Instant asOf) {

  /** Each entry states it anew, whole. */
  public static ProductRow fold(ProductEvent event, long position, long version) {
    return switch (event) {
      case ProductRegistered e ->
          new ProductRow(e.sku(), e.name(), e.baseUnit(), version, position, e.recordedAt());
      case ProductChanged e ->
          new ProductRow(e.sku(), e.name(), e.baseUnit(), version, position, e.recordedAt());
    };
  }
}
