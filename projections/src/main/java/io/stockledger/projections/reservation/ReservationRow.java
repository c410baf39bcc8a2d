package io.stockledger.projections.reservation;

import io.stockledger.api.Reference;
import io.stockledger.api.reservation.ReleaseReason;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a reservation on one item. Always {@code quantity = open + picked + released +
 * expired}.
 *
 * @param requested units asked for when it was made or last changed
 * @param quantity units granted
 * @param withdrawn of the units released, those that a change took away: they are promised no more
 * @param reason the last one that was given for units released or expired
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
    long withdrawn,
    @Nullable String reason,
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
    if (open < 0 || withdrawn > released || quantity != open + picked + released + expired) {
      throw new IllegalStateException(
          "%s: quantity %d, open %d, picked %d, released %d (%d by changes), expired %d"
              .formatted(id, quantity, open, picked, released, withdrawn, expired));
    }
  }

  ReservationRow pick(long units) {
    return units(quantity, open - units, picked + units, released, expired, withdrawn, reason);
  }

  /**
   * @param why none leaves the reason that was given before
   */
  ReservationRow release(long units, @Nullable String why) {
    String last = why == null ? reason : why;
    return units(quantity, open - units, picked, released + units, expired, withdrawn, last);
  }

  ReservationRow expire(long units) {
    String last = ReleaseReason.EXPIRED.name();
    return units(quantity, open - units, picked, released, expired + units, withdrawn, last);
  }

  /** A change takes units away. */
  ReservationRow withdraw(long units) {
    long gone = withdrawn + units;
    return units(quantity, open - units, picked, released + units, expired, gone, reason);
  }

  /** What shall be open is stated anew: more was granted, or the rest is withdrawn. */
  ReservationRow restate(long units) {
    if (units < open) {
      return withdraw(open - units).requested(units);
    }
    long granted = quantity + units - open;
    return units(granted, units, picked, released, expired, withdrawn, reason).requested(units);
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
            withdrawn,
            reason,
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
        withdrawn,
        reason,
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
        withdrawn,
        reason,
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
        withdrawn,
        reason,
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
        withdrawn,
        reason,
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

  private ReservationRow units(
      long quantity,
      long open,
      long picked,
      long released,
      long expired,
      long withdrawn,
      @Nullable String reason) {
    return new ReservationRow(
        id,
        requested,
        quantity,
        open,
        picked,
        released,
        expired,
        withdrawn,
        reason,
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
