package io.stockledger.server.stock;

import io.stockledger.api.Circumstances;
import io.stockledger.api.stock.CountKind;
import io.stockledger.api.stock.CountMethod;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.CountStock;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.ItemRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Units were counted; every condition that is named is absolute. */
record CountRequest(
    @NotNull @Valid ByCondition counted,
    @Nullable CountMethod method,
    @Nullable CountKind kind,
    @Nullable @Valid ByCondition expected,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements ItemRequest {
  @Override
  public void check(Faults faults, String path) {
    ItemRequest.super.check(faults, path);
    ByCondition.check("counted", counted, faults);
    ByCondition.check("expected", expected, faults);
  }

  @Override
  public Object command(ItemId item, Write write) {
    return new CountStock(
        item,
        counted.byCondition(),
        Objects.requireNonNullElse(method, CountMethod.MANUAL),
        Objects.requireNonNullElse(kind, CountKind.CYCLE_COUNT),
        ByCondition.orNone(expected),
        circumstances(write));
  }
}
