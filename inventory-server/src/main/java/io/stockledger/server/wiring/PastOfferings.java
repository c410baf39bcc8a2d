package io.stockledger.server.wiring;

import io.stockledger.api.LedgerEvent;
import io.stockledger.api.channel.ChannelCommand;
import io.stockledger.api.channel.ChannelEvent;
import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.location.LocationEvent;
import io.stockledger.api.location.RegisterLocation;
import io.stockledger.api.product.ProductEvent;
import io.stockledger.api.product.RegisterProduct;
import io.stockledger.command.channel.Channel;
import io.stockledger.command.channel.Offering;
import io.stockledger.command.channel.SwitchBoard;
import io.stockledger.command.location.Location;
import io.stockledger.command.product.Product;
import io.stockledger.ledger.store.LedgerStore;
import java.time.Instant;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/**
 * Channels, switches, and what rules look at, as they were at any moment: from the entries that had
 * been recorded by then. {@code recordedAt} never goes back within a stream, so that the first
 * later entry ends it.
 */
final class PastOfferings {
  private final LedgerStore store;

  PastOfferings(LedgerStore store) {
    this.store = store;
  }

  /** How a state goes on with an entry. */
  private interface Step<S, E> {
    S next(@Nullable S before, E event);
  }

  Offering at(Instant moment) {
    return new LedgerOffering(
        id -> location(id, moment),
        sku -> product(sku, moment),
        id -> channel(id, moment),
        () -> fold(SwitchEvent.STREAM, moment, SwitchEvent.class, SwitchBoard::evolve));
  }

  /** None where nothing was said of it by then. */
  @Nullable Channel channel(String id, Instant moment) {
    return fold(ChannelCommand.stream(id), moment, ChannelEvent.class, Channel::evolve);
  }

  @Nullable Location location(String id, Instant moment) {
    return fold(RegisterLocation.stream(id), moment, LocationEvent.class, Location::evolve);
  }

  @Nullable Product product(String sku, Instant moment) {
    return fold(RegisterProduct.stream(sku), moment, ProductEvent.class, Product::evolve);
  }

  private <S, E extends LedgerEvent> @Nullable S fold(
      String stream, Instant moment, Class<E> family, Step<S, E> step) {
    S state = null;
    DomainEventStream events = store.readEvents(stream, 0);
    while (events.hasNext()) {
      E event = family.cast(events.next().getPayload());
      if (event.recordedAt().isAfter(moment)) {
        return state;
      }
      state = step.next(state, event);
    }
    return state;
  }
}
