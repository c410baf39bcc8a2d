package io.stockledger.server.play;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an accepted command did to an item, as the demo sent it. */
sealed interface Deed {
  /** Units came or went, as asked for. */
  record Moved(Shelf shelf, long units) implements Deed {}

  /** Units changed their condition. */
  record Turned(Shelf from, Shelf to, long units) implements Deed {}

  /** Good units were taken that nobody had been promised, as asked for. */
  record Taken(long units) implements Deed {}

  /** A sale that happened: recorded as far as the books have good units. */
  record Sold(long units) implements Deed {}

  /** Units were counted, absolutely. */
  record Counted(Map<Shelf, Long> units) implements Deed {}

  /** Shelf and book are said to disagree. */
  record Disputed() implements Deed {}

  /**
   * A disagreement was looked into.
   *
   * @param counted on the way, nothing where nobody counted
   * @param closes it is over
   */
  record Settled(Map<Shelf, Long> counted, boolean closes) implements Deed {}

  /**
   * @param expiresAt none for a promise without end
   * @param through a channel, absent without one
   */
  record Promised(
      String reservation,
      String line,
      long units,
      @Nullable Instant expiresAt,
      @Nullable Through through)
      implements Deed {
    Promised(String reservation, String line, long units, @Nullable Instant expiresAt) {
      this(reservation, line, units, expiresAt, null);
    }

    /** Units that the answer says are promised beyond what there is to offer. */
    long beyond() {
      return through == null ? 0 : through.beyond();
    }
  }

  /**
   * The channel of a promise, and what the answer says of it.
   *
   * @param position of its entry in the ledger
   * @param beyond of its units, those that are promised beyond what there is to offer
   * @param promisedOn the day that is promised with them
   */
  record Through(Outlet outlet, long position, long beyond, @Nullable LocalDate promisedOn) {}

  record Confirmed(String reservation) implements Deed {}

  record Extended(String reservation, Instant expiresAt) implements Deed {}

  /**
   * Promised units were taken.
   *
   * @param units of the one line it has here; none for all that is open
   * @param closes what is left open is free
   */
  record Fetched(String reservation, @Nullable Long units, boolean closes) implements Deed {}

  /** All that was open of a promise is free again. */
  record Freed(String reservation, String reason) implements Deed {}

  /** Units set aside, or put back when negative. */
  record Kept(long units) implements Deed {}

  /** Units that were set aside for a transfer left. */
  record Left(long units) implements Deed {}

  /** Units are on their way here. */
  record UnderWay(long units) implements Deed {}

  /** Units that were on their way came, or are given up. */
  record Arrived(Map<Shelf, Long> units, long missing) implements Deed {}

  /** Units are expected for a day, or fewer when negative. */
  record Announced(long units, LocalDate by) implements Deed {}

  /**
   * A supplier's units came.
   *
   * @param expected of those that were expected, so many are so no more
   * @param by the day for which they were expected
   */
  record Came(Map<Shelf, Long> units, long expected, LocalDate by) implements Deed {}

  /** A feed stated how many good units there are. */
  record Totalled(String source, long sequence, long units) implements Deed {}
}
