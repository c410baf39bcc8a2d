package io.stockledger.command.channel;

import io.stockledger.api.location.LocationKind;
import io.stockledger.api.product.ProductTraits;
import io.stockledger.api.stock.ItemId;
import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Place;
import io.stockledger.promise.Subject;
import io.stockledger.promise.Switches;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Channels, switches, and what rules look at, as they are for a decision: with what earlier
 * commands of the same batch made of them, from memory where they are known.
 */
public interface Offering {
  /** None where there is no such channel. The default one is always there. */
  @Nullable ChannelBook channel(String channel);

  Switches switches();

  /** What rules look at of an item; as good as empty for what is not registered. */
  Subject subject(ItemId item);

  Place place(String location);

  /** Only the default channel, as it comes, and a registry that says nothing. */
  static Offering plain() {
    ChannelBook standard = ChannelBook.defaultChannel();
    return new Offering() {
      @Override
      public @Nullable ChannelBook channel(String channel) {
        return channel.equals(ChannelBook.DEFAULT) ? standard : null;
      }

      @Override
      public Switches switches() {
        return Switches.NONE;
      }

      @Override
      public Subject subject(ItemId item) {
        return Subject.of(
            item.sku(),
            ProductTraits.NONE,
            item.location(),
            LocationKind.WAREHOUSE,
            Set.of(),
            false);
      }

      @Override
      public Place place(String location) {
        return Place.UNWATCHED;
      }
    };
  }
}
