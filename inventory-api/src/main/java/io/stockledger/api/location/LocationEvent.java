package io.stockledger.api.location;

import io.stockledger.api.EventName;
import io.stockledger.api.LedgerEvent;
import java.time.Instant;

/** What can have happened to an entry of the registry of locations. */
public sealed interface LocationEvent extends LedgerEvent {
  String location();

  @EventName("location.registered")
  record LocationRegistered(
      String location,
      String name,
      LocationKind kind,
      String timeZone,
      Instant occurredAt,
      Instant recordedAt)
      implements LocationEvent {}

  @EventName("location.changed")
  record LocationChanged(
      String location,
      String name,
      LocationKind kind,
      String timeZone,
      Instant occurredAt,
      Instant recordedAt)
      implements LocationEvent {}
}
