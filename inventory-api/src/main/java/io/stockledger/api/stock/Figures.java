package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The figures of one item, in base units, none ever negative, none above {@link #MAX}. Stored are
 * the components; on hand, reserved, available and shortfall follow from them (rule book, "Figures
 * of one item").
 *
 * @param pending open quantities of reservations that have an expiry; the reader of a stored figure
 *     takes off what is due
 * @param allocated open quantities of reservations without expiry
 * @param setAside kept for transfers, display, recall
 * @param inTransit on the way here; not yet on hand
 * @param expected announced by suppliers
 * @param backordered the part of uncovered promises that was accepted as backorder
 */
@JsonPropertyOrder({
  "onHand",
  "good",
  "damaged",
  "quarantine",
  "nonSellable",
  "reserved",
  "pending",
  "allocated",
  "setAside",
  "available",
  "inTransit",
  "expected",
  "backordered",
  "shortfall"
})
@JsonIgnoreProperties(
    value = {"onHand", "reserved", "available", "shortfall"},
    allowGetters = true)
public record Figures(
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
  /** The largest figure there may be: 10^15, safely below the 2^53 of a JSON number. */
  public static final long MAX = 1_000_000_000_000_000L;

  /** The largest quantity that one command may state: 10^12. */
  public static final long MAX_QUANTITY = 1_000_000_000_000L;

  public static final Figures ZERO = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  public Figures {
    if (good < 0
        || damaged < 0
        || quarantine < 0
        || nonSellable < 0
        || pending < 0
        || allocated < 0
        || setAside < 0
        || inTransit < 0
        || expected < 0
        || backordered < 0) {
      throw new IllegalArgumentException(
          "a figure would be negative: good %d, damaged %d, quarantine %d, non-sellable %d, pending %d, allocated %d, set aside %d, in transit %d, expected %d, backordered %d"
              .formatted(
                  good,
                  damaged,
                  quarantine,
                  nonSellable,
                  pending,
                  allocated,
                  setAside,
                  inTransit,
                  expected,
                  backordered));
    }
  }

  @JsonProperty
  public long onHand() {
    return good + damaged + quarantine + nonSellable;
  }

  @JsonProperty
  public long reserved() {
    return pending + allocated;
  }

  @JsonProperty
  public long available() {
    return Math.max(0, good - reserved() - setAside);
  }

  /** Promised or set aside beyond what is there in good condition. */
  public long uncovered() {
    return Math.max(0, reserved() + setAside - good);
  }

  /**
   * The same without pending units that ran out. Fewer promises are open then, so that fewer of
   * them may be waiting for units.
   *
   * @param units that ran out, at most {@code pending}
   */
  public Figures without(long units) {
    Figures left = plus(Change.ofPending(-units));
    return left.plus(Change.ofBackordered(Math.min(backordered, left.uncovered()) - backordered));
  }

  @JsonProperty
  public long shortfall() {
    return uncovered() - backordered;
  }

  public long of(Condition condition) {
    return switch (condition) {
      case GOOD -> good;
      case DAMAGED -> damaged;
      case QUARANTINE -> quarantine;
      case NON_SELLABLE -> nonSellable;
    };
  }

  /** The largest of the figures, derived ones included. */
  public long largest() {
    return Math.max(
        Math.max(onHand(), Math.addExact(reserved(), setAside)), Math.max(inTransit, expected));
  }

  /**
   * @throws IllegalArgumentException when a figure would be negative
   * @throws ArithmeticException beyond 64 bits
   */
  public Figures plus(Change change) {
    return new Figures(
        Math.addExact(good, change.good()),
        Math.addExact(damaged, change.damaged()),
        Math.addExact(quarantine, change.quarantine()),
        Math.addExact(nonSellable, change.nonSellable()),
        Math.addExact(pending, change.pending()),
        Math.addExact(allocated, change.allocated()),
        Math.addExact(setAside, change.setAside()),
        Math.addExact(inTransit, change.inTransit()),
        Math.addExact(expected, change.expected()),
        Math.addExact(backordered, change.backordered()));
  }
}
