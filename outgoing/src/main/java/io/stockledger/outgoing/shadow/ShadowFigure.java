package io.stockledger.outgoing.shadow;

import io.stockledger.api.channel.OfferState;
import io.stockledger.api.stock.ItemId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What another system says of an item.
 *
 * @param sellable units that it would offer; absent where it says a state only
 * @param state that it would show; absent where it says units only
 * @param at the moment for which it says so
 */
public record ShadowFigure(
    ItemId item, @Nullable Long sellable, @Nullable OfferState state, Instant at) {}
