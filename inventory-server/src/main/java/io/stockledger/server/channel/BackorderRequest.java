package io.stockledger.server.channel;

import io.stockledger.api.channel.Backorder;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.problem.Faults;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What may be promised of an item beyond what is there. */
public record BackorderRequest(
    @Nullable @Min(0) @Max(Figures.MAX_QUANTITY) Long units,
    @Nullable Boolean againstExpected,
    @Nullable Instant until,
    @Nullable LocalDate promisedOn,
    @Nullable Boolean ownOnly) {

  void check(Faults faults) {
    if (faults.knowsWithin("backorder") || Boolean.TRUE.equals(againstExpected)) {
      return;
    }
    if (units == null) {
      faults.add("backorder.units", "are needed where it is not againstExpected", null);
    } else if (units > 0 && promisedOn == null) {
      faults.add("backorder.promisedOn", "is needed where it is not againstExpected", null);
    }
  }

  Backorder backorder() {
    return new Backorder(units, againstExpected, until, promisedOn, ownOnly);
  }
}
