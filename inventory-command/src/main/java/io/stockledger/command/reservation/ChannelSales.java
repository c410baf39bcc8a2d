package io.stockledger.command.reservation;

import io.stockledger.command.channel.Offering;
import io.stockledger.command.reservation.Room.Offer;
import io.stockledger.command.stock.StockItem;
import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Promise;
import io.stockledger.promise.Promising;
import io.stockledger.promise.Stock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one channel may promise of items as they are. */
final class ChannelSales {
  private final Offering offering;
  private final ChannelBook book;

  private ChannelSales(Offering offering, ChannelBook book) {
    this.offering = offering;
    this.book = book;
  }

  /** None where there is no such channel. */
  static @Nullable ChannelSales of(Offering offering, String channel) {
    ChannelBook book = offering.channel(channel);
    return book == null ? null : new ChannelSales(offering, book);
  }

  String channel() {
    return book.channel();
  }

  /** The figure that the channel may know; none where it shows none. */
  @Nullable Long shown(StockItem item, Instant now) {
    Room room = room(item, now);
    return room.isShown() ? (Long) room.sellable() : null;
  }

  /** No promise brings an item into being, whatever a rule allows beyond what is there. */
  Room room(StockItem item, Instant now) {
    Stock stock = item.stock(book.channel());
    Promise promise =
        Promising.promise(
            book,
            offering.switches(),
            offering.subject(item.item()),
            stock,
            offering.place(item.item().location()),
            now,
            false);
    boolean offered = item.exists() && promise.sellable() > 0 && !book.traits().isShadow();
    return new Room(
        offered ? promise.arithmetic().units() : 0,
        offered ? promise.arithmetic().allowance() : 0,
        new Offer(promise, stock, book.traits().isShadow()));
  }

  /** The day that is promised with units beyond what there is to offer. */
  static @Nullable LocalDate promisedOn(Offer offer, long beyond, Instant now) {
    return Promising.promisedOn(offer.promise().terms(), offer.stock(), beyond, now);
  }

  /** Why it does not promise more, in a word that says nothing of figures. */
  String why(Promise promise) {
    if (book.retired()) {
      return "retired-channel";
    }
    if (book.traits().isShadow()) {
      return "shadow-channel";
    }
    if (promise.state().isOffered()) {
      return "beyond-sellable";
    }
    return switch (promise.why()) {
      case "not-exposed", "switch", "silent-source" -> promise.why();
      default -> "out-of-stock";
    };
  }
}
