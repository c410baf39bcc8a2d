package io.stockledger.query.registry;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.alias.Alias;
import io.stockledger.api.location.Coordinates;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.location.LocationQuery.FindLocation;
import io.stockledger.api.location.LocationQuery.ListLocations;
import io.stockledger.api.location.LocationQuery.LocationFilter;
import io.stockledger.api.location.LocationQuery.Near;
import io.stockledger.api.location.LocationTraits;
import io.stockledger.api.location.LocationView;
import io.stockledger.api.location.LocationView.Degrees;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The registry of locations. */
public final class LocationQueries {
  static final String PROJECTION = "registry";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String SELECT =
      "select * from location where {where} order by location limit :limit";

  private static final double MICRODEGREES = 1e6;

  private static final String TEXT =
      "(strpos(lower(location), lower(:text)) > 0 or strpos(lower(name), lower(:text)) > 0)";

  /** What belongs to a group, and to what belongs to it, and so on. */
  private static final String MEMBERS =
      """
      with recursive member as (
        select location from location where traits -> 'groups' @> to_jsonb(:group::text)
        union
        select below.location from location as below, member
         where below.traits -> 'groups' @> to_jsonb(member.location))
      select location from member
      """;

  /** Metres on a sphere of the earth's mean radius. */
  private static final String DISTANCE =
      """
      2 * 6371008.8 * asin(least(1, sqrt(
        sin(radians(latitude - :latitude) / 2) ^ 2
        + cos(radians(latitude)) * cos(radians(:latitude))
          * sin(radians(longitude - :longitude) / 2) ^ 2)))
      """;

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
            conditions(query.filter())
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

  private static Conditions conditions(LocationFilter filter) {
    Conditions conditions =
        new Conditions()
            .andIf("kind = :kind", "kind", word(filter.kind()))
            .andIf("retired = :retired", "retired", filter.retired())
            .andIf("location in (" + MEMBERS + ")", "group", filter.group())
            .andIf(TEXT, "text", filter.text());
    Near near = filter.near();
    return near == null
        ? conditions
        : conditions
            .and(DISTANCE + " <= :metres", "metres", near.metres())
            .with("latitude", near.centre().latitudeMicrodegrees() / MICRODEGREES)
            .with("longitude", near.centre().longitudeMicrodegrees() / MICRODEGREES);
  }

  private static @Nullable String word(@Nullable LocationKind kind) {
    return kind == null ? null : MAPPER.convertValue(kind, String.class);
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
    LocationTraits traits =
        Objects.requireNonNull(Columns.json(row, "traits", LocationTraits.class));
    Coordinates coordinates = traits.coordinates();
    return new LocationCard(
        row.getString("location"),
        row.getString("name"),
        Objects.requireNonNull(kind),
        row.getString("time_zone"),
        coordinates == null ? null : Degrees.of(coordinates),
        traits.opening(),
        traits.countAccuracyPerMille(),
        traits.transferTimes(),
        traits.groups(),
        traits.sources(),
        traits.pool(),
        row.getBoolean("retired"),
        List.of(Objects.requireNonNull(Columns.json(row, "aliases", Alias[].class))),
        row.getLong("version"),
        Columns.instant(row, "as_of"));
  }
}
