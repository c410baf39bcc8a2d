package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What an entry does to the stored figures of its item, signed, in base units. Absent in JSON means
 * 0. Whoever adds up the changes of an item's entries in order of version has its figures.
 *
 * @param backordered what it does to the accepted part of uncovered promises: units promised beyond
 *     what is there count up, units that cover them count down
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Change(
    long good,
    long damaged,
    long quarantine,
    long nonSellable,
    long pending,
    long allocated,
    long setAside,
    long inTransit,
    long expected,
    long backordered) {
  public static final Change NONE = new Change(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  public static Change of(Condition condition, long units) {
    return NONE.plus(condition, units);
  }

  public static Change ofPending(long units) {
    return new Change(0, 0, 0, 0, units, 0, 0, 0, 0, 0);
  }

  public static Change ofAllocated(long units) {
    return new Change(0, 0, 0, 0, 0, units, 0, 0, 0, 0);
  }

  public static Change ofSetAside(long units) {
    return new Change(0, 0, 0, 0, 0, 0, units, 0, 0, 0);
  }

  public static Change ofInTransit(long units) {
    return new Change(0, 0, 0, 0, 0, 0, 0, units, 0, 0);
  }

  public static Change ofExpected(long units) {
    return new Change(0, 0, 0, 0, 0, 0, 0, 0, units, 0);
  }

  /** Units of a promise that are accepted beyond what is there. */
  public static Change ofBackordered(long units) {
    return new Change(0, 0, 0, 0, 0, 0, 0, 0, 0, units);
  }

  /** The same, with another effect on what is accepted beyond what is there. */
  public Change withBackordered(long units) {
    return units == backordered
        ? this
        : plus(ofBackordered(Math.subtractExact(units, backordered)));
  }

  public long of(Condition condition) {
    return switch (condition) {
      case GOOD -> good;
      case DAMAGED -> damaged;
      case QUARANTINE -> quarantine;
      case NON_SELLABLE -> nonSellable;
    };
  }

  public Change plus(Condition condition, long units) {
    return switch (condition) {
      case GOOD -> plus(new Change(units, 0, 0, 0, 0, 0, 0, 0, 0, 0));
      case DAMAGED -> plus(new Change(0, units, 0, 0, 0, 0, 0, 0, 0, 0));
      case QUARANTINE -> plus(new Change(0, 0, units, 0, 0, 0, 0, 0, 0, 0));
      case NON_SELLABLE -> plus(new Change(0, 0, 0, units, 0, 0, 0, 0, 0, 0));
    };
  }

  /**
   * @throws ArithmeticException beyond 64 bits
   */
  public Change plus(Change other) {
    return new Change(
        Math.addExact(good, other.good),
        Math.addExact(damaged, other.damaged),
        Math.addExact(quarantine, other.quarantine),
        Math.addExact(nonSellable, other.nonSellable),
        Math.addExact(pending, other.pending),
        Math.addExact(allocated, other.allocated),
        Math.addExact(setAside, other.setAside),
        Math.addExact(inTransit, other.inTransit),
        Math.addExact(expected, other.expected),
        Math.addExact(backordered, other.backordered));
  }
}
