package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a channel sees of an item: what answers, announcements and feeds have in common. A change is
 * announced when one of these is another one.
 *
 * @param sellable the figure; absent where only the state is told
 * @param left the number in {@code only-n-left} and {@code last-item}
 * @param on the date of a backorder, a pre-order, or the next arrival
 * @param pickup whether customers may come and fetch it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Offered(
    OfferState state,
    @Nullable Long sellable,
    @Nullable Long left,
    @Nullable LocalDate on,
    boolean pickup) {}
