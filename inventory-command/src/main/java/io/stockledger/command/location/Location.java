package io.stockledger.command.location;

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
import io.stockledger.api.location.LocationSource;
import io.stockledger.api.location.LocationTraits;
import io.stockledger.api.location.RegisterLocation;
import io.stockledger.api.location.Watch;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A place that holds stock, as the registry knows it.
 *
 * @param retired no stock comes in and nothing is promised there any more
 * @param watches sources that are expected to report, by name
 * @param version how many entries it evolved from, from 1
 * @param lastRecordedAt when the last of them was recorded
 */
public record Location(
    String location,
    String name,
    LocationKind kind,
    String timeZone,
    LocationTraits traits,
    boolean retired,
    SortedMap<String, Watch> watches,
    long version,
    Instant lastRecordedAt) {

  /** The location after one more of its entries. */
  public static Location evolve(@Nullable Location before, LocationEvent event) {
    return switch (event) {
      case LocationRegistered e ->
          new Location(
              e.location(),
              e.name(),
              e.kind(),
              e.timeZone(),
              e.traits(),
              false,
              Watch.after(Collections.emptySortedMap(), e),
              1,
              e.recordedAt());
      case LocationChanged e ->
          existing(before, e)
              .next(e, e.name(), e.kind(), e.timeZone(), e.traits(), existing(before, e).retired);
      case LocationRetired e -> existing(before, e).next(e, true);
      case LocationReinstated e -> existing(before, e).next(e, false);
      case LocationAliasAdded e -> existing(before, e).next(e, existing(before, e).retired);
      case LocationAliasRemoved e -> existing(before, e).next(e, existing(before, e).retired);
      case LocationSourceStale e -> existing(before, e).next(e, existing(before, e).retired);
      case LocationSourceBack e -> existing(before, e).next(e, existing(before, e).retired);
    };
  }

  private static Location existing(@Nullable Location before, LocationEvent event) {
    return Objects.requireNonNull(before, () -> "not registered before " + event);
  }

  private Location next(LocationEvent event, boolean retired) {
    return next(event, name, kind, timeZone, traits, retired);
  }

  private Location next(
      LocationEvent event,
      String name,
      LocationKind kind,
      String timeZone,
      LocationTraits traits,
      boolean retired) {
    return new Location(
        location,
        name,
        kind,
        timeZone,
        traits,
        retired,
        Watch.after(watches, event),
        version + 1,
        event.recordedAt());
  }

  /** Who tells of its stock, the most trusted first. */
  public List<LocationSource> sources() {
    List<LocationSource> sources = traits.sources();
    return sources == null ? List.of() : sources;
  }

  boolean says(RegisterLocation command) {
    return name.equals(command.name())
        && kind == command.kind()
        && timeZone.equals(command.timeZone())
        && traits.equals(command.traits());
  }
}
