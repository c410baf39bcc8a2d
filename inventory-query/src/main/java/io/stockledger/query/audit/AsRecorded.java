package io.stockledger.query.audit;

import io.stockledger.api.audit.AsOfView.ItemAsOf;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.ReadModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures of items as the ledger knew them. */
final class AsRecorded {
  private static final String BY_VERSION =
      "select * from history where location = :location and sku = :sku and version = :version";

  /** recordedAt never goes back within an item, so the newest by then has the highest version. */
  private static final String BY_MOMENT =
      """
      select * from history
       where location = :location and sku = :sku and recorded_at <= :moment
       order by version desc limit 1
      """;

  private final ReadModel model;

  AsRecorded(ReadModel model) {
    this.model = model;
  }

  /** An entry and the figures after it as they were stored. */
  private record After(
      long version, Instant recordedAt, Figures figures, @Nullable Instant nextDue) {}

  /** Right after an entry; empty when there is no such entry. */
  Optional<ItemAsOf> atVersion(ItemId item, long version) {
    return model
        .sql(BY_VERSION)
        .param("location", item.location())
        .param("sku", item.sku())
        .param("version", version)
        .query((row, number) -> after(row))
        .optional()
        .map(after -> itemAt(item, after, after.recordedAt));
  }

  /** At a moment; before the first entry all is 0. */
  ItemAsOf at(ItemId item, Instant moment) {
    return model
        .sql(BY_MOMENT)
        .param("location", item.location())
        .param("sku", item.sku())
        .param("moment", Columns.moment(moment))
        .query((row, number) -> after(row))
        .optional()
        .map(after -> itemAt(item, after, moment))
        .orElseGet(() -> new ItemAsOf(item.location(), item.sku(), 0, null, Figures.ZERO));
  }

  private ItemAsOf itemAt(ItemId item, After after, Instant moment) {
    boolean isDue = after.nextDue != null && !after.nextDue.isAfter(moment);
    long due = isDue ? PendingLines.after(model, item, after.version).dueAt(moment) : 0;
    Figures figures = after.figures.without(due);
    return new ItemAsOf(item.location(), item.sku(), after.version, after.recordedAt, figures);
  }

  private static After after(ResultSet row) throws SQLException {
    return new After(
        row.getLong("version"),
        Columns.instant(row, "recorded_at"),
        Columns.figures(row, 0),
        Columns.instantOrNull(row, "next_due"));
  }
}
