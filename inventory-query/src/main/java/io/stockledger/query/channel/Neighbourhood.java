package io.stockledger.query.channel;

import io.stockledger.api.channel.OfferLine;
import io.stockledger.api.location.Coordinates;
import io.stockledger.api.location.LocationQuery.Near;
import io.stockledger.api.location.OpeningHours;
import io.stockledger.api.location.TransferTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The locations around a point; without one every location is, and none is nearer. */
final class Neighbourhood {
  /** The earth's mean radius, metres. */
  private static final double RADIUS = 6_371_008.8;

  private static final double MICRODEGREES = 1e6;
  private static final long FAR = Long.MAX_VALUE;

  private final @Nullable Near near;
  private final Looking looking;
  private final Instant now;
  private final Map<String, Long> distances = new HashMap<>();

  private Neighbourhood(@Nullable Near near, Looking looking, Instant now) {
    this.near = near;
    this.looking = looking;
    this.now = now;
  }

  static Neighbourhood of(@Nullable Near near, Looking looking, Instant now) {
    return new Neighbourhood(near, looking, now);
  }

  /** Metres on a sphere, as the list of locations has them. */
  static long metres(Coordinates one, Coordinates other) {
    double latitude = Math.toRadians(one.latitudeMicrodegrees() / MICRODEGREES);
    double otherLatitude = Math.toRadians(other.latitudeMicrodegrees() / MICRODEGREES);
    double up = Math.sin((otherLatitude - latitude) / 2);
    double along =
        Math.sin(
            Math.toRadians(
                    (other.longitudeMicrodegrees() - one.longitudeMicrodegrees()) / MICRODEGREES)
                / 2);
    double part = up * up + Math.cos(latitude) * Math.cos(otherLatitude) * along * along;
    return Math.round(2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(part))));
  }

  boolean has(String location) {
    return near == null || distance(location) <= near.metres();
  }

  private long distance(String location) {
    Near around = near;
    if (around == null) {
      return 0;
    }
    return distances.computeIfAbsent(
        location,
        id -> {
          Register.LocationFacts found = looking.location(id);
          Coordinates there = found == null ? null : found.traits().coordinates();
          return there == null ? FAR : metres(around.centre(), there);
        });
  }

  List<Evaluated> nearestFirst(List<Evaluated> items) {
    return near == null
        ? items
        : items.stream()
            .sorted(
                Comparator.comparingLong((Evaluated item) -> distance(item.item().location()))
                    .thenComparing(item -> item.item().location()))
            .toList();
  }

  /** The line with where its location is, where that was asked for. */
  OfferLine at(OfferLine line) {
    String location = line.location();
    Register.LocationFacts found =
        near == null || location == null ? null : looking.location(location);
    return found == null || location == null
        ? line
        : line.at(new OfferLine.Near(distance(location), takes(found), cutOff(found)));
  }

  private static @Nullable Duration takes(Register.LocationFacts location) {
    List<TransferTime> times = location.traits().transferTimes();
    for (TransferTime time : times == null ? List.<TransferTime>of() : times) {
      if (time.to() == null) {
        return time.takes();
      }
    }
    return null;
  }

  /** The last one of today; days are those of the location. */
  private @Nullable String cutOff(Register.LocationFacts location) {
    List<OpeningHours> opening = location.traits().opening();
    DayOfWeek today = now.atZone(ZoneId.of(location.timeZone())).getDayOfWeek();
    String last = null;
    for (OpeningHours hours : opening == null ? List.<OpeningHours>of() : opening) {
      String cutOff = hours.cutOff();
      if (hours.day() == today && cutOff != null && (last == null || cutOff.compareTo(last) > 0)) {
        last = cutOff;
      }
    }
    return last;
  }
}
