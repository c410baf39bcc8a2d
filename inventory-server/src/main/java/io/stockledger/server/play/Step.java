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

  /** An order of a shop, of one line or several. */
  record Order(int second, Outlet outlet, List<Line> lines, Fate fate, boolean repeated)
      implements Step {}

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

  /** Units go from a warehouse to a store. */
  record Transfer(int second, String to, List<Line> lines, Course course) implements Step {}

  /** A supplier announces units, which come later, or not. */
  record Supply(int second, List<Line> lines, Coming coming) implements Step {}

  /**
   * After a delivery a feed says how many there are.
   *
   * @param difference what it sees more than the book, mostly 0
   * @param secondsLate how long ago it looked
   */
  record Total(int second, Item item, int delivered, int difference, int secondsLate)
      implements Step {}

  /** A till that was offline hands in what it sold: in disorder, and in part more than once. */
  record Offline(int second, List<Line> sold) implements Step {}

  /**
   * After a delivery somebody sees that shelf and book disagree, counts, says why and closes it.
   *
   * @param needsManager the reason is none of the listed ones
   */
  record Doubt(int second, Item item, int delivered, int difference, boolean needsManager)
      implements Step {}

  /**
   * A marketplace sends something on an item, which it knows by other names.
   *
   * @param place its name, with whose it is
   * @param product its name, with whose it is
   */
  record Foreign(int second, Item item, String place, String product, int units, Doing doing)
      implements Step {}

  record Line(Item item, int units) {}

  /** What becomes of a transfer. */
  enum Course {
    /** Across the street, in one step. */
    STREET,
    WHOLE,
    IN_PARTS,
    /** One unit of the first line never arrives, another one of it is damaged. */
    SHORT,
    /** Called off before it left. */
    CANCELLED,
    /** A part leaves and is lost; the rest stays. */
    CLOSED
  }

  /** What a marketplace sends. */
  enum Doing {
    SALE,
    RETURN,
    /** A promise without end. */
    ORDER,
    /** Two commands in one request: units come in, and units come back. */
    MANY
  }

  /** What becomes of an announcement. */
  enum Coming {
    WHOLE,
    IN_PARTS,
    /** Fewer than announced, for good. */
    SHORT,
    /** More than announced. */
    EXCESS,
    /** Stated anew before it came. */
    REVISED,
    CANCELLED,
    /** Not on this day. */
    LATER
  }

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
