package io.stockledger.api.product;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import io.stockledger.api.alias.Alias;
import java.time.Instant;
import java.util.List;

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
      List<Alias> aliases,
      long version,
      Instant recordedAt) {}
}
