package io.stockledger.command.channel;

import org.jspecify.annotations.Nullable;

/** The board of switches for whoever only looks, outside of a decision. */
@FunctionalInterface
public interface SwitchBoards {
  /** None before its first entry. */
  @Nullable SwitchBoard current();
}
