package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import java.time.Instant;

/** One disagreement of shelf and book. */
public record DiscrepancyView(
    @JsonUnwrapped DiscrepancyCard discrepancy, long position, Instant asOf, String stamp)
    implements View {}
