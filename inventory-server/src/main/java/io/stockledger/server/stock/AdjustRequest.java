package io.stockledger.server.stock;

import io.stockledger.api.Circumstances;
import io.stockledger.api.stock.AdjustReason;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.AdjustStock;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A figure is corrected by a difference. */
record AdjustRequest(
    @Nullable Condition condition,
    @NotNull @Min(-Figures.MAX_QUANTITY) @Max(Figures.MAX_QUANTITY) Long quantity,
    @NotNull AdjustReason reason,
    @Nullable @Valid ByCondition expected,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements ItemRequest {
  @Override
  public void check(Faults faults, String path) {
    ItemRequest.super.check(faults, path);
    if (quantity != null && quantity == 0) {
      faults.add("quantity", "must not be 0", quantity);
    }
    OtherReason.check(reason, note, faults);
    ByCondition.check("expected", expected, faults);
  }

  @Override
  public Object command(ItemId item, Write write) {
    OtherReason.requireRight(reason, write);
    return new AdjustStock(
        item,
        Objects.requireNonNullElse(condition, Condition.GOOD),
        quantity,
        reason,
        ByCondition.orNone(expected),
        circumstances(write));
  }
}
