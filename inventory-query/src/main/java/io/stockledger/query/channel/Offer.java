package io.stockledger.query.channel;

import io.stockledger.api.channel.SellableOfManyView.SellableLine;
import io.stockledger.api.channel.SellableView.SellableAt;
import io.stockledger.query.channel.SellableRows.Row;
import io.stockledger.query.near.NearRow;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a channel may offer of one SKU, at one place or over all of its places.
 *
 * @param sellable the sum of its places
 * @param stamp of the places
 * @param nextDue the earliest expiry among the pending lines of any of them
 * @param newest the position of the last entry of any of them
 */
record Offer(
    List<SellableAt> places,
    long sellable,
    String stamp,
    @Nullable Instant nextDue,
    long newest,
    long knows)
    implements NearRow {
  /** Of a product that is known, and at no place. */
  static final Offer NOWHERE = Offer.of(new Rows<>(0, List.of()));

  private static final int WEIGHT = 250;
  private static final int PLACE_WEIGHT = 150;

  static Offer of(Rows<Row> found) {
    List<SellableAt> places =
        found.items().stream()
            .map(r -> new SellableAt(r.location(), r.figure(), r.rule(), r.version(), r.position()))
            .toList();
    return new Offer(
        places,
        places.stream().mapToLong(SellableAt::sellable).sum(),
        Stamps.of(places),
        found.items().stream()
            .map(Row::nextDue)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null),
        places.stream().mapToLong(SellableAt::position).max().orElse(0),
        found.position());
  }

  /** Whether something ran out that the figures still have. */
  boolean isDue(Instant now) {
    return nextDue != null && !nextDue.isAfter(now);
  }

  /** Whether this is how it stood at a position, given that there was nothing newer later on. */
  boolean holdsAt(long position) {
    return newest <= position;
  }

  SellableLine line(String sku, @Nullable String location) {
    if (location == null) {
      return new SellableLine(sku, null, sellable, null, null, null);
    }
    SellableAt place = places.getFirst();
    return new SellableLine(sku, location, place.sellable(), place.rule(), place.version(), null);
  }

  @Override
  public int weight() {
    return WEIGHT + PLACE_WEIGHT * places.size();
  }
}
