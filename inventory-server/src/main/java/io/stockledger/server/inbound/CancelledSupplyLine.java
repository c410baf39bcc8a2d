package io.stockledger.server.inbound;

import io.stockledger.api.Identifiers;
import io.stockledger.api.inbound.InboundCommand.CancelledLine;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** How much of a line will not come; all that is still expected without a quantity. */
record CancelledSupplyLine(
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String line,
    @Nullable @Min(1) @Max(Figures.MAX_QUANTITY) Long quantity) {

  CancelledLine cancelled() {
    return new CancelledLine(line, quantity);
  }
}
