package io.stockledger.api.product;

import io.stockledger.api.Identifiers;
import org.jspecify.annotations.Nullable;

/**
 * Put a product into the registry, or change what it says: what is not stated is not said any more.
 * The same content again changes nothing.
 *
 * @param name for people, 1 to 200 characters
 * @param baseUnit what one unit is, such as {@code piece} or {@code gram}
 * @param ifVersion the version that the sender knows
 */
public record RegisterProduct(
    String sku, String name, String baseUnit, ProductTraits traits, @Nullable Long ifVersion)
    implements ProductCommand {
  public RegisterProduct {
    Identifiers.require("sku", sku);
  }

  /** The name of its stream of events. */
  public static String stream(String sku) {
    return "product:" + sku;
  }
}
