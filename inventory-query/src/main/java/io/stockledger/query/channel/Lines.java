package io.stockledger.query.channel;

import io.stockledger.api.channel.SellableOfManyView.SellableLine;
import io.stockledger.api.channel.SellableQuery.FindSellableOfMany;
import io.stockledger.api.stock.ItemId;
import io.stockledger.query.channel.SellableRows.Row;
import io.stockledger.query.reading.ReadModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of an answer about many items, those of unknown ones included. */
final class Lines {
  private static final String BEHIND = "projection-behind";

  private final Map<ItemId, Row> rows = new HashMap<>();
  private final Map<String, Long> sums = new HashMap<>();
  private final Set<String> parkedSkus = new HashSet<>();
  private final Set<String> knownSkus;
  private final Set<String> knownLocations;

  private Lines(List<Row> found, Set<String> knownSkus, Set<String> knownLocations) {
    this.knownSkus = knownSkus;
    this.knownLocations = knownLocations;
    for (Row row : found) {
      rows.put(new ItemId(row.location(), row.sku()), row);
      sums.merge(row.sku(), row.figure(), Math::addExact);
      if (row.parked()) {
        parkedSkus.add(row.sku());
      }
    }
  }

  static Lines of(List<Row> found, ReadModel model, FindSellableOfMany query) {
    Set<String> skus = known(model, "select sku from product where sku in (:ids)", query.skus());
    Set<String> locations =
        known(model, "select location from location where location in (:ids)", query.locations());
    return new Lines(found, skus, locations);
  }

  SellableLine at(String location, String sku) {
    Row row = rows.get(new ItemId(location, sku));
    if (row == null) {
      return without(sku, location, reason(location, sku));
    }
    return row.parked()
        ? without(sku, location, BEHIND)
        : new SellableLine(sku, location, row.figure(), row.rule(), row.version(), null);
  }

  /** A known product that is nowhere has a sum: none. */
  SellableLine total(String sku) {
    if (parkedSkus.contains(sku)) {
      return without(sku, null, BEHIND);
    }
    if (!sums.containsKey(sku) && !knownSkus.contains(sku)) {
      return without(sku, null, "unknown-sku");
    }
    return new SellableLine(sku, null, sums.getOrDefault(sku, 0L), null, null, null);
  }

  private String reason(String location, String sku) {
    if (!knownLocations.contains(location)) {
      return "unknown-location";
    }
    return knownSkus.contains(sku) ? "unknown-item" : "unknown-sku";
  }

  private static SellableLine without(String sku, @Nullable String location, String reason) {
    return new SellableLine(sku, location, null, null, null, reason);
  }

  private static Set<String> known(ReadModel model, String select, List<String> ids) {
    Set<String> known = new HashSet<>();
    if (!ids.isEmpty()) {
      model
          .sql(select)
          .param("ids", ids)
          .query(
              row -> {
                known.add(row.getString(1));
              });
    }
    return known;
  }
}
