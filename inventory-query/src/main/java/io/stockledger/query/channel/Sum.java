package io.stockledger.query.channel;

import io.stockledger.api.channel.OfferLine;
import io.stockledger.api.channel.OfferState;
import io.stockledger.promise.Promise;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one SKU over several locations: the state of the best of them. Those that the
 * channel does not sell it from count for nothing.
 *
 * @param sellable the sum of the figures that are shown; units to come only where none is there
 * @param left of all that tell how many are left, where the best does
 * @param on the earliest date among those in this state
 * @param confidencePerMille the least of those that offer something; absent where none does
 */
record Sum(
    OfferState state,
    @Nullable Long sellable,
    @Nullable Long left,
    @Nullable LocalDate on,
    boolean pickup,
    @Nullable Long confidencePerMille) {
  /** The best first. */
  private static final List<OfferState> BEST_FIRST =
      List.of(
          OfferState.IN_STOCK,
          OfferState.ONLY_N_LEFT,
          OfferState.LAST_ITEM,
          OfferState.LIMITED_AVAILABILITY,
          OfferState.PICKUP_VALIDATION_PENDING,
          OfferState.STORE_CONFIRMATION_REQUIRED,
          OfferState.SYNCING,
          OfferState.PRE_ORDER,
          OfferState.ON_BACKORDER,
          OfferState.AVAILABLE_NEARBY,
          OfferState.TEMPORARILY_UNAVAILABLE,
          OfferState.OUT_OF_STOCK,
          OfferState.NOT_EXPOSED);

  private static final Comparator<OfferState> BEST = Comparator.comparingInt(BEST_FIRST::indexOf);

  private static final double PER_MILLE = 1_000;

  /** Of a product that is nowhere. */
  static final Sum NOWHERE = new Sum(OfferState.OUT_OF_STOCK, null, null, null, false, null);

  static Sum of(List<Evaluated> items) {
    List<Promise> all = new ArrayList<>(items.size());
    for (Evaluated item : items) {
      if (LineMaking.isExposed(item)) {
        all.add(item.promise());
      }
    }
    if (all.isEmpty()) {
      return new Sum(OfferState.NOT_EXPOSED, null, null, null, false, null);
    }
    OfferState best = all.stream().map(Promise::state).min(BEST).orElseThrow();
    Long left = left(best, all);
    return new Sum(
        left != null && left > 1 ? OfferState.ONLY_N_LEFT : best,
        shown(best, all),
        left,
        on(best, all),
        all.stream().anyMatch(promise -> promise.pickup().possible()),
        confidence(all));
  }

  private static @Nullable Long shown(OfferState best, List<Promise> all) {
    Long sum = null;
    for (Promise promise : all) {
      Long shown = promise.shown();
      if (shown != null && (isToCome(best) || !isToCome(promise.state()))) {
        sum = (sum == null ? 0 : sum) + shown;
      }
    }
    return sum;
  }

  private static boolean isToCome(OfferState state) {
    return state == OfferState.PRE_ORDER || state == OfferState.ON_BACKORDER;
  }

  private static @Nullable Long left(OfferState best, List<Promise> all) {
    if (best != OfferState.ONLY_N_LEFT && best != OfferState.LAST_ITEM) {
      return null;
    }
    long sum = 0;
    for (Promise promise : all) {
      Long left = promise.left();
      sum += left == null ? 0 : left;
    }
    return sum;
  }

  private static @Nullable LocalDate on(OfferState best, List<Promise> all) {
    LocalDate earliest = null;
    for (Promise promise : all) {
      LocalDate on = promise.on();
      if (promise.state() == best && on != null && (earliest == null || on.isBefore(earliest))) {
        earliest = on;
      }
    }
    return earliest;
  }

  private static @Nullable Long confidence(List<Promise> all) {
    Long least = null;
    for (Promise promise : all) {
      long own = promise.confidence().perMille();
      if (promise.state().isOffered() && (least == null || own < least)) {
        least = own;
      }
    }
    return least;
  }

  @Nullable Double confidence() {
    return confidencePerMille == null ? null : confidencePerMille / PER_MILLE;
  }

  OfferLine line(String sku, @Nullable String location) {
    boolean exposed = state != OfferState.NOT_EXPOSED;
    return new OfferLine(
        sku,
        location,
        state,
        null,
        sellable,
        left,
        on,
        exposed ? pickup : null,
        confidence(),
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
