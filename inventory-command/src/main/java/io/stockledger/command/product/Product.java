package io.stockledger.command.product;

import io.stockledger.api.product.ProductEvent;
import io.stockledger.api.product.ProductEvent.ProductChanged;
import io.stockledger.api.product.ProductEvent.ProductRegistered;
import io.stockledger.api.product.RegisterProduct;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is stocked, as the registry knows it.
 *
 * @param version how many entries it evolved from, from 1
 * @param lastRecordedAt when the last of them was recorded
 */
public record Product(
    String sku, String name, String baseUnit, long version, Instant lastRecordedAt) {

  /** What putting it into the registry records; nothing when the content is there already. */
  static @Nullable ProductEvent decide(
      @Nullable Product before, RegisterProduct command, Instant now) {
    if (before == null) {
      return new ProductRegistered(command.sku(), command.name(), command.baseUnit(), now, now);
    }
    return before.says(command)
        ? null
        : new ProductChanged(command.sku(), command.name(), command.baseUnit(), now, now);
  }

  static Product evolve(@Nullable Product before, ProductEvent event) {
    long version = before == null ? 1 : before.version + 1;
    return switch (event) {
      case ProductRegistered e ->
          new Product(e.sku(), e.name(), e.baseUnit(), version, e.recordedAt());
      case ProductChanged e ->
          new Product(e.sku(), e.name(), e.baseUnit(), version, e.recordedAt());
    };
  }

  private boolean says(RegisterProduct command) {
    return name.equals(command.name()) && baseUnit.equals(command.baseUnit());
  }
}
