package io.stockledger.server.stock;

import io.stockledger.api.Circumstances;
import io.stockledger.api.location.LocationSource;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.StateTotal;
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
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A source says what is on hand: {@code quantity} good units, or {@code counted} by condition.
 *
 * @param sequence of the source, rising with each of its totals of this item
 * @param observedAt when it looked; none means now
 */
record SyncRequest(
    @NotNull @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @NotNull @Min(0) Long sequence,
    @Nullable @Min(0) @Max(Figures.MAX_QUANTITY) Long quantity,
    @Nullable @Valid ByCondition counted,
    @Nullable Instant observedAt,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements ItemRequest {
  @Override
  public @Nullable Instant occurredAt() {
    return observedAt;
  }

  @Override
  public void check(Faults faults, String path) {
    faults.requireNotAhead(path + "observedAt", observedAt);
    ByCondition.check("counted", counted, faults);
    if (LocationSource.COUNT.equals(source)) {
      faults.add("source", "must not be count: what people counted is sent as a count", source);
    }
    if (source != null && source.chars().anyMatch(Character::isISOControl)) {
      faults.add("source", "must not contain control characters", source);
    }
    if ((quantity == null) == (counted == null)
        && !faults.knows("quantity")
        && !faults.knowsWithin("counted")) {
      faults.add("quantity", "must be given, or counted by condition, but not both", quantity);
    }
  }

  @Override
  public Object command(ItemId item, Write write) {
    return new StateTotal(
        item,
        sequence,
        counted == null
            ? Map.of(Condition.GOOD, Objects.requireNonNull(quantity))
            : counted.byCondition(),
        circumstances(write));
  }
}
