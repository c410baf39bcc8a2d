package io.stockledger.projections.registry;

import io.stockledger.api.location.LocationEvent;
import io.stockledger.api.location.LocationEvent.LocationChanged;
import io.stockledger.api.location.LocationEvent.LocationRegistered;
import io.stockledger.api.location.LocationKind;
import java.time.Instant;

/** What the registry says of a location. */
public record LocationRow(
    String location,
    String name,
    LocationKind kind,
    String timeZone,
    long version,
    long position,
    Instant asOf) {

  /** Each entry states it anew, whole. */
  public static LocationRow fold(LocationEvent event, long position, long version) {
    return switch (event) {
      case LocationRegistered e ->
          new LocationRow(
              e.location(), e.name(), e.kind(), e.timeZone(), version, position, e.recordedAt());
      case LocationChanged e ->
          new LocationRow(
              e.location(), e.name(), e.kind(), e.timeZone(), version, position, e.recordedAt());
    };
  }
}
