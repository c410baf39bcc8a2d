package io.stockledger.server.play;

import java.time.Instant;
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
   */
  record Promised(String reservation, String line, long units, @Nullable Instant expiresAt)
      implements Deed {}

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
  record Freed(String reservation) implements Deed {}

  /** Units set aside, or put back when negative. */
  record Kept(long units) implements Deed {}

  /** Units that were set aside for a transfer left. */
  record Left(long units) implements Deed {}

  /** Units are on their way here. */
  record UnderWay(long units) implements Deed {}

  /** Units that were on their way came, or are given up. */
  record Arrived(Map<Shelf, Long> units, long missing) implements Deed {}

  /** Units are expected, or fewer when negative. */
  record Announced(long units) implements Deed {}

  /**
   * A supplier's units came.
   *
   * @param expected of those that were expected, so many are so no more
   */
  record Came(Map<Shelf, Long> units, long expected) implements Deed {}

  /** A feed stated how many good units there are. */
  record Totalled(String source, long sequence, long units) implements Deed {}
}
