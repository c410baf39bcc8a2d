package io.stockledger.server.reservation;

import io.stockledger.api.Identifiers;
import io.stockledger.api.Page;
import io.stockledger.api.Reference;
import io.stockledger.api.reservation.ReservationState;
import io.stockledger.server.read.Pages;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which reservations: those that fit everything that is given. */
record ReservationParameters(
    @Nullable @Size(min = 1, max = Reference.MAX_TYPE_LENGTH) String referenceType,
    @Nullable @Size(min = 1, max = Reference.MAX_ID_LENGTH) String reference,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String sku,
    @Nullable ReservationState state,
    @Nullable Instant expiresBefore,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor) {

  Page page() {
    return Pages.of(limit, cursor);
  }
}
