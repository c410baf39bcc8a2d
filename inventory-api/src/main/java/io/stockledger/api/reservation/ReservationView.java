package io.stockledger.api.reservation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import java.time.Instant;

/** One reservation at the moment of the read. */
public record ReservationView(
    @JsonUnwrapped ReservationCard reservation, long position, Instant asOf, String stamp)
    implements View {}
