package io.stockledger.query.registry;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.location.LocationQuery.FindSources;
import io.stockledger.api.location.LocationQuery.ListSourceSigns;
import io.stockledger.api.location.LocationQuery.ListStaleSources;
import io.stockledger.api.location.LocationSource;
import io.stockledger.api.location.LocationTraits;
import io.stockledger.api.location.SourceSignsView;
import io.stockledger.api.location.SourceSignsView.SourceSign;
import io.stockledger.api.location.SourcesView;
import io.stockledger.api.location.SourcesView.SourceCard;
import io.stockledger.api.location.StaleSourcesView;
import io.stockledger.api.location.StaleSourcesView.StaleSource;
import io.stockledger.api.location.Watch;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.Cursor;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Who tells of stock, and who has not for too long. */
public final class SourceQueries {
  /** The last sign of a source, of stock or of life. */
  private static final String WATCHED =
      """
      select l.location, w.key as source, w.value as watch, greatest(h.heard_at, b.heard_at) as heard_at
        from location as l cross join lateral jsonb_each(l.watches) as w
        left join source_heard as h on h.location = l.location and h.source = w.key
        left join readmodel_pointer.heartbeat as b on b.location = l.location and b.source = w.key
       where l.watches <> '{}' and not l.retired and {where}
       order by l.location, w.key
      """;

  private static final String LOCATION =
      """
      select traits, watches,
             (select jsonb_object_agg(source, heard_at) from
               (select source, max(heard_at) as heard_at from
                 (select source, heard_at from source_heard where location = :id
                  union all
                  select source, heard_at from readmodel_pointer.heartbeat where location = :id)
                 as sign group by source) as last) as heard,
             location
        from location where location = :id
      """;

  /**
   * By when the last entry was recorded that the registry has folded, if there are later ones:
   * positions are dense, and the one behind it is found by its key.
   */
  private static final String KNOWN =
      """
      select recorded_at from ledger.event
       where position = :position and exists (select from ledger.event where position = :position + 1)
      """;

  private final ReadModel model;

  public SourceQueries(ReadModel model) {
    this.model = model;
  }

  /** By source. */
  private static final class Watches extends HashMap<String, Watch> {
    private static final long serialVersionUID = 1L;
  }

  /** By source. */
  private static final class Signs extends HashMap<String, Instant> {
    private static final long serialVersionUID = 1L;
  }

  @QueryHandler
  Answer find(FindSources query) {
    Rows<List<SourceCard>> rows =
        model.read(
            LocationQueries.PROJECTION,
            LOCATION,
            Map.of("id", query.location()),
            "location",
            (row, number) -> cards(row));
    if (rows.items().isEmpty()) {
      return new Answer.Unknown("unknown-location", Map.of("location", query.location()));
    }
    List<SourceCard> cards = rows.items().getFirst();
    return new SourcesView(query.location(), cards, rows.position(), model.now(), Stamps.of(cards));
  }

  private static List<SourceCard> cards(ResultSet row) throws SQLException {
    LocationTraits traits =
        Objects.requireNonNull(Columns.json(row, "traits", LocationTraits.class));
    Watches watches = Objects.requireNonNull(Columns.json(row, "watches", Watches.class));
    Signs signs = Columns.json(row, "heard", Signs.class);
    List<SourceCard> cards = new ArrayList<>();
    List<LocationSource> sources = traits.sources();
    for (LocationSource source : sources == null ? List.<LocationSource>of() : sources) {
      Instant heardAt = signs == null ? null : signs.get(source.source());
      Watch watch = watches.get(source.source());
      cards.add(
          new SourceCard(
              source.source(),
              cards.size() + 1L,
              source.standsFor(),
              source.reportsEvery(),
              heardAt,
              watch == null ? null : watch.overdueAt(heardAt),
              watch == null ? null : watch.staleSince()));
    }
    return cards;
  }

  @QueryHandler
  Answer stale(ListStaleSources query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 2);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Conditions conditions =
        new Conditions()
            .and("w.value ->> 'staleSince' is not null", "limit", page.limit() + 1)
            .andIf("l.location = :location", "location", query.location())
            .behind(List.of("l.location", "w.key"), key.get());
    Rows<SourceSign> rows =
        signs(conditions.in(WATCHED) + " limit :limit", conditions.parameters());
    List<StaleSource> items = rows.within(page).stream().map(SourceQueries::stale).toList();
    return new StaleSourcesView(
        items,
        rows.next(page, sign -> List.of(sign.location(), sign.source())),
        rows.position(),
        model.now(),
        Stamps.of(items));
  }

  private static StaleSource stale(SourceSign sign) {
    return new StaleSource(
        sign.location(),
        sign.source(),
        sign.watch().every(),
        sign.lastHeardAt(),
        Objects.requireNonNull(sign.watch().staleSince()));
  }

  @QueryHandler
  Answer signs(ListSourceSigns query) {
    Rows<SourceSign> rows = signs(new Conditions().in(WATCHED), Map.of());
    Instant now = model.now();
    @Nullable Instant known =
        model
            .sql(KNOWN)
            .param("position", rows.position())
            .query((row, number) -> Columns.instant(row, "recorded_at"))
            .optional()
            .orElse(null);
    return new SourceSignsView(
        rows.items(),
        known == null || known.isAfter(now) ? now : known,
        rows.position(),
        now,
        Stamps.of(rows.items()));
  }

  private Rows<SourceSign> signs(String select, Map<String, Object> parameters) {
    return model.read(
        LocationQueries.PROJECTION, select, parameters, "source", (row, number) -> sign(row));
  }

  private static SourceSign sign(ResultSet row) throws SQLException {
    return new SourceSign(
        row.getString("location"),
        row.getString("source"),
        Objects.requireNonNull(Columns.json(row, "watch", Watch.class)),
        Columns.instantOrNull(row, "heard_at"));
  }
}
