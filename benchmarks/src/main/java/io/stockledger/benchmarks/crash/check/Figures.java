package io.stockledger.benchmarks.crash.check;

import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/**
 * Stored figures of an item, or a change of them, signed. What follows from them follows by the
 * definitions of the glossary.
 */
record Figures(
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
  static final Figures ZERO = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Of a {@code change} or of {@code figures}; what is absent is 0. */
  static Figures of(JsonNode json) {
    return new Figures(
        json.path("good").asLong(0),
        json.path("damaged").asLong(0),
        json.path("quarantine").asLong(0),
        json.path("nonSellable").asLong(0),
        json.path("pending").asLong(0),
        json.path("allocated").asLong(0),
        json.path("setAside").asLong(0),
        json.path("inTransit").asLong(0),
        json.path("expected").asLong(0),
        json.path("backordered").asLong(0));
  }

  static Figures ofGood(long units) {
    return new Figures(units, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  static Figures ofPending(long units) {
    return new Figures(0, 0, 0, 0, units, 0, 0, 0, 0, 0);
  }

  static Figures ofAllocated(long units) {
    return new Figures(0, 0, 0, 0, 0, units, 0, 0, 0, 0);
  }

  static Figures ofSetAside(long units) {
    return new Figures(0, 0, 0, 0, 0, 0, units, 0, 0, 0);
  }

  static Figures ofInTransit(long units) {
    return new Figures(0, 0, 0, 0, 0, 0, 0, units, 0, 0);
  }

  Figures plus(Figures other) {
    return new Figures(
        good + other.good,
        damaged + other.damaged,
        quarantine + other.quarantine,
        nonSellable + other.nonSellable,
        pending + other.pending,
        allocated + other.allocated,
        setAside + other.setAside,
        inTransit + other.inTransit,
        expected + other.expected,
        backordered + other.backordered);
  }

  long onHand() {
    return good + damaged + quarantine + nonSellable;
  }

  long reserved() {
    return pending + allocated;
  }

  long available() {
    return Math.max(0, good - reserved() - setAside);
  }

  long uncovered() {
    return Math.max(0, reserved() + setAside - good);
  }

  /** What is uncovered and was not accepted as backorder. */
  long shortfall() {
    return uncovered() - backordered;
  }

  /** Without pending units that ended: whoever waits for less is not backordered for more. */
  Figures withoutPending(long units) {
    Figures left = plus(ofPending(-units));
    long waits = Math.min(backordered, left.uncovered());
    return left.plus(new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, waits - backordered));
  }

  boolean isNegative() {
    return LongStream.of(
            good,
            damaged,
            quarantine,
            nonSellable,
            pending,
            allocated,
            setAside,
            inTransit,
            expected,
            backordered,
            shortfall())
        .anyMatch(units -> units < 0);
  }

  /** Whether the ledger told the same, derived figures included. */
  boolean isTold(JsonNode figures) {
    return of(figures).equals(this)
        && figures.path("onHand").asLong(-1) == onHand()
        && figures.path("reserved").asLong(-1) == reserved()
        && figures.path("available").asLong(-1) == available()
        && figures.path("shortfall").asLong(-1) == shortfall();
  }
}
