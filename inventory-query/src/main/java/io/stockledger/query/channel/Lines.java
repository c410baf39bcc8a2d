package io.stockledger.query.channel;

import io.stockledger.api.channel.SellableQuery.FindSellableOfMany;
import io.stockledger.query.channel.SellableRows.Row;
import io.stockledger.query.near.Place;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the tables say of many items, also why they say nothing of some. What is unknown is looked
 * up when the first line needs it.
 */
final class Lines {
  private static final String BEHIND = "projection-behind";

  private final ReadModel model;
  private final FindSellableOfMany query;
  private final Map<Place, Offer> offers = new HashMap<>();
  private final Set<Place> parked = new HashSet<>();
  private @Nullable Set<String> skus;
  private @Nullable Set<String> locations;

  Lines(Rows<Row> found, ReadModel model, FindSellableOfMany query) {
    this.model = model;
    this.query = query;
    Map<Place, List<Row>> rows =
        found.items().stream()
            .collect(
                Collectors.groupingBy(
                    row ->
                        new Place(row.sku(), query.locations().isEmpty() ? null : row.location())));
    rows.forEach((place, of) -> take(place, new Rows<>(found.position(), of)));
  }

  private void take(Place place, Rows<Row> rows) {
    if (rows.items().stream().anyMatch(Row::parked)) {
      parked.add(place);
    } else {
      offers.put(place, Offer.of(rows));
    }
  }

  /** Everything that was found and does not stand still. */
  void forEach(BiConsumer<Place, Offer> action) {
    offers.forEach(action);
  }

  /**
   * @param location none for the sum over all of the channel's
   */
  void addTo(ManyView view, String sku, @Nullable String location) {
    Place place = new Place(sku, location);
    Offer offer = offers.get(place);
    if (offer != null) {
      view.add(sku, location, offer);
    } else if (parked.contains(place)) {
      view.addUnknown(sku, location, BEHIND);
    } else if (location != null) {
      view.addUnknown(sku, location, reason(location, sku));
    } else if (isSku(sku)) {
      view.add(sku, null, Offer.NOWHERE);
    } else {
      view.addUnknown(sku, null, "unknown-sku");
    }
  }

  private String reason(String location, String sku) {
    if (!isLocation(location)) {
      return "unknown-location";
    }
    return isSku(sku) ? "unknown-item" : "unknown-sku";
  }

  private boolean isSku(String sku) {
    Set<String> known = skus;
    if (known == null) {
      known = known("select sku from product where sku in (:ids)", query.skus());
      skus = known;
    }
    return known.contains(sku);
  }

  private boolean isLocation(String location) {
    Set<String> known = locations;
    if (known == null) {
      known = known("select location from location where location in (:ids)", query.locations());
      locations = known;
    }
    return known.contains(location);
  }

  private Set<String> known(String select, List<String> ids) {
    Set<String> known = new HashSet<>();
    model
        .sql(select)
        .param("ids", ids)
        .query(
            row -> {
              known.add(row.getString(1));
            });
    return known;
  }
}
