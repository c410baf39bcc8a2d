package io.stockledger.server.inbound;

import io.stockledger.api.Identifiers;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One line that is announced; days and cohort are those of the whole where it has none. */
record ExpectedSupplyLine(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String line,
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String sku,
    @NotNull @Min(1) @Max(Figures.MAX_QUANTITY) Long quantity,
    @Nullable LocalDate expectedFrom,
    @Nullable LocalDate expectedBy,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String cohort) {

  /** Without a name of its own a line goes by its place in the request, from 1. */
  String name(int index) {
    return line == null ? Integer.toString(index + 1) : line;
  }
}
