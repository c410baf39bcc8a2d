package io.stockledger.server.discrepancy;

import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.StockCommand.Correction;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** By how much the book is corrected, for the reason of the discrepancy. */
record AdjustPart(
    @Nullable Condition condition,
    @NotNull @Min(-Figures.MAX_QUANTITY) @Max(Figures.MAX_QUANTITY) Long quantity) {

  Correction correction() {
    return new Correction(Objects.requireNonNullElse(condition, Condition.GOOD), quantity);
  }
}
