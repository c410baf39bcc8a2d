package io.stockledger.query.stock;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.stock.ReconciliationView;
import io.stockledger.api.stock.ReconciliationView.ByAge;
import io.stockledger.api.stock.ReconciliationView.SourceDay;
import io.stockledger.api.stock.StockQuery.ListReconciliation;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.Cursor;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** How far feeds were from the book. */
public final class ReconciliationQueries {
  /** Rows are kept by item; they are added up first by age, then by day. */
  private static final String DAYS =
      """
      select location, source, day, sum(stated)::bigint as stated, sum(lost)::bigint as lost,
             sum(net)::bigint as net, sum(absolute)::bigint as absolute,
             jsonb_agg(jsonb_build_object('age', age, 'stated', stated, 'lost', lost,
                                          'net', net, 'absolute', absolute)) as by_age
        from (select location, source, day, age, sum(stated)::bigint as stated,
                     sum(lost)::bigint as lost, sum(net)::bigint as net,
                     sum(absolute)::bigint as absolute
                from total_day where {where}
               group by location, source, day, age) as aged
       group by location, source, day
       order by location, source, day limit :limit
      """;

  private final ReadModel model;

  public ReconciliationQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer list(ListReconciliation query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 3);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Conditions conditions =
        new Conditions()
            .andIf("location = :location", "location", query.location())
            .andIf("source = :source", "source", query.source())
            .andIf("day >= :from", "from", query.from() == null ? null : query.from().toString())
            .andIf("day <= :to", "to", query.to() == null ? null : query.to().toString())
            .behind(List.of("location", "source", "day"), key.get())
            .with("limit", page.limit() + 1);
    Rows<SourceDay> rows =
        model.read(
            StockQueries.PROJECTION,
            conditions.in(DAYS),
            conditions.parameters(),
            "day",
            (row, number) -> day(row));
    List<SourceDay> items = rows.within(page);
    return new ReconciliationView(
        items,
        rows.next(page, day -> List.of(day.location(), day.source(), day.day())),
        rows.position(),
        model.now(),
        Stamps.of(items));
  }

  private static SourceDay day(ResultSet row) throws SQLException {
    ByAge[] ages = Objects.requireNonNull(Columns.json(row, "by_age", ByAge[].class));
    return new SourceDay(
        row.getString("location"),
        row.getString("source"),
        row.getString("day"),
        row.getLong("stated"),
        row.getLong("lost"),
        row.getLong("net"),
        row.getLong("absolute"),
        Arrays.stream(ages).sorted(Comparator.comparing(ByAge::age)).toList());
  }
}
