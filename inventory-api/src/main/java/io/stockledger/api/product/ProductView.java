package io.stockledger.api.product;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import java.time.Instant;

/** One product. */
public record ProductView(
    @JsonUnwrapped ProductCard product, long position, Instant asOf, String stamp) implements View {
  /** What the registry says of a product. */
  public record ProductCard(
      String sku,
      String name,
      String baseUnit,
      @JsonUnwrapped ProductTraits traits,
      boolean retired,
      long version,
      Instant recordedAt) {}
}
