package io.stockledger.query.reservation;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.reservation.ReservationCard;
import io.stockledger.api.reservation.ReservationQuery.FindReservation;
import io.stockledger.api.reservation.ReservationQuery.ListReservations;
import io.stockledger.api.reservation.ReservationState;
import io.stockledger.api.reservation.ReservationView;
import io.stockledger.api.reservation.ReservationsView;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.Cursor;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** Promises, as they are at the moment of the read. */
public final class ReservationQueries {
  static final String PROJECTION = "available";

  private static final String LINES =
      """
      select * from reservation where reservation_id in (:ids)
       order by reservation_id, line, location, sku
      """;

  private static final String IDS =
      """
      select distinct r.reservation_id from reservation r where {where}
       order by r.reservation_id limit :limit
      """;

  private static final String OPEN_NOW =
      "x.open > 0 and (x.expires_at is null or x.expires_at > :now)";

  private final ReadModel model;

  public ReservationQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer find(FindReservation query) {
    Instant now = model.now();
    Rows<LineRow> lines = lines(List.of(query.reservationId()), now);
    List<ReservationCard> cards = Cards.of(lines.items());
    if (cards.isEmpty()) {
      return new Answer.Unknown(
          "unknown-reservation", Map.of("reservationId", query.reservationId()));
    }
    return new ReservationView(cards.getFirst(), lines.position(), now, Stamps.of(cards));
  }

  @QueryHandler
  Answer list(ListReservations query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 1);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Instant now = model.now();
    Conditions conditions =
        conditions(query, now)
            .behind(List.of("r.reservation_id"), key.get())
            .with("now", Columns.moment(now))
            .with("limit", page.limit() + 1);
    return model.inSnapshot(() -> list(page, conditions, now));
  }

  private Answer list(Page page, Conditions conditions, Instant now) {
    Rows<String> ids =
        model.read(
            PROJECTION,
            conditions.in(IDS),
            conditions.parameters(),
            "reservation_id",
            (row, number) -> Objects.requireNonNull(row.getString("reservation_id")));
    List<String> wanted = ids.within(page);
    List<ReservationCard> cards =
        wanted.isEmpty() ? List.of() : Cards.of(lines(wanted, now).items());
    return new ReservationsView(
        cards, ids.next(page, List::of), ids.position(), now, Stamps.of(cards));
  }

  private Rows<LineRow> lines(List<String> ids, Instant now) {
    return model.read(
        PROJECTION,
        LINES,
        Map.of("ids", ids),
        "reservation_id",
        (row, number) -> LineRow.read(row, now));
  }

  private static Conditions conditions(ListReservations query, Instant now) {
    Conditions conditions =
        new Conditions()
            .andIf("r.reference_id = :referenceId", "referenceId", query.referenceId())
            .andIf("r.reference_type = :referenceType", "referenceType", query.referenceType())
            .andIf("r.location = :location", "location", query.location())
            .andIf("r.sku = :sku", "sku", query.sku());
    if (query.expiresBefore() != null) {
      conditions.and(
          "r.open > 0 and r.expires_at > :now and r.expires_at < :expiresBefore",
          "expiresBefore",
          Columns.moment(query.expiresBefore()));
    }
    if (query.state() != null) {
      conditions.and(isIn(query.state()), "now", Columns.moment(now));
    }
    return conditions;
  }

  private static String isIn(ReservationState state) {
    String closed = none(OPEN_NOW);
    String expired = "x.expired > 0 or (x.open > 0 and x.expires_at <= :now)";
    return switch (state) {
      case PENDING -> some(OPEN_NOW + " and x.expires_at is not null");
      case ALLOCATED -> some(OPEN_NOW) + " and " + none(OPEN_NOW + " and x.expires_at is not null");
      case EXPIRED -> closed + " and " + some(expired);
      case PICKED -> closed + " and " + none(expired) + " and " + some("x.picked > 0");
      case RELEASED -> closed + " and " + none(expired) + " and " + none("x.picked > 0");
    };
  }

  private static String some(String condition) {
    return "exists (select 1 from reservation x where x.reservation_id = r.reservation_id and (%s))"
        .formatted(condition);
  }

  private static String none(String condition) {
    return "not " + some(condition);
  }
}
