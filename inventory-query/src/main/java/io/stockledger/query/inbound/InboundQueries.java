package io.stockledger.query.inbound;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.inbound.ExpectedView;
import io.stockledger.api.inbound.ExpectedView.ExpectedDay;
import io.stockledger.api.inbound.InboundCard;
import io.stockledger.api.inbound.InboundQuery.FindInbound;
import io.stockledger.api.inbound.InboundQuery.ListExpected;
import io.stockledger.api.inbound.InboundQuery.ListInbound;
import io.stockledger.api.inbound.InboundState;
import io.stockledger.api.inbound.InboundView;
import io.stockledger.api.inbound.InboundsView;
import io.stockledger.api.inbound.InboundsView.InboundSummary;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.Cursor;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** What is announced, order by order and day by day. */
public final class InboundQueries {
  /** Lines are folded with the cards of their items. */
  static final String PROJECTION = "available";

  private static final String ONE =
      "select * from (" + Todays.LINES + " where x.inbound_id = :id) as i order by made_position";

  private static final String SUMMARIES =
      """
      select i.inbound_id, min(i.kind) as kind, min(i.vendor) as vendor,
             min(i.location) as location,
             (array_agg(i.reference_type order by i.made_position))[1] as reference_type,
             (array_agg(i.reference_id order by i.made_position))[1] as reference_id,
             min(i.announced_at) as announced_at, max(i.closed_at) as closed_at,
             count(*) as lines, count(*) filter (where i.overdue) as overdue_lines,
             min(i.expected_by) filter (where i.open > 0) as next_expected_by,
             sum(i.quantity) as quantity, sum(i.open) as open, sum(i.received) as received,
             sum(i.missing) as missing, sum(i.cancelled) as cancelled
        from (
      """
          + Todays.LINES
          + ") as i where {where} group by i.inbound_id having {having}"
          + " order by i.inbound_id limit :limit";

  private static final String WITH_LINE =
      "i.inbound_id in (select y.inbound_id from (" + Todays.LINES + ") as y where {where})";

  /** No zone is more than a day ahead, which an index can tell. */
  private static final String OVERDUE =
      "y.open > 0 and y.expected_by <= cast(:utc as date) + 1 and y.overdue = :overdue";

  private static final String DAYS =
      """
      select cast(i.expected_by as text) as day, i.location, i.sku, sum(i.open) as expected,
             count(*) as lines, bool_or(i.overdue) as overdue
        from (
      """
          + Todays.LINES
          + ") as i where i.open > 0 and {where} group by i.expected_by, i.location, i.sku"
          + " order by i.expected_by, i.location, i.sku limit :limit";

  private final ReadModel model;

  public InboundQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer find(FindInbound query) {
    Instant now = model.now();
    return model.inSnapshot(
        () -> {
          Map<String, Object> parameters = new HashMap<>(Todays.at(now, model).parameters());
          parameters.put("id", query.inboundId());
          Rows<InboundLineRow> rows =
              model.read(
                  PROJECTION,
                  ONE,
                  parameters,
                  "inbound_id",
                  (row, number) -> InboundLineRow.read(row));
          if (rows.items().isEmpty()) {
            return new Answer.Unknown("unknown-inbound", Map.of("inboundId", query.inboundId()));
          }
          InboundCard card = InboundLineRow.card(rows.items());
          return new InboundView(card, rows.position(), now, Stamps.of(card));
        });
  }

  @QueryHandler
  Answer list(ListInbound query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 1);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Instant now = model.now();
    return model.inSnapshot(
        () -> {
          Conditions line = ofLine(query);
          Conditions conditions =
              new Conditions()
                  .andIf("i.vendor = :vendor", "vendor", query.vendor())
                  .andIf("i.location = :location", "location", query.location())
                  .behind(List.of("i.inbound_id"), key.get())
                  .with("limit", page.limit() + 1);
          String select = conditions.in(SUMMARIES).replace("{having}", having(query.state()));
          if (!line.parameters().isEmpty()) {
            select = select.replace(" group by", " and " + line.in(WITH_LINE) + " group by");
          }
          Map<String, Object> parameters = new HashMap<>(Todays.at(now, model).parameters());
          parameters.putAll(conditions.parameters());
          parameters.putAll(line.parameters());
          Rows<InboundSummary> rows =
              model.read(
                  PROJECTION,
                  select,
                  parameters,
                  "inbound_id",
                  (row, number) -> InboundLineRow.summary(row));
          List<InboundSummary> items = rows.within(page);
          return new InboundsView(
              items,
              rows.next(page, item -> List.of(item.inboundId())),
              rows.position(),
              now,
              Stamps.of(items));
        });
  }

  private static Conditions ofLine(ListInbound query) {
    Conditions line =
        new Conditions()
            .andIf("y.sku = :sku", "sku", query.sku())
            .andIf("y.cohort = :cohort", "cohort", query.cohort())
            .andIf(
                "y.open > 0 and y.expected_by < :expectedBefore",
                "expectedBefore",
                query.expectedBefore());
    return query.overdue() ? line.and(OVERDUE, "overdue", true) : line;
  }

  private static String having(@Nullable InboundState state) {
    return switch (state) {
      case null -> "true";
      case EXPECTED -> "sum(i.open) > 0 and sum(i.received) = 0";
      case PARTLY_RECEIVED -> "sum(i.open) > 0 and sum(i.received) > 0";
      case RECEIVED -> "sum(i.open) = 0 and sum(i.received) > 0";
      case CANCELLED -> "sum(i.open) = 0 and sum(i.received) = 0";
    };
  }

  @QueryHandler
  Answer list(ListExpected query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 3);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Instant now = model.now();
    Conditions conditions =
        new Conditions()
            .andIf("i.location = :location", "location", query.location())
            .andIf("i.sku = :sku", "sku", query.sku())
            .andIf("i.vendor = :vendor", "vendor", query.vendor())
            .andIf("i.cohort = :cohort", "cohort", query.cohort())
            .andIf("i.expected_by >= :from", "from", query.from())
            .andIf("i.expected_by <= :to", "to", query.to())
            .behind(List.of("cast(i.expected_by as text)", "i.location", "i.sku"), key.get())
            .with("limit", page.limit() + 1);
    return model.inSnapshot(
        () -> {
          Todays.at(now, model).parameters().forEach(conditions::with);
          Rows<ExpectedDay> rows =
              model.read(
                  PROJECTION,
                  conditions.in(DAYS),
                  conditions.parameters(),
                  "sku",
                  (row, number) ->
                      new ExpectedDay(
                          LocalDate.parse(row.getString("day")),
                          row.getString("location"),
                          row.getString("sku"),
                          row.getLong("expected"),
                          row.getLong("lines"),
                          row.getBoolean("overdue")));
          List<ExpectedDay> items = rows.within(page);
          return new ExpectedView(
              items,
              rows.next(page, d -> List.of(d.date().toString(), d.location(), d.sku())),
              rows.position(),
              now,
              Stamps.of(items));
        });
  }
}
