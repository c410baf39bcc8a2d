package io.stockledger.command.reservation;

/** Which channels there are. */
@FunctionalInterface
public interface Channels {
  /** The one that is always there; it keeps no buffer, so what is available is sellable on it. */
  String DEFAULT = "default";

  boolean exists(String channel);

  static Channels onlyDefault() {
    return DEFAULT::equals;
  }
}
