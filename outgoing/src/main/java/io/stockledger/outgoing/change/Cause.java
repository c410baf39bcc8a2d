package io.stockledger.outgoing.change;

import java.util.Locale;

/** What makes a channel see something else. */
public enum Cause {
  /** An entry of the item. */
  STOCK,
  /** A rule of the channel. */
  RULE,
  /** An off switch. */
  SWITCH,
  /** The channel itself, a product or a location. */
  REGISTRY,
  /** A source of the location went silent, or was heard again. */
  SOURCE,
  /** Time went by. */
  CLOCK;

  /** As it is told. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
