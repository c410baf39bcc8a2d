package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a channel may offer of one SKU, over its locations: the state of the best of them.
 *
 * @param sellable units, the sum of the figures that are shown; absent where none is
 * @param left in {@code only-n-left} and {@code last-item}, the units of all that say so
 * @param on the earliest date of those in this state
 * @param pickup whether it can be fetched at any of them
 * @param confidence the least of those that offer it
 * @param locations those that the channel sells it from, in order of id, or the nearest first
 * @param channelVersion how many entries the channel and its rules evolved from
 * @param validUntil up to when it holds if nothing is recorded; absent for ever
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SellableView(
    String channel,
    String sku,
    OfferState state,
    @Nullable Long sellable,
    @Nullable Long left,
    @Nullable LocalDate on,
    boolean pickup,
    @Nullable Double confidence,
    List<OfferLine> locations,
    long channelVersion,
    long position,
    Instant asOf,
    @JsonIgnore @Nullable Instant validUntil,
    String stamp)
    implements View {}
