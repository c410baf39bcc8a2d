package io.stockledger.api.location;

import io.stockledger.api.Answer.View;
import io.stockledger.api.Page;
import io.stockledger.api.Query;

/** What may be asked about the registry of locations. */
public sealed interface LocationQuery<V extends View> extends Query<V> {
  /** One of them. Unknown: {@code unknown-location}. */
  record FindLocation(String location) implements LocationQuery<LocationView> {}

  /** All of them, by id. */
  record ListLocations(Page page) implements LocationQuery<LocationsView> {}
}
