package io.stockledger.outgoing.change;

import io.stockledger.api.stock.ItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port: the items that there are, and which of them moved. */
public interface Items {
  /**
   * Items with entries beyond a position.
   *
   * @param upTo all that moved up to here are in it
   */
  record Moved(List<ItemId> items, long upTo) {}

  /**
   * Those that moved beyond a position, the earliest first.
   *
   * @param upTo entries beyond it need not be looked at
   * @param limit about so many at most
   */
  Moved moved(long after, long upTo, int limit);

  /**
   * A part of those within reach, by SKU and location.
   *
   * @param after the last of the part before; none for the first
   */
  List<ItemId> part(Reach reach, @Nullable ItemId after, int limit);

  /** How many are within reach. */
  long count(Reach reach);
}
