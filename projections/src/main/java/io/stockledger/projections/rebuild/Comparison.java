package io.stockledger.projections.rebuild;

import io.stockledger.projections.running.Projection;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Two schemas side by side. */
final class Comparison {
  private static final int EXAMPLES = 5;

  private final JdbcClient jdbc;
  private final String live;
  private final String rebuilt;

  private Comparison(Connection connection, String live, String rebuilt) {
    this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    this.live = live;
    this.rebuilt = rebuilt;
  }

  /** Every table of these projections. */
  static List<TableDifference> ofAll(
      Connection connection, String live, String rebuilt, List<Projection> projections) {
    Comparison comparison = new Comparison(connection, live, rebuilt);
    return projections.stream()
        .flatMap(p -> p.tables().stream().map(table -> comparison.of(p.name(), table)))
        .toList();
  }

  private TableDifference of(String projection, String table) {
    String onlyLive = except(live, rebuilt, table);
    String onlyRebuilt = except(rebuilt, live, table);
    return new TableDifference(
        table,
        position(live, projection),
        position(rebuilt, projection),
        count(onlyLive),
        count(onlyRebuilt),
        Stream.concat(examples(onlyLive), examples(onlyRebuilt)).toList());
  }

  private static String except(String left, String right, String table) {
    return "(select * from %s.%s except select * from %s.%s) as differing"
        .formatted(left, table, right, table);
  }

  private long position(String schema, String projection) {
    return jdbc.sql(
            "select coalesce(min(position), 0) from %s.progress where projection = :projection"
                .formatted(schema))
        .param("projection", projection)
        .query(Long.class)
        .single();
  }

  private long count(String rows) {
    return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
  }

  private Stream<String> examples(String rows) {
    List<String> examples = new ArrayList<>();
    jdbc.sql("select to_jsonb(differing)::text from %s limit %d".formatted(rows, EXAMPLES))
        .query(
            row -> {
              examples.add(row.getString(1));
            });
    return examples.stream();
  }
}
