package io.stockledger.server.audit;

import io.stockledger.api.Identifiers;
import io.stockledger.api.Page;
import io.stockledger.api.Reference;
import io.stockledger.api.audit.HistoryQuery.FindHistory;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.server.read.Pages;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which entries of an item: those that fit everything that is given. */
record HistoryParameters(
    @Nullable @Min(0) @Max(Figures.MAX) Long after,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable @Size(min = 1, max = 64) String type,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String actor,
    @Nullable @Size(min = 1, max = 32) String reason,
    @Nullable @Size(min = 1, max = Reference.MAX_TYPE_LENGTH) String referenceType,
    @Nullable @Size(min = 1, max = Reference.MAX_ID_LENGTH) String reference,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor) {

  FindHistory query(ItemId item) {
    return query(item, Pages.of(limit, cursor));
  }

  FindHistory query(ItemId item, Page page) {
    return new FindHistory(
        item, after, from, to, type, actor, reason, referenceType, reference, page);
  }
}
