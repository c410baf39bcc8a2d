package io.stockledger.command.reservation;

import io.stockledger.promise.Promise;
import io.stockledger.promise.Stock;
import org.jspecify.annotations.Nullable;

/**
 * How much one command may promise on an item.
 *
 * @param units of what is there
 * @param allowance beyond them, as backorder or before a product is out
 * @param offer of the channel; absent without one
 */
record Room(long units, long allowance, @Nullable Offer offer) {
  /**
   * What the channel may promise of the item, and on which facts.
   *
   * @param shadow it only watches, and promises nothing whatever it would say
   */
  record Offer(Promise promise, Stock stock, boolean shadow) {
    boolean isShown() {
      return shadow || promise.shown() != null || !promise.state().isOffered();
    }

    boolean isAsAvailable() {
      return !shadow
          && promise.shown() != null
          && promise.sellable() == promise.arithmetic().available()
          && promise.arithmetic().allowance() == 0;
    }
  }

  static Room ofAvailable(long available) {
    return new Room(available, 0, null);
  }

  /** With units that the same reservation holds already. */
  Room and(long held) {
    return new Room(units + held, allowance, offer);
  }

  long sellable() {
    return units + allowance;
  }

  /** Whether the figure may be told in the channel. That nothing is offered, the state tells. */
  boolean isShown() {
    return offer == null || offer.isShown();
  }

  /** Whether the rules of the channel leave everything as it is: all that is available is sold. */
  boolean isAsAvailable() {
    return offer == null || offer.isAsAvailable();
  }
}
