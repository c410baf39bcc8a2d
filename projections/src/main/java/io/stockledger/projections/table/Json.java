package io.stockledger.projections.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How values that are no plain numbers or words stand in a column. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  public static @Nullable String write(@Nullable Object value) {
    return value == null ? null : MAPPER.writeValueAsString(value);
  }

  /** A constant by its word, without quotes. */
  public static String word(Enum<?> constant) {
    return MAPPER.convertValue(constant, String.class);
  }

  /** The constant of a word. */
  public static <T extends Enum<T>> T ofWord(String word, Class<T> type) {
    return MAPPER.convertValue(word, type);
  }

  public static <T> @Nullable T read(ResultSet row, String column, Class<T> type)
      throws SQLException {
    String json = row.getString(column);
    return json == null ? null : MAPPER.readValue(json, type);
  }

  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  /**
   * @throws IllegalStateException where the column is null
   */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    Instant moment = instantOrNull(row, column);
    if (moment == null) {
      throw new IllegalStateException(column + " is null");
    }
    return moment;
  }
}
