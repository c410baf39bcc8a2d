package io.stockledger.outgoing.webhook;

import io.stockledger.outgoing.change.ChangeLog;
import io.stockledger.outgoing.change.LoggedChange;
import io.stockledger.outgoing.webhook.LedgerEntries.LedgerEntry;
import io.stockledger.outgoing.webhook.ProgressTable.Reached;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads what is new for an endpoint, out of the ledger and the log of changes. */
final class Reading {
  /** In place of how far changes were read: some of them are not kept any more. */
  private static final long LOST = -1;

  private final LedgerEntries entries;
  private final ChangeLog changes;
  private final Messages messages;

  Reading(LedgerEntries entries, ChangeLog changes, Messages messages) {
    this.entries = entries;
    this.changes = changes;
    this.messages = messages;
  }

  /**
   * @param messages what the endpoint wants, in order
   * @param upTo where it is once they are done with
   * @param lost changes beyond where it is are not kept any more; then nothing else was read
   */
  record News(List<Message> messages, Reached upTo, boolean lost) {
    static News none(Reached reached) {
      return new News(List.of(), reached, false);
    }
  }

  /**
   * @param most at most so many messages, and as many read of each source
   */
  News beyond(Endpoint endpoint, Reached reached, int batch, int most) {
    List<Message> found = new ArrayList<>();
    long change = changes(endpoint, reached.change(), batch, most, found);
    if (change == LOST) {
      return new News(List.of(), reached, true);
    }
    int left = most - found.size();
    long position =
        left == 0 ? reached.position() : entries(endpoint, reached.position(), batch, left, found);
    return new News(found, new Reached(reached.replays(), position, change), false);
  }

  private long entries(Endpoint endpoint, long after, int batch, int most, List<Message> found) {
    if (endpoint.entries().isEmpty()) {
      return Math.max(after, entries.head());
    }
    LedgerEntries.Found read = entries.after(after, batch);
    int taken = 0;
    for (LedgerEntry entry : read.entries()) {
      if (isFor(endpoint, entry)) {
        if (taken == most) {
          return entry.position() - 1;
        }
        found.add(messages.of(entry));
        taken++;
      }
    }
    return Math.max(after, read.upTo());
  }

  private static boolean isFor(Endpoint endpoint, LedgerEntry entry) {
    return endpoint.wants(entry.type()) && endpoint.isAbout(entry.location(), entry.sku());
  }

  /** The log is read channel by channel; up to where all were read there is nothing else. */
  private long changes(Endpoint endpoint, long after, int batch, int most, List<Message> found) {
    long upTo = Math.max(after, changes.end());
    if (upTo == after || endpoint.channels().isEmpty()) {
      return upTo;
    }
    List<LoggedChange> read = new ArrayList<>();
    for (String channel : endpoint.channels()) {
      List<LoggedChange> ofChannel = changes.after(channel, after, batch);
      read.addAll(ofChannel);
      if (ofChannel.size() == batch) {
        upTo = Math.min(upTo, ofChannel.getLast().id());
      }
    }
    // asked last, so that what is forgotten in the midst of it is noticed
    if (changes.begin() > after) {
      return LOST;
    }
    read.sort(Comparator.comparingLong(LoggedChange::id));
    int taken = 0;
    for (LoggedChange change : read) {
      if (change.id() <= upTo && endpoint.isAbout(change.location(), change.sku())) {
        if (taken == most) {
          return change.id() - 1;
        }
        found.add(messages.of(change));
        taken++;
      }
    }
    return upTo;
  }
}
