package io.stockledger.command.reservation;

import io.stockledger.api.Refusal;
import io.stockledger.api.reservation.ReservationCommand.RequestedLine;
import io.stockledger.api.reservation.ReservationRefusal.NotSellable;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockRefusal.InsufficientStock;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.OpenPromise;
import io.stockledger.command.stock.StockItem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one command may promise, item by item: what is available, or through a channel what that may
 * sell there. Decided on the items as they are before the command promises anything; due lines are
 * off.
 */
final class Promisable {
  private final Drafts drafts;
  private final @Nullable ChannelSales sales;
  private final @Nullable String own;
  private final Map<ItemId, Room> rooms = new HashMap<>();

  /**
   * @param sales absent without a channel
   * @param own the reservation whose units are free for it; absent for a new one
   */
  Promisable(Drafts drafts, @Nullable ChannelSales sales, @Nullable String own) {
    this.drafts = drafts;
    this.sales = sales;
    this.own = own;
  }

  Room room(ItemId item) {
    Room known = rooms.get(item);
    if (known == null) {
      known = measure(drafts.of(item).item());
      rooms.put(item, known);
    }
    return known;
  }

  private Room measure(StockItem item) {
    Room room =
        sales == null
            ? Room.ofAvailable(item.figures().available())
            : sales.room(item, drafts.now());
    return own == null ? room : room.and(held(item, own));
  }

  /** Units that a reservation holds on an item. */
  static long held(StockItem item, String reservationId) {
    return item.promisedTo(reservationId).stream().mapToLong(OpenPromise::quantity).sum();
  }

  /**
   * The day that is promised with units beyond what there is; none without a channel.
   *
   * @param beyond all of them on the item
   */
  @Nullable LocalDate promisedOn(ItemId item, long beyond) {
    Room.Offer offer = room(item).offer();
    return offer == null || beyond == 0
        ? null
        : ChannelSales.promisedOn(offer, beyond, drafts.now());
  }

  /** How long a promise lasts that names no end: the shortest window of its items. */
  @Nullable Duration window(Collection<ItemId> items) {
    Duration shortest = null;
    for (ItemId item : items) {
      Room.Offer offer = room(item).offer();
      Duration window = offer == null ? null : offer.promise().terms().reservationWindow();
      if (window != null && (shortest == null || window.compareTo(shortest) < 0)) {
        shortest = window;
      }
    }
    return shortest;
  }

  /**
   * Why a line is not served. What is truly not there is {@code insufficient-stock}; where rules of
   * the channel have a part in it, it is {@code not-sellable}, with a figure only where the channel
   * shows one.
   *
   * @param looked the items that could have served it
   * @param left what they could have given, all together
   */
  Refusal refusal(RequestedLine line, List<ItemId> looked, long left) {
    ItemId first = looked.getFirst();
    Room.Offer offer = room(first).offer();
    if (sales == null
        || offer == null
        || looked.stream().allMatch(item -> room(item).isAsAvailable())) {
      return new InsufficientStock(first, line.quantity(), left);
    }
    boolean shown = looked.stream().allMatch(item -> room(item).isShown());
    return new NotSellable(
        first,
        sales.channel(),
        line.quantity(),
        shown ? (Long) left : null,
        sales.why(offer.promise()));
  }
}
