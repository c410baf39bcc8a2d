package io.stockledger.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every command says beside what it asks.
 *
 * @param occurredAt when it happened, by the sender; none means now. Up to 5 minutes ahead of the
 *     ledger's clock counts as now; the HTTP face refuses what is further ahead
 * @param source the system that says so, such as {@code POS-7}
 * @param reference the document behind it
 * @param note a short remark, at most 500 characters, no personal data
 * @param ifVersion the item's version that the sender knows; a stale one changes nothing
 * @param mayBackdate the sender may state counts and reversals from before the late window
 */
public record Circumstances(
    @Nullable Instant occurredAt,
    @Nullable String source,
    @Nullable Reference reference,
    @Nullable String note,
    @Nullable Long ifVersion,
    boolean mayBackdate) {
  /** Now, without a document, a note or a precondition. */
  public static final Circumstances NONE = new Circumstances(null, null, null, null, null, false);

  public static final int MAX_NOTE_LENGTH = 500;

  public Circumstances at(@Nullable Instant occurredAt) {
    return new Circumstances(occurredAt, source, reference, note, ifVersion, mayBackdate);
  }

  public Circumstances withIfVersion(long version) {
    return new Circumstances(occurredAt, source, reference, note, version, mayBackdate);
  }

  public Circumstances about(Reference reference) {
    return new Circumstances(occurredAt, source, reference, note, ifVersion, mayBackdate);
  }

  public Circumstances withBackdate() {
    return new Circumstances(occurredAt, source, reference, note, ifVersion, true);
  }
}
