package io.stockledger.api;

import io.stockledger.api.channel.ChannelEvent;
import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.credential.CredentialEvent;
import io.stockledger.api.device.DeviceEvent;
import io.stockledger.api.location.LocationEvent;
import io.stockledger.api.lowstock.LowStockRuleEvent;
import io.stockledger.api.product.ProductEvent;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.webhook.WebhookEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every event that the ledger can hold, with the name it is stored under. */
public final class EventCatalogue {
  private static final List<Class<? extends LedgerEvent>> ALL =
      Stream.<Class<? extends LedgerEvent>>of(
              StockEvent.class,
              LocationEvent.class,
              ProductEvent.class,
              CredentialEvent.class,
              DeviceEvent.class,
              LowStockRuleEvent.class,
              WebhookEvent.class,
              ChannelEvent.class,
              SwitchEvent.class)
          .flatMap(EventCatalogue::events)
          .distinct()
          .toList();

  private EventCatalogue() {}

  /** Families may hold families, and an event may be of several. */
  private static Stream<Class<? extends LedgerEvent>> events(Class<? extends LedgerEvent> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses())
            .flatMap(part -> events(part.asSubclass(LedgerEvent.class)))
        : Stream.of(type);
  }

  public static List<Class<? extends LedgerEvent>> all() {
    return ALL;
  }

  /**
   * @throws IllegalArgumentException when the class is not an event of this catalogue
   */
  public static EventName nameOf(Class<?> event) {
    EventName name = event.getAnnotation(EventName.class);
    if (name == null) {
      throw new IllegalArgumentException(event.getName() + " has no event name");
    }
    return name;
  }
}
