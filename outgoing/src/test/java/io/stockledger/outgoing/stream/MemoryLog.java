package io.stockledger.outgoing.stream;

import io.stockledger.api.channel.OfferState;
import io.stockledger.api.channel.Offered;
import io.stockledger.outgoing.change.ChangeLog;
import io.stockledger.outgoing.change.LoggedChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A log in memory. */
final class MemoryLog implements ChangeLog {
  static final Instant TOLD_AT = Instant.parse("2026-11-24T10:00:00Z");

  private final List<LoggedChange> changes = new ArrayList<>();
  private long begin;

  /** One more change of a channel. */
  synchronized long add(String channel, String sku) {
    long id = changes.size() + 1L;
    Offered after = new Offered(OfferState.IN_STOCK, id, null, null, true);
    changes.add(new LoggedChange(id, channel, "L1", sku, null, after, id, id, 1, "stock", TOLD_AT));
    return id;
  }

  synchronized void forget(long upTo) {
    begin = upTo;
  }

  @Override
  public synchronized List<LoggedChange> after(String channel, long after, int limit) {
    return changes.stream()
        .filter(c -> c.id() > after && c.id() > begin && c.channel().equals(channel))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized long end() {
    return changes.size();
  }

  @Override
  public synchronized long begin() {
    return begin;
  }
}
