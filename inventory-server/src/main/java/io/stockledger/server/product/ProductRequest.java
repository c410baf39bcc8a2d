package io.stockledger.server.product;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the registry says of a product. */
record ProductRequest(
    @NotBlank @Size(max = 200) String name, @Nullable @Size(min = 1, max = 32) String baseUnit) {
  /** What one unit is, where nothing else is said. */
  static final String PIECE = "piece";

  String unit() {
    return baseUnit == null ? PIECE : baseUnit;
  }
}
