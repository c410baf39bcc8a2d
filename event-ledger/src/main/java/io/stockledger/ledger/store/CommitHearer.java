package io.stockledger.ledger.store;

import java.util.List;

/** Wants to know what this node commits, before anybody is answered. */
@FunctionalInterface
public interface CommitHearer {
  /**
   * These entries are durable. Called by the thread that wrote them, which has to go on.
   *
   * @param before the position that they follow
   * @param rows in order, at least one, without their positions
   */
  void committed(long before, List<EventRow> rows);
}
