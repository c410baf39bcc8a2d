package io.stockledger.query.stock;

import io.stockledger.api.Answer;
import io.stockledger.api.reservation.ReservationState;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.LastCount;
import io.stockledger.api.stock.StockQuery.FindStock;
import io.stockledger.api.stock.StockView;
import io.stockledger.api.stock.StockView.OpenReservation;
import io.stockledger.api.stock.StockView.SourceTotal;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** The card of one item, or of one SKU over the locations of a sum. */
public final class StockQueries {
  static final String PROJECTION = "available";
  private static final int MOST_RESERVATIONS = 100;

  private static final String CARD =
      """
      select a.*, due.units as due_units, due.lines as due_lines,
             exists (select 1 from source_word w
               where w.location = a.location and w.sku = a.sku) as has_sources,
             coalesce((select jsonb_exists(l.traits -> 'pool', 'locations')
               from location l where l.location = a.location), false) as is_sum
        from available a
       cross join lateral (
         select coalesce(sum(r.open), 0) as units, count(*) as lines from reservation r
          where a.next_due <= :now and r.location = a.location and r.sku = a.sku
            and r.open > 0 and r.expires_at <= :now) as due
       where a.location = :location and a.sku = :sku
      """;

  /**
   * Units cover what is set aside, then promises in the order in which they were made; what of a
   * line lies beyond the units is uncovered.
   */
  private static final String OPEN_LINES =
      """
      select *, least(open, greatest(0, sum(open) over older - :covering)) as uncovered
        from reservation
       where location = :location and sku = :sku and open > 0
         and (expires_at is null or expires_at > :now)
      window older as (order by made_version, reservation_id, line)
       order by made_version, reservation_id, line
       limit :limit
      """;

  private static final String COUNT_OPEN_LINES =
      """
      select count(*) from reservation
       where location = :location and sku = :sku and open > 0
         and (expires_at is null or expires_at > :now)
      """;

  private static final String SOURCES =
      """
      select source, sequence, observed_at, won, version from source_word
       where location = :location and sku = :sku order by source
      """;

  private final ReadModel model;
  private final OpenTransfers transfers;
  private final Sums sums;

  public StockQueries(ReadModel model) {
    this.model = model;
    this.transfers = new OpenTransfers(model);
    this.sums = new Sums(model);
  }

  private record Card(
      long version,
      Instant recordedAt,
      Figures figures,
      @Nullable LastCount lastCount,
      long openDiscrepancies,
      long dueLines,
      boolean hasSources,
      boolean isSum) {}

  @QueryHandler
  Answer find(FindStock query) {
    ItemId item = query.item();
    Instant now = model.now();
    return model.inSnapshot(
        () -> {
          Optional<Answer> parked = model.parked(PROJECTION, item);
          return parked.orElseGet(() -> find(item, now));
        });
  }

  private Answer find(ItemId item, Instant now) {
    Map<String, Object> parameters =
        Map.of("location", item.location(), "sku", item.sku(), "now", Columns.moment(now));
    Rows<Card> cards = model.read(PROJECTION, CARD, parameters, "sku", (row, number) -> card(row));
    if (cards.items().isEmpty() || cards.items().getFirst().isSum()) {
      return sums.of(item, now).orElseGet(() -> model.unknown(item));
    }
    Card card = cards.items().getFirst();
    Figures figures = card.figures();
    long open = model.sql(COUNT_OPEN_LINES).params(parameters).query(Long.class).single();
    OpenTransfers.Found underWay = transfers.of(item);
    return new StockView(
        item.location(),
        item.sku(),
        card.version(),
        card.recordedAt(),
        figures,
        card.lastCount(),
        card.openDiscrepancies(),
        open,
        open == 0 ? List.of() : openLines(parameters, figures),
        underWay.inAll(),
        underWay.first(),
        card.hasSources() ? sources(item) : null,
        cards.position(),
        now,
        stamp(card, underWay));
  }

  /** Entries at the other end of a transfer change the answer, and no version here. */
  private static String stamp(Card card, OpenTransfers.Found underWay) {
    String own = Stamps.of(card.version(), card.dueLines());
    return underWay.inAll() == 0 ? own : own + "-" + Stamps.of(underWay);
  }

  private List<OpenReservation> openLines(Map<String, Object> parameters, Figures figures) {
    List<OpenReservation> lines = new java.util.ArrayList<>();
    model
        .sql(OPEN_LINES)
        .params(parameters)
        .param("covering", Math.max(0, figures.good() - figures.setAside()))
        .param("limit", MOST_RESERVATIONS)
        .query(
            row -> {
              lines.add(openLine(row));
            });
    return List.copyOf(lines);
  }

  private List<SourceTotal> sources(ItemId item) {
    return model
        .sql(SOURCES)
        .param("location", item.location())
        .param("sku", item.sku())
        .query(
            (row, number) ->
                new SourceTotal(
                    row.getString("source"),
                    row.getLong("sequence"),
                    Columns.instant(row, "observed_at"),
                    row.getBoolean("won"),
                    row.getLong("version")))
        .list();
  }

  private static Card card(ResultSet row) throws SQLException {
    return new Card(
        row.getLong("version"),
        Columns.instant(row, "as_of"),
        Columns.figures(row, row.getLong("due_units")),
        Columns.json(row, "last_count", LastCount.class),
        row.getLong("open_discrepancies"),
        row.getLong("due_lines"),
        row.getBoolean("has_sources"),
        row.getBoolean("is_sum"));
  }

  private static OpenReservation openLine(ResultSet row) throws SQLException {
    Instant expiresAt = Columns.instantOrNull(row, "expires_at");
    return new OpenReservation(
        row.getString("reservation_id"),
        row.getString("line"),
        expiresAt == null ? ReservationState.ALLOCATED : ReservationState.PENDING,
        row.getLong("open"),
        row.getLong("uncovered"),
        expiresAt,
        row.getString("channel"),
        Columns.reference(row),
        Columns.instant(row, "reserved_at"));
  }
}
