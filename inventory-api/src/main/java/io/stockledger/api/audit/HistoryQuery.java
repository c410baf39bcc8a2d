package io.stockledger.api.audit;

import io.stockledger.api.Answer.View;
import io.stockledger.api.Page;
import io.stockledger.api.Query;
import io.stockledger.api.stock.ItemId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked about the past of stock items. Unknown: {@code unknown-location}, {@code
 * unknown-sku}, {@code unknown-item}, {@code unknown-entry} for a version that is not there yet.
 */
public sealed interface HistoryQuery<V extends View> extends Query<V> {
  /**
   * The entries of an item in order of version, those that fit everything that is given.
   *
   * @param after only beyond this version
   * @param from occurred at this moment or later
   * @param to occurred before this moment
   * @param type event name, such as {@code stock.picked}
   * @param actor client or credential
   * @param reference id of the document
   */
  record FindHistory(
      ItemId item,
      @Nullable Long after,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String type,
      @Nullable String actor,
      @Nullable String reason,
      @Nullable String referenceType,
      @Nullable String reference,
      Page page)
      implements HistoryQuery<HistoryView> {}

  /** The figures right after an entry, with what was due at its {@code recordedAt} taken off. */
  record FindAtVersion(ItemId item, long version) implements HistoryQuery<AsOfView> {}

  /** All figures as the ledger knew them at a moment. */
  record FindAsRecorded(ItemId item, Instant at) implements HistoryQuery<AsOfView> {}

  /** What was physically there at a moment, with everything learned since. */
  record FindAsOccurred(ItemId item, Instant at) implements HistoryQuery<AsOccurredView> {}

  /** {@link FindAsRecorded} for the items of a location, by SKU. */
  record ListAsRecorded(String location, Instant at, Page page)
      implements HistoryQuery<AsOfListView> {}

  /** {@link FindAsOccurred} for the items of a location, by SKU. */
  record ListAsOccurred(String location, Instant at, Page page)
      implements HistoryQuery<AsOccurredListView> {}
}
