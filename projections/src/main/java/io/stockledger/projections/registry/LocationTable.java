package io.stockledger.projections.registry;

import io.stockledger.api.location.Coordinates;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.location.LocationTraits;
import io.stockledger.api.location.Watch;
import io.stockledger.projections.table.Json;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** {@code location}: the places as they stand. */
final class LocationTable {
  private static final double MICRODEGREES = 1e6;

  static final Table<LocationRow> TABLE =
      new Table<>(
          "location",
          1,
          Conflict.newerWins("location"),
          List.of(
              new Column<>("location", "text", LocationRow::location),
              new Column<>("name", "text", LocationRow::name),
              new Column<>("kind", "text", row -> Json.word(row.kind())),
              new Column<>("time_zone", "text", LocationRow::timeZone),
              new Column<>("traits", "jsonb", row -> Json.write(row.traits())),
              new Column<>(
                  "latitude",
                  "double precision",
                  row -> degrees(row, Coordinates::latitudeMicrodegrees)),
              new Column<>(
                  "longitude",
                  "double precision",
                  row -> degrees(row, Coordinates::longitudeMicrodegrees)),
              new Column<>("retired", "boolean", LocationRow::retired),
              new Column<>("aliases", "jsonb", row -> Json.write(row.aliases())),
              new Column<>("watches", "jsonb", row -> Json.write(row.watches())),
              new Column<>("version", "bigint", LocationRow::version),
              new Column<>("position", "bigint", LocationRow::position),
              new Column<>("as_of", "timestamptz", LocationRow::asOf)),
          (row, number) -> read(row));

  private LocationTable() {}

  /** By source. */
  private static final class Watches extends TreeMap<String, Watch> {
    private static final long serialVersionUID = 1L;
  }

  private static @Nullable Double degrees(LocationRow row, ToLongFunction<Coordinates> which) {
    Coordinates coordinates = row.traits().coordinates();
    return coordinates == null ? null : which.applyAsLong(coordinates) / MICRODEGREES;
  }

  private static LocationRow read(ResultSet row) throws SQLException {
    return new LocationRow(
        row.getString("location"),
        row.getString("name"),
        Json.ofWord(row.getString("kind"), LocationKind.class),
        row.getString("time_zone"),
        Objects.requireNonNull(Json.read(row, "traits", LocationTraits.class)),
        row.getBoolean("retired"),
        Aliases.read(row),
        new TreeMap<>(Objects.requireNonNull(Json.read(row, "watches", Watches.class))),
        row.getLong("version"),
        row.getLong("position"),
        Json.instant(row, "as_of"));
  }
}
