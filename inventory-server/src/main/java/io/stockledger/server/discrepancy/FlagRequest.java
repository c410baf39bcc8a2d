package io.stockledger.server.discrepancy;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Identifiers;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.FlagDiscrepancy;
import io.stockledger.server.http.Write;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.ItemRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody saw that shelf and book disagree. */
record FlagRequest(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String discrepancyId,
    @Nullable Condition condition,
    @Nullable @Min(-Figures.MAX_QUANTITY) @Max(Figures.MAX_QUANTITY) Long missing,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String cause,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements ItemRequest {
  private static final String NO_CAUSE_KNOWN = "flagged";

  @Override
  public Object command(ItemId item, Write write) {
    return new FlagDiscrepancy(
        item,
        discrepancyId == null ? UUID.randomUUID().toString() : discrepancyId,
        Objects.requireNonNullElse(condition, Condition.GOOD),
        missing,
        Objects.requireNonNullElse(cause, NO_CAUSE_KNOWN),
        circumstances(write));
  }
}
