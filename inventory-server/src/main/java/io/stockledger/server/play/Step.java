package io.stockledger.server.play;

import java.util.List;

/**
 * One thing that an actor of the trading day does. Everything in it comes from the seed; what the
 * ledger answers decides only how it goes on with it.
 */
sealed interface Step {
  /** When it is done, in simulated seconds since opening. */
  int second();

  /** Units come in. */
  record Delivery(int second, Item item, int units) implements Step {}

  /**
   * A sale at a till.
   *
   * @param happened the customer is gone with it: a fact; else the till asks first
   * @param secondsLate how long after the sale the till says so
   * @param repeated the till says it twice, as one does after a lost answer
   */
  record Sale(int second, Item item, int units, boolean happened, int secondsLate, boolean repeated)
      implements Step {}

  /** An order of the web shop, of one line or several. */
  record Order(int second, List<Line> lines, Fate fate, boolean repeated) implements Step {}

  /** A customer brings units back. */
  record Return(int second, Item item, Shelf shelf, int units, boolean repeated) implements Step {}

  /**
   * After a delivery is put away the shelf is counted.
   *
   * @param difference what the shelf has more than the book, mostly 0
   * @param secondsLate how long ago the count was made
   */
  record Count(int second, Item item, int delivered, int difference, int secondsLate)
      implements Step {}

  /** A figure is corrected by a difference. */
  record Adjustment(int second, Item item, Shelf shelf, int units, String reason) implements Step {}

  /** Units are kept for a display, and put back later. */
  record Display(int second, Item item, int units) implements Step {}

  /** A returned unit is looked at again. */
  record Inspection(int second, Item item, Shelf from, Shelf to, int units) implements Step {}

  /** A delivery was typed in wrongly and is reversed. */
  record Mistake(int second, Item item, int units) implements Step {}

  record Line(Item item, int units) {}

  /** What becomes of an order, if the ledger grants it. */
  enum Fate {
    /** Reserved for seconds, paid, picked. */
    PAID,
    /** The same, but the customer needs more time first. */
    PAID_LATE,
    CANCELLED,
    /** Nobody comes back to it; it runs out. */
    ABANDONED,
    /** Reserved without end, fetched in the store. */
    PICKUP,
    /** Fetched in part, the rest released. */
    PICKUP_IN_PART,
    NO_SHOW
  }
}
