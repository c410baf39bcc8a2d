package io.stockledger.server.stock;

import io.stockledger.api.Circumstances;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.SetThreshold;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.ItemRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is low for an item, in whole: without {@code low} nothing is any more.
 *
 * @param low available units at or below which it is low
 * @param restored available units from which on it has enough again; none means one above low
 */
record LowStockRequest(
    @Nullable @Min(0) @Max(Figures.MAX_QUANTITY) Long low,
    @Nullable @Min(1) @Max(Figures.MAX_QUANTITY + 1) Long restored,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements ItemRequest {
  @Override
  public void check(Faults faults, String path) {
    ItemRequest.super.check(faults, path);
    if (restored != null
        && !faults.knows("low")
        && !faults.knows("restored")
        && (low == null || restored <= low)) {
      faults.add("restored", "must be above low", restored);
    }
  }

  @Override
  public Object command(ItemId item, Write write) {
    return new SetThreshold(
        item,
        low,
        low == null ? null : (Long) (restored == null ? low + 1 : restored),
        null,
        circumstances(write));
  }
}
