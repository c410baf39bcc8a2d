package io.stockledger.api.inbound;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import java.time.Instant;

/** One inbound at the moment of the read. */
public record InboundView(
    @JsonUnwrapped InboundCard inbound, long position, Instant asOf, String stamp)
    implements View {}
