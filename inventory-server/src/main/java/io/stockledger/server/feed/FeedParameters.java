package io.stockledger.server.feed;

import io.stockledger.api.stock.Figures;
import io.stockledger.outgoing.feed.FeedKind;
import io.stockledger.outgoing.feed.StorePickup;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which file.
 *
 * @param kind {@code full} by default
 * @param after of an incremental one: the last change that is known
 * @param gzip the file itself is compressed; false by default
 * @param pickupMethod what is said of items that customers may fetch; together with {@code
 *     pickupSla}, absent where the file says nothing of it
 * @param pickupSla when they are ready
 */
record FeedParameters(
    @Nullable FeedKind kind,
    @Nullable @Min(0) @Max(Figures.MAX) Long after,
    @Nullable Boolean gzip,
    @Nullable @Size(min = 1, max = 20) String pickupMethod,
    @Nullable @Size(min = 1, max = 20) String pickupSla)
    implements Checked {

  @Override
  public void check(Faults faults, String path) {
    if (kind == FeedKind.INCREMENTAL && after == null) {
      faults.add("after", "must be given for an incremental file", null);
    }
    if (kind != FeedKind.INCREMENTAL && after != null) {
      faults.add("after", "is of incremental files only", after);
    }
    if (pickupMethod != null && !StorePickup.METHODS.contains(pickupMethod)) {
      faults.add("pickupMethod", "must be one of " + StorePickup.METHODS, pickupMethod);
    }
    if (pickupSla != null && !StorePickup.SLAS.contains(pickupSla)) {
      faults.add("pickupSla", "must be one of " + StorePickup.SLAS, pickupSla);
    }
    if ((pickupMethod == null) != (pickupSla == null)) {
      faults.add(
          pickupMethod == null ? "pickupMethod" : "pickupSla",
          "pickupMethod and pickupSla are given together",
          null);
    }
  }

  boolean isZipped() {
    return Boolean.TRUE.equals(gzip);
  }

  @Nullable StorePickup pickup() {
    return pickupMethod == null || pickupSla == null
        ? null
        : new StorePickup(pickupMethod, pickupSla);
  }
}
