package io.stockledger.server.stock;

import io.stockledger.api.Circumstances;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.ReceiveStock;
import io.stockledger.server.http.Write;
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

/** Units come in. */
record ReceiveRequest(
    @Nullable Condition condition,
    @NotNull @Min(1) @Max(Figures.MAX_QUANTITY) Long quantity,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements ItemRequest {
  @Override
  public Object command(ItemId item, Write write) {
    return new ReceiveStock(
        item,
        Objects.requireNonNullElse(condition, Condition.GOOD),
        quantity,
        circumstances(write));
  }
}
