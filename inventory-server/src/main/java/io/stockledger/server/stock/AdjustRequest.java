package io.stockledger.server.stock;

import io.stockledger.api.Circumstances;
import io.stockledger.api.stock.AdjustReason;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.Stated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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
    implements Stated {
  @Override
  public void check(Faults faults, String path) {
    Stated.super.check(faults, path);
    if (quantity != null && quantity == 0) {
      faults.add("quantity", "must not be 0", quantity);
    }
    OtherReason.check(reason, note, faults);
    ByCondition.check("expected", expected, faults);
  }
}
