package io.stockledger.query.stock;

import io.stockledger.api.Answer;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.SummedStockView;
import io.stockledger.api.stock.SummedStockView.Part;
import io.stockledger.api.stock.SummedStockView.SummedFigures;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One SKU over the locations of a sum, with what each of them has. */
final class Sums {
  private static final String PARTS =
      """
      select a.*,
             case when a.next_due <= :now then
               (select coalesce(sum(r.open), 0) from reservation r
                 where r.location = a.location and r.sku = a.sku
                   and r.open > 0 and r.expires_at <= :now)
             else 0 end as due_units
        from available a
       where a.location in (:locations) and a.sku = :sku
       order by a.location
      """;

  private final ReadModel model;

  Sums(ReadModel model) {
    this.model = model;
  }

  /** Empty where the location is no sum, or none of its locations ever had the SKU. */
  Optional<Answer> of(ItemId item, Instant now) {
    List<String> locations = model.summed(item.location());
    if (locations.isEmpty()) {
      return Optional.empty();
    }
    List<ItemId> items =
        locations.stream().map(location -> new ItemId(location, item.sku())).toList();
    return model.parked(StockQueries.PROJECTION, items).or(() -> summed(item, locations, now));
  }

  private Optional<Answer> summed(ItemId item, List<String> locations, Instant now) {
    Rows<Part> rows =
        model.read(
            StockQueries.PROJECTION,
            PARTS,
            Map.of("locations", locations, "sku", item.sku(), "now", Columns.moment(now)),
            "sku",
            (row, number) ->
                new Part(
                    row.getString("location"),
                    row.getLong("version"),
                    Columns.instant(row, "as_of"),
                    Columns.figures(row, row.getLong("due_units"))));
    List<Part> parts = rows.items();
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SummedStockView(
                item.location(),
                item.sku(),
                locations,
                SummedFigures.of(parts),
                parts,
                rows.position(),
                now,
                Stamps.of(List.of(locations, parts))));
  }
}
