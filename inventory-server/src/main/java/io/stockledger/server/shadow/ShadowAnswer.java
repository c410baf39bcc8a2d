package io.stockledger.server.shadow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.stock.ItemId;
import io.stockledger.outgoing.shadow.ShadowTaken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the figures.
 *
 * @param compared how many were held against what the channel would have said
 * @param different of these, those that differ in units or state
 * @param unknown items of which the ledger, or the channel, knew nothing at that moment
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShadowAnswer(
    String channel, long compared, long different, List<ItemId> unknown, @Nullable Boolean dryRun) {
  static ShadowAnswer of(String channel, ShadowTaken taken, boolean dryRun) {
    return new ShadowAnswer(
        channel, taken.compared(), taken.different(), taken.unknown(), dryRun ? true : null);
  }
}
