package io.stockledger.api.reservation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list of reservations, by id. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReservationsView(
    List<ReservationCard> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {}
