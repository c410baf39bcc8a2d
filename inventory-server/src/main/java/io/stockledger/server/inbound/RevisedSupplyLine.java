package io.stockledger.server.inbound;

import io.stockledger.api.Identifiers;
import io.stockledger.api.inbound.InboundCommand.RevisedLine;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What of a line is stated anew; one with a SKU may be new. */
record RevisedSupplyLine(
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String line,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String sku,
    @Nullable @Min(1) @Max(Figures.MAX_QUANTITY) Long quantity,
    @Nullable LocalDate expectedFrom,
    @Nullable LocalDate expectedBy,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String cohort)
    implements Checked {
  @Override
  public void check(Faults faults, String path) {
    Days.check(path, expectedFrom, expectedBy, faults);
    boolean dayNeeded = expectedFrom != null || sku != null;
    if (dayNeeded && expectedBy == null && !faults.knows(path + "expectedBy")) {
      faults.add(path + "expectedBy", "is needed with expectedFrom and with sku", null);
    }
    if (sku != null && quantity == null && !faults.knows(path + "quantity")) {
      faults.add(path + "quantity", "is needed with sku", null);
    }
    boolean nothing = quantity == null && expectedBy == null && cohort == null && sku == null;
    if (nothing && !faults.knowsWithin(withoutDot(path))) {
      faults.add(path + "quantity", "give quantity, expectedBy or cohort", null);
    }
  }

  private static String withoutDot(String path) {
    return path.substring(0, path.length() - 1);
  }

  RevisedLine revised() {
    return new RevisedLine(line, sku, quantity, expectedFrom, expectedBy, cohort);
  }
}
