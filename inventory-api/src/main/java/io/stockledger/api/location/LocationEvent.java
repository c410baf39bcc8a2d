package io.stockledger.api.location;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.EventName;
import io.stockledger.api.LedgerEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can have happened to an entry of the registry of locations. */
public sealed interface LocationEvent extends LedgerEvent {
  String location();

  /** It states all that is known of the location. */
  @EventName("location.registered")
  record LocationRegistered(
      String location,
      String name,
      LocationKind kind,
      String timeZone,
      @JsonUnwrapped LocationTraits traits,
      Instant occurredAt,
      Instant recordedAt)
      implements LocationEvent {}

  /** It states all that is known of the location from now on. */
  @EventName("location.changed")
  record LocationChanged(
      String location,
      String name,
      LocationKind kind,
      String timeZone,
      @JsonUnwrapped LocationTraits traits,
      Instant occurredAt,
      Instant recordedAt)
      implements LocationEvent {}

  /** No stock comes in and nothing is promised there any more. */
  @EventName("location.retired")
  record LocationRetired(String location, Instant occurredAt, Instant recordedAt)
      implements LocationEvent {}

  /** It is in use again. */
  @EventName("location.reinstated")
  record LocationReinstated(String location, Instant occurredAt, Instant recordedAt)
      implements LocationEvent {}

  /** Another system calls it so; nothing else in the ledger is called so there. */
  @EventName("location.alias-added")
  record LocationAliasAdded(
      String location, String source, String id, Instant occurredAt, Instant recordedAt)
      implements LocationEvent {}

  /** That name means nothing any more. */
  @EventName("location.alias-removed")
  record LocationAliasRemoved(
      String location, String source, String id, Instant occurredAt, Instant recordedAt)
      implements LocationEvent {}

  /**
   * Nothing was heard of a source for too long; it was overdue at {@code occurredAt}.
   *
   * @param lastHeardAt absent where nothing ever was
   */
  @EventName("location.source-stale")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LocationSourceStale(
      String location,
      String source,
      @Nullable Instant lastHeardAt,
      Instant occurredAt,
      Instant recordedAt)
      implements LocationEvent {}

  /** A source that was stale is heard again. */
  @EventName("location.source-back")
  record LocationSourceBack(String location, String source, Instant occurredAt, Instant recordedAt)
      implements LocationEvent {}
}
