package io.stockledger.query.discrepancy;

import io.stockledger.api.stock.DiscrepancySummaryView;
import io.stockledger.api.stock.DiscrepancySummaryView.Band;
import io.stockledger.api.stock.DiscrepancySummaryView.Share;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Stamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is open at one moment, and how long the settled ones took; several statements, one state.
 */
final class Summary {
  /** Where bands of age begin, in hours; the last one has no end. */
  private static final List<Long> BANDS = List.of(0L, 4L, 24L, 72L, 168L);

  private static final String AGES =
      """
      select floor(extract(epoch from (:now::timestamptz - flagged_at)) / 3600)::bigint as hours,
             count(*) as open, count(*) filter (where awaits_approval) as awaiting
        from discrepancy where closed_at is null and {where} group by 1
      """;

  private static final String SHARES =
      """
      select {column} as name, count(*) as open from discrepancy
       where closed_at is null and {where} group by 1 order by 2 desc, 1 limit 100
      """;

  private static final String TIMES =
      """
      select count(*) as closed,
             floor(extract(epoch from percentile_disc(0.5) within group
               (order by closed_at - flagged_at)))::bigint as median,
             floor(extract(epoch from percentile_disc(0.95) within group
               (order by closed_at - flagged_at)))::bigint as slow
        from discrepancy where closed_at is not null and {where}
      """;

  private final ReadModel model;
  private final @Nullable String location;
  private final Instant now;

  Summary(ReadModel model, @Nullable String location) {
    this.model = model;
    this.location = location;
    this.now = model.now();
  }

  /** How many are open since so many hours. */
  private record Age(long hours, long open, long awaiting) {}

  private record Times(long closed, @Nullable Long median, @Nullable Long slow) {}

  DiscrepancySummaryView view() {
    List<Age> ages =
        statement(AGES, conditions().with("now", Columns.moment(now)))
            .query(
                (row, number) ->
                    new Age(
                        Math.max(0, row.getLong("hours")),
                        row.getLong("open"),
                        row.getLong("awaiting")))
            .list();
    Times times =
        statement(TIMES, conditions())
            .query(
                (row, number) ->
                    new Times(
                        row.getLong("closed"),
                        row.getObject("median", Long.class),
                        row.getObject("slow", Long.class)))
            .single();
    List<Band> bands = bands(ages);
    List<Share> locations = shares("location");
    List<Share> causes = shares("cause");
    long awaiting = ages.stream().mapToLong(Age::awaiting).sum();
    return new DiscrepancySummaryView(
        ages.stream().mapToLong(Age::open).sum(),
        awaiting,
        bands,
        locations,
        causes,
        times.closed(),
        times.median(),
        times.slow(),
        model.position(DiscrepancyQueries.PROJECTION),
        now,
        Stamps.of(List.of(bands, locations, causes, times, awaiting)));
  }

  private static List<Band> bands(List<Age> ages) {
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < BANDS.size(); i++) {
      long from = BANDS.get(i);
      Long below = i + 1 < BANDS.size() ? BANDS.get(i + 1) : null;
      long open =
          ages.stream()
              .filter(age -> age.hours() >= from && (below == null || age.hours() < below))
              .mapToLong(Age::open)
              .sum();
      bands.add(new Band(from, below, open));
    }
    return bands;
  }

  private List<Share> shares(String column) {
    return statement(SHARES.replace("{column}", column), conditions())
        .query((row, number) -> new Share(row.getString("name"), row.getLong("open")))
        .list();
  }

  private Conditions conditions() {
    return new Conditions().andIf("location = :location", "location", location);
  }

  private JdbcClient.StatementSpec statement(String select, Conditions conditions) {
    return model.sql(conditions.in(select)).params(conditions.parameters());
  }
}
