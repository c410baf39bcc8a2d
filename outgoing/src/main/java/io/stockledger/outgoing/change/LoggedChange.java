package io.stockledger.outgoing.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.channel.Offered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of what a channel sees of an item.
 *
 * @param id its place in the log; grows
 * @param before absent where the channel did not have it before
 * @param version of the item's last entry by then
 * @param position of the ledger, up to which it was worked out
 * @param channelVersion of the channel and its rules by then
 * @param cause what made it: {@code stock}, {@code rule}, {@code switch}, {@code registry}, {@code
 *     source} or {@code clock}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoggedChange(
    long id,
    String channel,
    String location,
    String sku,
    @Nullable Offered before,
    Offered after,
    long version,
    long position,
    long channelVersion,
    String cause,
    Instant changedAt) {}
