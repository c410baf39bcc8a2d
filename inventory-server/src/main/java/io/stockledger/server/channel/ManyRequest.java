package io.stockledger.server.channel;

import io.stockledger.api.Identifiers;
import io.stockledger.api.channel.SellableQuery;
import io.stockledger.api.channel.SellableQuery.Asked;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many SKUs, each at each of the locations; without locations over all of the channel's.
 *
 * @param fulfilment {@code pickup} for somebody who wants to fetch it
 * @param detail with what confidence and pickup are made of
 * @param explain also with the arithmetic, for keys that may read stock
 */
record ManyRequest(
    @NotNull @Size(min = 1, max = SellableQuery.MAX_SKUS)
        List<@Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> skus,
    @Nullable @Size(min = 1, max = SellableQuery.MAX_SKUS)
        List<@Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> locations,
    @Nullable Fulfilment fulfilment,
    @Nullable Boolean detail,
    @Nullable Boolean explain)
    implements Checked {

  @Override
  public void check(Faults faults, String path) {
    if (skus != null
        && locations != null
        && (long) skus.size() * locations.size() > SellableQuery.MAX_PAIRS) {
      faults.add(
          "locations",
          "make more than " + SellableQuery.MAX_PAIRS + " pairs with the skus",
          locations.size());
    }
  }

  boolean explained() {
    return Boolean.TRUE.equals(explain);
  }

  Asked asked() {
    return new Asked(
        fulfilment == Fulfilment.PICKUP, explained() || Boolean.TRUE.equals(detail), explained());
  }
}
