package io.stockledger.api.audit;

import io.stockledger.api.Answer.View;
import io.stockledger.api.audit.LedgerView.LedgerEntry;
import io.stockledger.api.stock.Figures;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the ledger, with figures.
 *
 * @param position up to where every entry was looked at
 */
public record EntriesView(List<EntryWithFigures> items, long position, Instant asOf, String stamp)
    implements View {
  /**
   * @param location of the item that it is about, absent where it is about none
   * @param before absent of the first entry of an item
   * @param after absent where it is about no item
   */
  public record EntryWithFigures(
      LedgerEntry entry,
      @Nullable String location,
      @Nullable String sku,
      @Nullable Figures before,
      @Nullable Figures after) {}
}
