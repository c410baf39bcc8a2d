package io.stockledger.server.channel;

import io.stockledger.api.channel.Exposure;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.problem.Faults;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** How much of a figure a channel shows. */
public record ExposureRequest(
    @NotNull Exposure.Shown shown,
    @Nullable @Min(0) @Max(Figures.MAX_QUANTITY) Long onlyLeft,
    @Nullable @Min(0) @Max(Figures.MAX_QUANTITY) Long limited,
    @Nullable @Min(0) @Max(Figures.MAX_QUANTITY) Long hideAtOrBelow) {

  void check(Faults faults) {
    if (onlyLeft != null
        && limited != null
        && limited <= onlyLeft
        && !faults.knowsWithin("exposure")) {
      faults.add("exposure.limited", "must be above onlyLeft", limited);
    }
  }

  Exposure exposure() {
    return new Exposure(shown, onlyLeft, limited, hideAtOrBelow);
  }
}
