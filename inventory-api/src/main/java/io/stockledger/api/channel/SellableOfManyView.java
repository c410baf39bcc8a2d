package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a channel may offer of many SKUs.
 *
 * @param validUntil up to when it holds if nothing is recorded; absent for ever
 */
public record SellableOfManyView(
    String channel,
    List<OfferLine> items,
    long channelVersion,
    long position,
    Instant asOf,
    @JsonIgnore @Nullable Instant validUntil,
    String stamp)
    implements View {}
