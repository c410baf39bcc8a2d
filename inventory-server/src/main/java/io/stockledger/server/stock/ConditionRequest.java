package io.stockledger.server.stock;

import io.stockledger.api.Circumstances;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.ChangeCondition;
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

/** Units change their condition. */
record ConditionRequest(
    @NotNull Condition from,
    @NotNull Condition to,
    @NotNull @Min(1) @Max(Figures.MAX_QUANTITY) Long quantity,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements ItemRequest {
  @Override
  public void check(Faults faults, String path) {
    ItemRequest.super.check(faults, path);
    if (from != null && from == to) {
      faults.add("to", "must differ from `from`", to);
    }
  }

  @Override
  public Object command(ItemId item, Write write) {
    return new ChangeCondition(item, from, to, quantity, circumstances(write));
  }
}
