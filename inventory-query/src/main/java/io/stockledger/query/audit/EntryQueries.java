package io.stockledger.query.audit;

import io.stockledger.api.Answer;
import io.stockledger.api.audit.EntriesView;
import io.stockledger.api.audit.EntriesView.EntryWithFigures;
import io.stockledger.api.audit.ReadEntries;
import io.stockledger.api.stock.Figures;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Stamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** The ledger in order of position, with the figures that the history has around its entries. */
public final class EntryQueries {
  private static final String ENTRIES =
      """
      select e.position, e.stream, e.version, e.type, e.revision, e.event_id, e.occurred_at,
             e.recorded_at, e.payload, e.metadata, a.location, a.sku,
             a.good as a_good, a.damaged as a_damaged, a.quarantine as a_quarantine,
             a.non_sellable as a_non_sellable, a.pending as a_pending, a.allocated as a_allocated,
             a.set_aside as a_set_aside, a.in_transit as a_in_transit, a.expected as a_expected,
             a.backordered as a_backordered,
             b.good as b_good, b.damaged as b_damaged, b.quarantine as b_quarantine,
             b.non_sellable as b_non_sellable, b.pending as b_pending, b.allocated as b_allocated,
             b.set_aside as b_set_aside, b.in_transit as b_in_transit, b.expected as b_expected,
             b.backordered as b_backordered
        from ledger.event e
        left join history a on a.position = e.position
        left join history b on b.location = a.location and b.sku = a.sku
                           and b.version = a.version - 1
       where e.position > :after and e.position <= :upTo
       order by e.position limit :limit
      """;

  private final ReadModel model;

  public EntryQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer read(ReadEntries query) {
    return model.inSnapshot(() -> entries(query));
  }

  private Answer entries(ReadEntries query) {
    long known = model.position(HistoryQueries.PROJECTION);
    List<EntryWithFigures> items = new ArrayList<>();
    model
        .sql(ENTRIES)
        .param("after", query.after())
        .param("upTo", known)
        .param("limit", query.limit())
        .query(
            row -> {
              items.add(entry(row));
            });
    boolean isPart = items.size() == query.limit();
    long upTo = isPart ? items.getLast().entry().position() : Math.max(known, query.after());
    return new EntriesView(
        List.copyOf(items), upTo, model.now(), Stamps.of(query.after() + "-" + upTo));
  }

  private static EntryWithFigures entry(ResultSet row) throws SQLException {
    return new EntryWithFigures(
        LedgerQueries.entry(row),
        row.getString("location"),
        row.getString("sku"),
        figures(row, "b_"),
        figures(row, "a_"));
  }

  private static @Nullable Figures figures(ResultSet row, String which) throws SQLException {
    return row.getObject(which + "good") == null
        ? null
        : new Figures(
            row.getLong(which + "good"),
            row.getLong(which + "damaged"),
            row.getLong(which + "quarantine"),
            row.getLong(which + "non_sellable"),
            row.getLong(which + "pending"),
            row.getLong(which + "allocated"),
            row.getLong(which + "set_aside"),
            row.getLong(which + "in_transit"),
            row.getLong(which + "expected"),
            row.getLong(which + "backordered"));
  }
}
