package io.stockledger.server.stock;

import io.stockledger.api.Circumstances;
import io.stockledger.api.stock.AdjustReason;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.ReverseEntry;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.ItemRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mistaken entry is compensated by a new one; it keeps the moment of the old one. */
record ReverseRequest(
    @NotNull @Min(1) @Max(Figures.MAX) Long version,
    @NotNull AdjustReason reason,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements ItemRequest {
  @Override
  public void check(Faults faults, String path) {
    ItemRequest.super.check(faults, path);
    if (occurredAt != null) {
      faults.add("occurredAt", "is that of the reversed entry and cannot be given", occurredAt);
    }
    OtherReason.check(reason, note, faults);
  }

  @Override
  public Object command(ItemId item, Write write) {
    OtherReason.requireRight(reason, write);
    return new ReverseEntry(item, version, reason, circumstances(write));
  }
}
