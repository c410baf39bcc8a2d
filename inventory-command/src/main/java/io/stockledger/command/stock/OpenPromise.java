package io.stockledger.command.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.stock.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open reservation line on an item.
 *
 * @param quantity still promised, from 1
 * @param place when it was made, in the order of the item's promises
 * @param expiresAt when it runs out; none when it is allocated
 * @param channel through which it was promised, none for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenPromise(
    String reservationId,
    String line,
    long quantity,
    Place place,
    @Nullable Instant expiresAt,
    @Nullable String channel) {
  public OpenPromise {
    if (quantity < 1) {
      throw new IllegalStateException(
          "an open line must promise something: %s/%s has %d"
              .formatted(reservationId, line, quantity));
    }
  }

  /**
   * Where a promise stands in the order in which promises were made.
   *
   * @param version the entry that made it
   * @param index among the lines that this entry made
   */
  public record Place(long version, int index) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byVersion = Long.compare(version, other.version);
      return byVersion != 0 ? byVersion : Integer.compare(index, other.index);
    }
  }

  /** What a line is called on its item. */
  record LineKey(String reservationId, String line) implements Comparable<LineKey> {
    @Override
    public int compareTo(LineKey other) {
      int byReservation = reservationId.compareTo(other.reservationId);
      return byReservation != 0 ? byReservation : line.compareTo(other.line);
    }
  }

  LineKey key() {
    return new LineKey(reservationId, line);
  }

  public boolean pending() {
    return expiresAt != null;
  }

  /** What it does to the figures when so many of its units are no longer promised. */
  public Change less(long units) {
    return pending() ? Change.ofPending(-units) : Change.ofAllocated(-units);
  }

  OpenPromise withQuantity(long quantity) {
    return new OpenPromise(reservationId, line, quantity, place, expiresAt, channel);
  }

  OpenPromise expiring(@Nullable Instant expiresAt) {
    return new OpenPromise(reservationId, line, quantity, place, expiresAt, channel);
  }
}
