package io.stockledger.query.reading;

import io.stockledger.api.Reference;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How values stand in the columns of the read model. */
public final class Columns {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Columns() {}

  /** A moment as a parameter. */
  public static OffsetDateTime moment(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  /**
   * @throws IllegalStateException where the column is null
   */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    Instant instant = instantOrNull(row, column);
    if (instant == null) {
      throw new IllegalStateException(column + " is null");
    }
    return instant;
  }

  public static <T> @Nullable T json(ResultSet row, String column, Class<T> type)
      throws SQLException {
    String json = row.getString(column);
    return json == null ? null : MAPPER.readValue(json, type);
  }

  public static ItemId item(ResultSet row) throws SQLException {
    return new ItemId(row.getString("location"), row.getString("sku"));
  }

  public static @Nullable Reference reference(ResultSet row) throws SQLException {
    String type = row.getString("reference_type");
    String id = row.getString("reference_id");
    return type == null || id == null ? null : new Reference(type, id);
  }

  /**
   * The figures of a row that has all of them.
   *
   * @param due units of pending lines that are due and not yet taken off in the row
   */
  public static Figures figures(ResultSet row, long due) throws SQLException {
    return new Figures(
            row.getLong("good"),
            row.getLong("damaged"),
            row.getLong("quarantine"),
            row.getLong("non_sellable"),
            row.getLong("pending"),
            row.getLong("allocated"),
            row.getLong("set_aside"),
            row.getLong("in_transit"),
            row.getLong("expected"),
            row.getLong("backordered"))
        .without(due);
  }
}
