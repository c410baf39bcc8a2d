package io.stockledger.projections.reservation;

import io.stockledger.api.Reference;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a reservation on one item. Always {@code quantity = open + picked + released +
 * expired}.
 *
 * @param requested units asked for when it was made or last changed
 * @param quantity units granted
 * @param backordered of the units granted, those that were promised beyond what there was to offer
 * @param promisedOn the day that was promised with them
 * @param expiresAt of an open line: absent when it is allocated; of a closed one: as it was last
 * @param madeVersion the item's version at which the line came to be, or was last opened anew after
 *     it was closed: the order of cover
 * @param closedAt when nothing was open any more
 * @param version of the item's last entry that touched it
 */
public record ReservationRow(
    LineId id,
    long requested,
    long quantity,
    long open,
    long picked,
    long released,
    long expired,
    long backordered,
    @Nullable LocalDate promisedOn,
    @Nullable Instant expiresAt,
    @Nullable String channel,
    @Nullable Reference reference,
    long madeVersion,
    Instant reservedAt,
    @Nullable Instant closedAt,
    long version,
    long position) {

  public ReservationRow {
    if (open < 0 || quantity != open + picked + released + expired) {
      throw new IllegalStateException(
          "%s: quantity %d, open %d, picked %d, released %d, expired %d"
              .formatted(id, quantity, open, picked, released, expired));
    }
  }

  ReservationRow pick(long units) {
    return with(open - units, picked + units, released, expired);
  }

  ReservationRow release(long units) {
    return with(open - units, picked, released + units, expired);
  }

  ReservationRow expire(long units) {
    return with(open - units, picked, released, expired + units);
  }

  /** What shall be open is stated anew: more was granted, or the rest was released. */
  ReservationRow restate(long units) {
    if (units < open) {
      return release(open - units).requested(units);
    }
    long added = units - open;
    return new ReservationRow(
            id,
            requested,
            quantity + added,
            units,
            picked,
            released,
            expired,
            backordered,
            promisedOn,
            expiresAt,
            channel,
            reference,
            madeVersion,
            reservedAt,
            closedAt,
            version,
            position)
        .requested(units);
  }

  /** More of it was promised beyond what there was; of two promised days the later holds. */
  ReservationRow backordered(@Nullable Long units, @Nullable LocalDate day) {
    return units == null
        ? this
        : new ReservationRow(
            id,
            requested,
            quantity,
            open,
            picked,
            released,
            expired,
            backordered + units,
            promisedOn == null || (day != null && day.isAfter(promisedOn)) ? day : promisedOn,
            expiresAt,
            channel,
            reference,
            madeVersion,
            reservedAt,
            closedAt,
            version,
            position);
  }

  ReservationRow until(@Nullable Instant expiry) {
    return new ReservationRow(
        id,
        requested,
        quantity,
        open,
        picked,
        released,
        expired,
        backordered,
        promisedOn,
        expiry,
        channel,
        reference,
        madeVersion,
        reservedAt,
        closedAt,
        version,
        position);
  }

  /** The stamp of the entry that touched it, which also closes it when nothing is open. */
  ReservationRow touched(Instant recordedAt, long version, long position) {
    Instant closed = open > 0 ? null : closedAt == null ? recordedAt : closedAt;
    return new ReservationRow(
        id,
        requested,
        quantity,
        open,
        picked,
        released,
        expired,
        backordered,
        promisedOn,
        expiresAt,
        channel,
        reference,
        madeVersion,
        reservedAt,
        closed,
        version,
        position);
  }

  /** Its place in the order of cover is that of a new line. */
  ReservationRow madeAnew(long madeVersion) {
    return new ReservationRow(
        id,
        requested,
        quantity,
        open,
        picked,
        released,
        expired,
        backordered,
        promisedOn,
        expiresAt,
        channel,
        reference,
        madeVersion,
        reservedAt,
        closedAt,
        version,
        position);
  }

  ReservationRow requested(long units) {
    return new ReservationRow(
        id,
        units,
        quantity,
        open,
        picked,
        released,
        expired,
        backordered,
        promisedOn,
        expiresAt,
        channel,
        reference,
        madeVersion,
        reservedAt,
        closedAt,
        version,
        position);
  }

  private ReservationRow with(long open, long picked, long released, long expired) {
    return new ReservationRow(
        id,
        requested,
        quantity,
        open,
        picked,
        released,
        expired,
        backordered,
        promisedOn,
        expiresAt,
        channel,
        reference,
        madeVersion,
        reservedAt,
        closedAt,
        version,
        position);
  }
}
