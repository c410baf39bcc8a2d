package io.stockledger.query.audit;

import io.stockledger.api.audit.HistoryView.HistoryEntry;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.query.reading.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Lines of {@code history}. */
final class HistoryRows {
  private static final TypeReference<Map<Condition, Long>> BY_CONDITION = new TypeReference<>() {};
  private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

  /** A change leaves out what is 0. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private HistoryRows() {}

  static HistoryEntry entry(ResultSet row) throws SQLException {
    Change change = MAPPER.readValue(row.getString("change"), Change.class);
    return new HistoryEntry(
        row.getLong("version"),
        row.getLong("position"),
        row.getString("type"),
        Columns.instant(row, "occurred_at"),
        Columns.instant(row, "recorded_at"),
        row.getString("client"),
        row.getString("credential"),
        row.getString("key"),
        row.getString("reason"),
        row.getString("note"),
        row.getString("source"),
        Columns.reference(row),
        row.getString("reservation_id"),
        row.getString("line"),
        row.getObject("quantity", Long.class),
        change,
        read(row, "moved", BY_CONDITION),
        read(row, "counted", BY_CONDITION),
        read(row, "absorbed_by", BY_CONDITION),
        row.getObject("reversed_version", Long.class),
        read(row, "detail", DETAIL),
        Columns.figures(row, 0),
        Columns.instantOrNull(row, "next_due"));
  }

  static <T> @Nullable T read(ResultSet row, String column, TypeReference<T> type)
      throws SQLException {
    String json = row.getString(column);
    return json == null ? null : MAPPER.readValue(json, type);
  }
}
