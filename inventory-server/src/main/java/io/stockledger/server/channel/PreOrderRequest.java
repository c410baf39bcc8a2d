package io.stockledger.server.channel;

import io.stockledger.api.channel.PreOrder;
import io.stockledger.api.stock.Figures;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** Promises before a product is out. */
public record PreOrderRequest(
    @NotNull @Min(1) @Max(Figures.MAX_QUANTITY) Long units, @NotNull LocalDate availableOn) {
  PreOrder preOrder() {
    return new PreOrder(units, availableOn);
  }
}
