package io.stockledger.command;

import java.time.Duration;

/**
 * What an operator may choose about decisions.
 *
 * @param lateWindow how far before an item's newest entry a count or a reversal may lie without the
 *     right to backdate
 * @param strictRegistry locations and products must be registered before stock is moved
 * @param devicePatience how long a line of a device waits for the lines before it
 */
public record CommandSettings(
    Duration lateWindow, boolean strictRegistry, Duration devicePatience) {
  /** 72 hours, strict, 10 minutes. */
  public static final CommandSettings DEFAULT =
      new CommandSettings(Duration.ofDays(3), true, Duration.ofMinutes(10));
}
