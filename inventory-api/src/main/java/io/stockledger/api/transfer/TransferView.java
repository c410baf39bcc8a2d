package io.stockledger.api.transfer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import java.time.Instant;

/** One transfer at the moment of the read. */
public record TransferView(
    @JsonUnwrapped TransferCard transfer, long position, Instant asOf, String stamp)
    implements View {}
