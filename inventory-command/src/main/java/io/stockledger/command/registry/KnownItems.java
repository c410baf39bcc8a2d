package io.stockledger.command.registry;

import io.stockledger.command.stock.StockItem;
import java.util.stream.Stream;

/**
 * The items that there ever were, by the ledger itself, with what earlier commands of the same
 * batch made of them. Reads all items of the one location or product: for the rare command that
 * must know.
 */
public interface KnownItems {
  /** Those at a location, in order; read as they are asked for. */
  Stream<StockItem> at(String location);

  /** Those of a product at any registered location, in order; read as they are asked for. */
  Stream<StockItem> of(String sku);
}
