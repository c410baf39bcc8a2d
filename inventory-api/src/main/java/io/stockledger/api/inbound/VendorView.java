package io.stockledger.api.inbound;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import java.time.Instant;

/** How one vendor keeps its word, at the moment of the read. */
public record VendorView(
    @JsonUnwrapped VendorFigures vendor, long position, Instant asOf, String stamp)
    implements View {}
