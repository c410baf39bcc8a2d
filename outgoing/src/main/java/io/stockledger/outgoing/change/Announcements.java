package io.stockledger.outgoing.change;

import java.util.List;

/** How far what is told has come. */
public interface Announcements {
  /** Up to where the ledger was looked at; 0 before a channel was put. */
  long position();

  /**
   * What was asked for in the background that touches a channel: what is under way and waits, then
   * what is through, the newest first.
   */
  List<Recomputation> recomputations(String channel, int limit);
}
