package io.stockledger.query.registry;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.location.LocationQuery.FindLocation;
import io.stockledger.api.location.LocationQuery.ListLocations;
import io.stockledger.api.location.LocationView;
import io.stockledger.api.location.LocationView.LocationCard;
import io.stockledger.api.location.LocationsView;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.Cursor;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import tools.jackson.databind.json.JsonMapper;

/** The registry of locations. */
public final class LocationQueries {
  static final String PROJECTION = "registry";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String SELECT =
      "select * from location where {where} order by location limit :limit";

  private final ReadModel model;

  public LocationQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer find(FindLocation query) {
    Rows<LocationCard> rows =
        read(new Conditions().and("location = :id", "id", query.location()).with("limit", 1));
    if (rows.items().isEmpty()) {
      return new Answer.Unknown("unknown-location", Map.of("location", query.location()));
    }
    LocationCard card = rows.items().getFirst();
    return new LocationView(card, rows.position(), model.now(), Stamps.of(card.version(), 0));
  }

  @QueryHandler
  Answer list(ListLocations query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 1);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Rows<LocationCard> rows =
        read(
            new Conditions()
                .behind(List.of("location"), key.get())
                .with("limit", page.limit() + 1));
    List<LocationCard> items = rows.within(page);
    return new LocationsView(
        items,
        rows.next(page, card -> List.of(card.location())),
        rows.position(),
        model.now(),
        Stamps.of(items));
  }

  private Rows<LocationCard> read(Conditions conditions) {
    return model.read(
        PROJECTION,
        conditions.in(SELECT),
        conditions.parameters(),
        "location",
        (row, number) -> card(row));
  }

  private static LocationCard card(ResultSet row) throws SQLException {
    LocationKind kind = MAPPER.convertValue(row.getString("kind"), LocationKind.class);
    return new LocationCard(
        row.getString("location"),
        row.getString("name"),
        Objects.requireNonNull(kind),
        row.getString("time_zone"),
        row.getLong("version"),
        Columns.instant(row, "as_of"));
  }
}
