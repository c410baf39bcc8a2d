package io.stockledger.query.audit;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.audit.HistoryQuery.FindHistory;
import io.stockledger.api.audit.HistoryView;
import io.stockledger.api.audit.HistoryView.HistoryEntry;
import io.stockledger.api.stock.ItemId;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.Cursor;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** The entries of an item. */
public final class HistoryQueries {
  static final String PROJECTION = "history";

  private static final String ENTRIES =
      "select * from history where {where} order by version limit :limit";

  private final ReadModel model;

  public HistoryQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer find(FindHistory query) {
    Page page = query.page();
    Optional<Long> behind = version(page.cursor());
    if (behind.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    ItemId item = query.item();
    return model.inSnapshot(
        () -> model.parked(PROJECTION, item).orElseGet(() -> find(query, behind.get())));
  }

  private Answer find(FindHistory query, long behind) {
    Page page = query.page();
    Conditions conditions = conditions(query, behind).with("limit", page.limit() + 1);
    Rows<HistoryEntry> rows =
        model.read(
            PROJECTION,
            conditions.in(ENTRIES),
            conditions.parameters(),
            "sku",
            (row, number) -> HistoryRows.entry(row));
    ItemId item = query.item();
    if (rows.items().isEmpty() && !model.hasHistory(item)) {
      return model.nothingOf(item);
    }
    List<HistoryEntry> items = rows.within(page);
    return new HistoryView(
        item.location(),
        item.sku(),
        items,
        rows.next(page, entry -> List.of(Long.toString(entry.version()))),
        rows.position(),
        model.now(),
        Stamps.of(items));
  }

  private static Conditions conditions(FindHistory query, long behind) {
    long after = Math.max(behind, query.after() == null ? 0 : query.after());
    return new Conditions()
        .and("location = :location", "location", query.item().location())
        .and("sku = :sku", "sku", query.item().sku())
        .and("version > :after", "after", after)
        .andIf("occurred_at >= :from", "from", moment(query.from()))
        .andIf("occurred_at < :to", "to", moment(query.to()))
        .andIf("type = :type", "type", query.type())
        .andIf("(client = :actor or credential = :actor)", "actor", query.actor())
        .andIf("reason = :reason", "reason", query.reason())
        .andIf("reference_type = :referenceType", "referenceType", query.referenceType())
        .andIf("reference_id = :reference", "reference", query.reference());
  }

  private static java.time.@Nullable OffsetDateTime moment(@Nullable Instant instant) {
    return instant == null ? null : Columns.moment(instant);
  }

  /** The version behind which a page begins, 0 for the first. */
  private static Optional<Long> version(@Nullable String cursor) {
    return Cursor.read(cursor, 1)
        .map(key -> key.isEmpty() ? "0" : key.getFirst())
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(Long::valueOf);
  }
}
