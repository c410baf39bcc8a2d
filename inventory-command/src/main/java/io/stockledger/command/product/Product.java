package io.stockledger.command.product;

import io.stockledger.api.product.ProductEvent;
import io.stockledger.api.product.ProductEvent.ProductAliasAdded;
import io.stockledger.api.product.ProductEvent.ProductAliasRemoved;
import io.stockledger.api.product.ProductEvent.ProductChanged;
import io.stockledger.api.product.ProductEvent.ProductRegistered;
import io.stockledger.api.product.ProductEvent.ProductReinstated;
import io.stockledger.api.product.ProductEvent.ProductRetired;
import io.stockledger.api.product.ProductTraits;
import io.stockledger.api.product.RegisterProduct;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is stocked, as the registry knows it.
 *
 * @param retired no stock of it comes in and none is promised any more
 * @param version how many entries it evolved from, from 1
 * @param lastRecordedAt when the last of them was recorded
 */
public record Product(
    String sku,
    String name,
    String baseUnit,
    ProductTraits traits,
    boolean retired,
    long version,
    Instant lastRecordedAt) {

  /** The product after one more of its entries. */
  public static Product evolve(@Nullable Product before, ProductEvent event) {
    return switch (event) {
      case ProductRegistered e ->
          new Product(e.sku(), e.name(), e.baseUnit(), e.traits(), false, 1, e.recordedAt());
      case ProductChanged e ->
          existing(before, e)
              .next(e, e.name(), e.baseUnit(), e.traits(), existing(before, e).retired);
      case ProductRetired e -> existing(before, e).next(e, true);
      case ProductReinstated e -> existing(before, e).next(e, false);
      case ProductAliasAdded e -> existing(before, e).next(e, existing(before, e).retired);
      case ProductAliasRemoved e -> existing(before, e).next(e, existing(before, e).retired);
    };
  }

  private static Product existing(@Nullable Product before, ProductEvent event) {
    return Objects.requireNonNull(before, () -> "not registered before " + event);
  }

  private Product next(ProductEvent event, boolean retired) {
    return next(event, name, baseUnit, traits, retired);
  }

  private Product next(
      ProductEvent event, String name, String baseUnit, ProductTraits traits, boolean retired) {
    return new Product(sku, name, baseUnit, traits, retired, version + 1, event.recordedAt());
  }

  boolean says(RegisterProduct command) {
    return name.equals(command.name())
        && baseUnit.equals(command.baseUnit())
        && traits.equals(command.traits());
  }
}
