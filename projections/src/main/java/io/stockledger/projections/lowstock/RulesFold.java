package io.stockledger.projections.lowstock;

import io.stockledger.api.lowstock.LowStockRuleEvent.LowStockRuleSet;
import io.stockledger.api.lowstock.PutLowStockRule;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;

/** {@code low_stock_rule}: a row per rule, which says in whole what its last entry said. */
public final class RulesFold {
  private record Row(LowStockRuleSet said, long version, long position) {
    /** As PostgreSQL writes an array. No id has a character that would need an escape. */
    String skus() {
      return said.skus().stream().collect(Collectors.joining("\",\"", "{\"", "\"}"));
    }
  }

  private static final Table<Row> TABLE =
      new Table<>(
          "low_stock_rule",
          1,
          Conflict.newerWins("rule"),
          List.of(
              new Column<>("rule", "text", row -> row.said().rule()),
              new Column<>("location", "text", row -> row.said().location()),
              new Column<>(
                  "skus", "text[]", row -> row.said().skus().isEmpty() ? "{}" : row.skus()),
              new Column<>("low", "bigint", row -> row.said().low()),
              new Column<>("restored", "bigint", row -> row.said().restored()),
              new Column<>("version", "bigint", Row::version),
              new Column<>("position", "bigint", Row::position),
              new Column<>("as_of", "timestamptz", row -> row.said().recordedAt())),
          (row, number) -> {
            throw new UnsupportedOperationException("nothing is folded from rows of rules");
          });

  public void fold(JdbcOperations jdbc, List<RecordedEvent> events) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (RecordedEvent recorded : events) {
      if (PutLowStockRule.isRuleStream(recorded.stream())
          && recorded.payload() instanceof LowStockRuleSet said) {
        rows.put(said.rule(), new Row(said, recorded.version(), recorded.position()));
      }
    }
    TABLE.write(jdbc, rows.values());
  }
}
