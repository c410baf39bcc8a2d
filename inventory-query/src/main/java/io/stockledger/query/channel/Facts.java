package io.stockledger.query.channel;

import io.stockledger.api.stock.ItemId;
import io.stockledger.promise.Stock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the tables say of an item, whatever the channel.
 *
 * @param nextDue a lower bound of the expiries of its pending lines
 * @param version of its last entry
 * @param position of its last entry
 * @param parked it stands still: what is said is old
 */
record Facts(
    ItemId item,
    Stock stock,
    @Nullable Instant nextDue,
    long version,
    long position,
    boolean parked) {}
