package io.stockledger.api;

import io.stockledger.api.credential.CredentialEvent;
import io.stockledger.api.location.LocationEvent;
import io.stockledger.api.product.ProductEvent;
import io.stockledger.api.stock.StockEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every event that the ledger can hold, with the name it is stored under. */
public final class EventCatalogue {
  private static final List<Class<? extends LedgerEvent>> ALL =
      Stream.of(StockEvent.class, LocationEvent.class, ProductEvent.class, CredentialEvent.class)
          .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
          .<Class<? extends LedgerEvent>>map(type -> type.asSubclass(LedgerEvent.class))
          .toList();

  private EventCatalogue() {}

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
