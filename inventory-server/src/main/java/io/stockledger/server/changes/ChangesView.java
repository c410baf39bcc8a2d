package io.stockledger.server.changes;

import io.stockledger.api.Answer.View;
import io.stockledger.outgoing.change.LoggedChange;
import java.time.Instant;
import java.util.List;

/**
 * A part of what a channel was told.
 *
 * @param items in the order in which they were told
 * @param next what to ask for as {@code after} to go on, now or later
 * @param position up to where the ledger was looked at
 */
record ChangesView(String channel, List<LoggedChange> items, long next, long position, Instant asOf)
    implements View {
  @Override
  public String stamp() {
    return items.size() + "-" + next;
  }
}
