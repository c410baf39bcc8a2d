package io.stockledger.command.channel;

import org.jspecify.annotations.Nullable;

/** How far those are behind who follow the changes of channels. */
@FunctionalInterface
public interface ConsumerLag {
  /**
   * Of the slowest, in seconds; none where nobody measures it.
   *
   * @param channel none for all channels
   */
  @Nullable Long seconds(@Nullable String channel);

  /** Nobody measures it: no trigger pulls for it. */
  static ConsumerLag unmeasured() {
    return channel -> null;
  }
}
