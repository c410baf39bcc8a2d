package io.stockledger.outgoing.change;

import java.util.List;

/**
 * Reads the log of changes, in order. What is in it is durable; nothing comes in behind its end.
 */
public interface ChangeLog {
  /**
   * The changes of a channel beyond a place in the log, the oldest first.
   *
   * @param after the last one known, 0 for the beginning of what is kept
   * @param limit at most so many
   */
  List<LoggedChange> after(String channel, long after, int limit);

  /** The place of the newest change of all channels, 0 where there is none. */
  long end();

  /** The place before the oldest change that is kept: beyond it nothing is missing. */
  long begin();
}
