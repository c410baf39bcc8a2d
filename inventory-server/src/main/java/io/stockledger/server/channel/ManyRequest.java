package io.stockledger.server.channel;

import io.stockledger.api.Identifiers;
import io.stockledger.api.channel.SellableQuery;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many SKUs, each at each of the locations; without locations over all of the channel's. */
record ManyRequest(
    @NotNull @Size(min = 1, max = SellableQuery.MAX_PAIRS)
        List<@Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> skus,
    @Nullable @Size(min = 1, max = SellableQuery.MAX_PAIRS)
        List<@Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> locations)
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
}
