package io.stockledger.server.wiring;

import io.stockledger.api.audit.EntriesView;
import io.stockledger.api.audit.EntriesView.EntryWithFigures;
import io.stockledger.api.audit.LedgerView;
import io.stockledger.api.audit.ReadEntries;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.outgoing.webhook.LedgerEntries;
import io.stockledger.server.read.Reads;

/** The ledger as webhooks are told it: neither keys nor where else what goes. */
final class DeliveredEntries implements LedgerEntries {
  private final Reads reads;
  private final LedgerFeed feed;

  DeliveredEntries(Reads reads, LedgerFeed feed) {
    this.reads = reads;
    this.feed = feed;
  }

  @Override
  public Found after(long position, int limit) {
    EntriesView read = reads.view(new ReadEntries(position, limit));
    return new Found(
        read.items().stream()
            .filter(one -> isTold(one.entry().type()))
            .map(DeliveredEntries::told)
            .toList(),
        read.position());
  }

  private static boolean isTold(String type) {
    return !type.startsWith("credential.") && !type.startsWith("webhook.");
  }

  private static LedgerEntry told(EntryWithFigures one) {
    LedgerView.LedgerEntry entry = one.entry();
    return new LedgerEntry(
        entry.position(),
        entry.stream(),
        one.location(),
        one.sku(),
        entry.version(),
        entry.type(),
        entry.occurredAt(),
        entry.recordedAt(),
        entry.data(),
        one.before(),
        one.after());
  }

  @Override
  public long head() {
    return feed.headPosition();
  }
}
