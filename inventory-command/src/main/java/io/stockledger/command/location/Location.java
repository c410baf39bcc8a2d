package io.stockledger.command.location;

import io.stockledger.api.location.LocationEvent;
import io.stockledger.api.location.LocationEvent.LocationChanged;
import io.stockledger.api.location.LocationEvent.LocationRegistered;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.location.RegisterLocation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place that holds stock, as the registry knows it.
 *
 * @param version how many entries it evolved from, from 1
 * @param lastRecordedAt when the last of them was recorded
 */
public record Location(
    String location,
    String name,
    LocationKind kind,
    String timeZone,
    long version,
    Instant lastRecordedAt) {

  /** What putting it into the registry records; nothing when the content is there already. */
  static @Nullable LocationEvent decide(
      @Nullable Location before, RegisterLocation command, Instant now) {
    if (before == null) {
      return new LocationRegistered(
          command.location(), command.name(), command.kind(), command.timeZone(), now, now);
    }
    return before.says(command)
        ? null
        : new LocationChanged(
            command.location(), command.name(), command.kind(), command.timeZone(), now, now);
  }

  static Location evolve(@Nullable Location before, LocationEvent event) {
    long version = before == null ? 1 : before.version + 1;
    return switch (event) {
      case LocationRegistered e ->
          new Location(e.location(), e.name(), e.kind(), e.timeZone(), version, e.recordedAt());
      case LocationChanged e ->
          new Location(e.location(), e.name(), e.kind(), e.timeZone(), version, e.recordedAt());
    };
  }

  private boolean says(RegisterLocation command) {
    return name.equals(command.name())
        && kind == command.kind()
        && timeZone.equals(command.timeZone());
  }
}
