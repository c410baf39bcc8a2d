package io.stockledger.query.discrepancy;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.DiscrepanciesView;
import io.stockledger.api.stock.DiscrepancyCard;
import io.stockledger.api.stock.DiscrepancyQuery.FindDiscrepancy;
import io.stockledger.api.stock.DiscrepancyQuery.ListDiscrepancies;
import io.stockledger.api.stock.DiscrepancyQuery.SumDiscrepancies;
import io.stockledger.api.stock.DiscrepancyState;
import io.stockledger.api.stock.DiscrepancyView;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.Cursor;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Disagreements of shelf and book, as they are at the moment of the read. */
public final class DiscrepancyQueries {
  static final String PROJECTION = "discrepancies";

  private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");
  private static final String SELECT =
      "select * from discrepancy where {where} order by flagged_position limit :limit";

  private final ReadModel model;

  public DiscrepancyQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer find(FindDiscrepancy query) {
    String id = query.discrepancyId();
    Rows<Row> rows = read(new Conditions().and("discrepancy_id = :id", "id", id).with("limit", 1));
    if (rows.items().isEmpty()) {
      return new Answer.Unknown("unknown-discrepancy", Map.of("discrepancyId", id));
    }
    DiscrepancyCard card = rows.items().getFirst().card();
    return new DiscrepancyView(card, rows.position(), model.now(), Stamps.of(card));
  }

  @QueryHandler
  Answer list(ListDiscrepancies query) {
    Page page = query.page();
    Optional<Long> behind = position(page.cursor());
    if (behind.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Instant now = model.now();
    Rows<Row> rows =
        read(
            conditions(query, now)
                .and("flagged_position > :behind", "behind", behind.get())
                .with("limit", page.limit() + 1));
    List<DiscrepancyCard> items = rows.within(page).stream().map(Row::card).toList();
    return new DiscrepanciesView(
        items,
        rows.next(page, row -> List.of(Long.toString(row.flaggedPosition()))),
        rows.position(),
        now,
        Stamps.of(items));
  }

  @QueryHandler
  Answer sum(SumDiscrepancies query) {
    return model.inSnapshot(() -> new Summary(model, query.location()).view());
  }

  private static Conditions conditions(ListDiscrepancies query, Instant now) {
    Conditions conditions =
        new Conditions()
            .andIf("location = :location", "location", query.location())
            .andIf("sku = :sku", "sku", query.sku())
            .andIf("cause = :cause", "cause", query.cause())
            .andIf("reason = :reason", "reason", query.reason());
    if (query.olderThan() != null) {
      conditions.and(
          "flagged_at <= :before", "before", Columns.moment(now.minus(query.olderThan())));
    }
    if (query.state() != null) {
      conditions.and(
          switch (query.state()) {
            case OPEN -> "closed_at is null and awaits_approval = :awaits";
            case AWAITING_APPROVAL -> "closed_at is null and awaits_approval = :awaits";
            case CLOSED -> "closed_at is not null and awaits_approval = :awaits";
          },
          "awaits",
          query.state() == DiscrepancyState.AWAITING_APPROVAL);
    }
    return conditions;
  }

  private static Optional<Long> position(@Nullable String cursor) {
    return Cursor.read(cursor, 1)
        .map(key -> key.isEmpty() ? "0" : key.getFirst())
        .filter(text -> POSITION.matcher(text).matches())
        .map(Long::valueOf);
  }

  private Rows<Row> read(Conditions conditions) {
    return model.read(
        PROJECTION,
        conditions.in(SELECT),
        conditions.parameters(),
        "discrepancy_id",
        (row, number) -> new Row(card(row), row.getLong("flagged_position")));
  }

  private record Row(DiscrepancyCard card, long flaggedPosition) {}

  private static DiscrepancyCard card(ResultSet row) throws SQLException {
    Instant flaggedAt = Columns.instant(row, "flagged_at");
    Instant closedAt = Columns.instantOrNull(row, "closed_at");
    return new DiscrepancyCard(
        row.getString("discrepancy_id"),
        row.getString("location"),
        row.getString("sku"),
        state(closedAt, row.getBoolean("awaits_approval")),
        row.getString("cause"),
        Condition.ofWord(row.getString("condition")).orElseThrow(),
        row.getObject("stated", Long.class),
        row.getObject("recorded", Long.class),
        row.getObject("missing", Long.class),
        row.getString("reason"),
        row.getString("note"),
        row.getString("source"),
        Columns.reference(row),
        flaggedAt,
        Columns.instantOrNull(row, "explained_at"),
        closedAt,
        closedAt == null ? null : Duration.between(flaggedAt, closedAt).toSeconds(),
        row.getLong("version"));
  }

  private static DiscrepancyState state(@Nullable Instant closedAt, boolean awaits) {
    if (closedAt != null) {
      return DiscrepancyState.CLOSED;
    }
    return awaits ? DiscrepancyState.AWAITING_APPROVAL : DiscrepancyState.OPEN;
  }
}
