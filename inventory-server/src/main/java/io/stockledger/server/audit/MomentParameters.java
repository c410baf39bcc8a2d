package io.stockledger.server.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** At a version of the item, or at a moment of one of the two clocks; recorded by default. */
record MomentParameters(
    @Nullable @Min(1) @Max(Figures.MAX) Long version,
    @Nullable Instant at,
    @Nullable ClockWord clock)
    implements Checked {

  /** Which clock. */
  enum ClockWord {
    @JsonProperty("recorded")
    RECORDED,
    @JsonProperty("occurred")
    OCCURRED
  }

  static boolean occurred(@Nullable ClockWord clock) {
    return clock == ClockWord.OCCURRED;
  }

  @Override
  public void check(Faults faults, String path) {
    if ((version == null) == (at == null) && !faults.knows("version") && !faults.knows("at")) {
      faults.add("at", "give either version or at", at);
    }
    if (version != null && clock != null) {
      faults.add("clock", "is not taken together with version", clock);
    }
  }
}
