package io.stockledger.server.channel;

import io.stockledger.api.channel.Buffer;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.problem.Faults;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** Units that a channel keeps back: so many, or a part of what is good on hand. */
public record BufferRequest(
    @Nullable @Min(0) @Max(Figures.MAX_QUANTITY) Long units,
    @Nullable @Min(0) @Max(100) Long perCent,
    @Nullable @Min(0) @Max(Figures.MAX_QUANTITY) Long least,
    @Nullable @Min(0) @Max(Figures.MAX_QUANTITY) Long most) {

  void check(Faults faults) {
    if (faults.knowsWithin("buffer")) {
      return;
    }
    if ((units == null) == (perCent == null)) {
      faults.add("buffer", "needs either units or perCent", null);
    }
    if (perCent == null && (least != null || most != null)) {
      faults.add("buffer." + (least == null ? "most" : "least"), "is for perCent only", null);
    }
    if (least != null && most != null && least > most) {
      faults.add("buffer.least", "must be at most most", least);
    }
  }

  Buffer buffer() {
    return new Buffer(units, perCent, least, most);
  }
}
