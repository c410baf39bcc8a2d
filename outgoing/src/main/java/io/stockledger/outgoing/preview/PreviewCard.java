package io.stockledger.outgoing.preview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A preview as it is now.
 *
 * @param state {@code running}, {@code done}, {@code cancelled} or {@code failed}
 * @param complete it is done, and every item in reach was looked at
 * @param inReach items that may be looked at; absent before it began
 * @param lookedAt items that were looked at so far
 * @param played of these, items for which the draft could make a difference
 * @param byDay of the items played so far
 */
public record PreviewCard(
    String id,
    PreviewAsked asked,
    String state,
    boolean complete,
    @Nullable Long inReach,
    long lookedAt,
    long played,
    SortedMap<LocalDate, PreviewTotals> byDay,
    @Nullable Instant finishedAt) {
  public PreviewTotals totals() {
    return byDay.values().stream().reduce(PreviewTotals.NONE, PreviewTotals::plus);
  }
}
