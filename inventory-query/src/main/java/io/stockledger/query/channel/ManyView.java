package io.stockledger.query.channel;

import io.stockledger.api.channel.SellableOfManyView;
import io.stockledger.api.channel.SellableOfManyView.SellableLine;
import io.stockledger.api.channel.SellableQuery.FindSellableOfMany;
import io.stockledger.query.reading.Stamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer about many, line by line; its stamp is made of theirs. */
final class ManyView {
  private final FindSellableOfMany query;
  private final List<SellableLine> lines;
  private final StringBuilder stamps = new StringBuilder();

  ManyView(FindSellableOfMany query) {
    this.query = query;
    this.lines = new ArrayList<>(query.skus().size() * Math.max(1, query.locations().size()));
  }

  /** Where each SKU is wanted; one that is none stands for the sum of all. */
  static List<@Nullable String> places(FindSellableOfMany query) {
    return query.locations().isEmpty()
        ? Collections.singletonList(null)
        : Collections.unmodifiableList(query.locations());
  }

  void add(String sku, @Nullable String location, Offer offer) {
    add(offer.line(sku, location), offer.stamp());
  }

  /**
   * @param why there is no figure, such as {@code unknown-item}
   */
  void addUnknown(String sku, @Nullable String location, String why) {
    add(new SellableLine(sku, location, null, null, null, why), why);
  }

  private void add(SellableLine line, String stamp) {
    lines.add(line);
    stamps.append(stamp).append(' ');
  }

  SellableOfManyView view(long position, Instant now) {
    return new SellableOfManyView(query.channel(), lines, position, now, Stamps.of(stamps));
  }
}
