package io.stockledger.command.product;

import org.jspecify.annotations.Nullable;

/**
 * Products as they are for whoever only looks: with what earlier commands of the same batch made of
 * them, from memory where they are known.
 */
@FunctionalInterface
public interface Products {
  /** None for one that is not registered. */
  @Nullable Product find(String sku);
}
