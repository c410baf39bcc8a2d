package io.stockledger.projections.registry;

import io.stockledger.api.alias.Alias;
import io.stockledger.api.location.LocationEvent;
import io.stockledger.api.location.LocationEvent.LocationAliasAdded;
import io.stockledger.api.location.LocationEvent.LocationAliasRemoved;
import io.stockledger.api.location.LocationEvent.LocationChanged;
import io.stockledger.api.location.LocationEvent.LocationRegistered;
import io.stockledger.api.location.LocationEvent.LocationReinstated;
import io.stockledger.api.location.LocationEvent.LocationRetired;
import io.stockledger.api.location.LocationEvent.LocationSourceBack;
import io.stockledger.api.location.LocationEvent.LocationSourceStale;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.location.LocationTraits;
import io.stockledger.api.location.Watch;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the registry says of a location. */
public record LocationRow(
    String location,
    String name,
    LocationKind kind,
    String timeZone,
    LocationTraits traits,
    boolean retired,
    List<Alias> aliases,
    SortedMap<String, Watch> watches,
    long version,
    long position,
    Instant asOf) {

  /**
   * @param before the row as the entry before made it, none for the first
   */
  public static LocationRow fold(
      @Nullable LocationRow before, LocationEvent event, long position, long version) {
    return switch (event) {
      case LocationRegistered e ->
          new LocationRow(
              e.location(),
              e.name(),
              e.kind(),
              e.timeZone(),
              e.traits(),
              false,
              List.of(),
              Watch.after(Collections.emptySortedMap(), e),
              version,
              position,
              e.recordedAt());
      case LocationChanged e ->
          new LocationRow(
              e.location(),
              e.name(),
              e.kind(),
              e.timeZone(),
              e.traits(),
              Objects.requireNonNull(before).retired,
              before.aliases,
              Watch.after(before.watches, e),
              version,
              position,
              e.recordedAt());
      case LocationRetired e ->
          Objects.requireNonNull(before).next(e, true, before.aliases, position, version);
      case LocationReinstated e ->
          Objects.requireNonNull(before).next(e, false, before.aliases, position, version);
      case LocationSourceStale e ->
          Objects.requireNonNull(before).next(e, before.retired, before.aliases, position, version);
      case LocationSourceBack e ->
          Objects.requireNonNull(before).next(e, before.retired, before.aliases, position, version);
      case LocationAliasAdded e -> {
        List<Alias> more =
            Aliases.with(Objects.requireNonNull(before).aliases, new Alias(e.source(), e.id()));
        yield before.next(e, before.retired, more, position, version);
      }
      case LocationAliasRemoved e -> {
        List<Alias> fewer =
            Aliases.without(Objects.requireNonNull(before).aliases, new Alias(e.source(), e.id()));
        yield before.next(e, before.retired, fewer, position, version);
      }
    };
  }

  private LocationRow next(
      LocationEvent event, boolean retired, List<Alias> aliases, long position, long version) {
    return new LocationRow(
        location,
        name,
        kind,
        timeZone,
        traits,
        retired,
        aliases,
        Watch.after(watches, event),
        version,
        position,
        event.recordedAt());
  }
}
