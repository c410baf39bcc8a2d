package io.stockledger.query.stock;

import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockView.Direction;
import io.stockledger.api.stock.StockView.OpenTransfer;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.ReadModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The transfers that are open on an item, whichever of their ends it is. */
final class OpenTransfers {
  private static final int MOST = 100;

  /**
   * An end of a line is open with what is set aside at its origin or in transit at its destination;
   * both are told at both.
   */
  private static final String OPEN =
      """
      select transfer_id, min(origin) as origin, min(destination) as destination,
             coalesce(sum(open) filter (where location = origin), 0) as set_aside,
             coalesce(sum(open) filter (where location = destination), 0) as in_transit,
             min(expected_at) as expected_at, count(*) over () as in_all
        from transfer
       where open > 0 and sku = :sku and (origin = :location or destination = :location)
       group by transfer_id
       order by transfer_id
       limit :limit
      """;

  private final ReadModel model;

  OpenTransfers(ReadModel model) {
    this.model = model;
  }

  /**
   * @param first by id
   */
  record Found(long inAll, List<OpenTransfer> first) {}

  Found of(ItemId item) {
    List<OpenTransfer> first = new ArrayList<>();
    long[] inAll = {0};
    model
        .sql(OPEN)
        .param("location", item.location())
        .param("sku", item.sku())
        .param("limit", MOST)
        .query(
            row -> {
              inAll[0] = row.getLong("in_all");
              first.add(open(row, item));
            });
    return new Found(inAll[0], List.copyOf(first));
  }

  private static OpenTransfer open(ResultSet row, ItemId item) throws SQLException {
    String origin = row.getString("origin");
    boolean leaves = item.location().equals(origin);
    return new OpenTransfer(
        row.getString("transfer_id"),
        leaves ? Direction.OUT : Direction.IN,
        leaves ? row.getString("destination") : origin,
        row.getLong("set_aside"),
        row.getLong("in_transit"),
        Columns.instantOrNull(row, "expected_at"));
  }
}
