package io.stockledger.query.inbound;

import io.stockledger.api.Reference;
import io.stockledger.api.inbound.InboundCard;
import io.stockledger.api.inbound.InboundCard.InboundLine;
import io.stockledger.api.inbound.InboundKind;
import io.stockledger.api.inbound.InboundState;
import io.stockledger.api.inbound.InboundsView.InboundSummary;
import io.stockledger.api.stock.Condition;
import io.stockledger.query.reading.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of the table of lines, with what belongs to the whole inbound. */
record InboundLineRow(
    String inboundId,
    InboundKind kind,
    String vendor,
    String location,
    @Nullable Reference reference,
    @Nullable String source,
    @Nullable String note,
    Instant announcedAt,
    @Nullable Instant closedAt,
    long received,
    InboundLine line) {

  static InboundLineRow read(ResultSet row) throws SQLException {
    return new InboundLineRow(
        row.getString("inbound_id"),
        InboundKind.ofWord(row.getString("kind")),
        row.getString("vendor"),
        row.getString("location"),
        Columns.reference(row),
        row.getString("source"),
        row.getString("note"),
        Columns.instant(row, "announced_at"),
        Columns.instantOrNull(row, "closed_at"),
        row.getLong("received"),
        line(row));
  }

  private static InboundLine line(ResultSet row) throws SQLException {
    LocalDate expectedBy = row.getObject("expected_by", LocalDate.class);
    LocalDate announcedBy = row.getObject("first_expected_by", LocalDate.class);
    return new InboundLine(
        row.getString("line"),
        row.getString("sku"),
        InboundState.of(row.getLong("open"), row.getLong("received")),
        row.getLong("quantity"),
        row.getLong("open"),
        byCondition(row),
        row.getLong("received") - row.getLong("fulfilled"),
        row.getLong("missing"),
        row.getLong("cancelled"),
        row.getObject("expected_from", LocalDate.class),
        expectedBy,
        announcedBy.equals(expectedBy) ? null : announcedBy,
        row.getBoolean("overdue"),
        row.getObject("last_received_on", LocalDate.class),
        row.getString("cohort"),
        row.getLong("version"));
  }

  private static Map<Condition, Long> byCondition(ResultSet row) throws SQLException {
    Map<Condition, Long> units = new EnumMap<>(Condition.class);
    units.put(Condition.GOOD, row.getLong("good"));
    units.put(Condition.DAMAGED, row.getLong("damaged"));
    units.put(Condition.QUARANTINE, row.getLong("quarantine"));
    units.put(Condition.NON_SELLABLE, row.getLong("non_sellable"));
    units.values().removeIf(none -> none == 0);
    return Collections.unmodifiableMap(units);
  }

  /**
   * @param rows all lines of one inbound, as they were announced
   */
  static InboundCard card(List<InboundLineRow> rows) {
    InboundLineRow first = rows.getFirst();
    InboundState state =
        InboundState.of(
            rows.stream().mapToLong(row -> row.line().open()).sum(),
            rows.stream().mapToLong(InboundLineRow::received).sum());
    return new InboundCard(
        first.inboundId(),
        first.kind(),
        state,
        first.vendor(),
        first.location(),
        first.reference(),
        first.source(),
        first.note(),
        first.announcedAt(),
        state.isOpen()
            ? null
            : rows.stream()
                .map(InboundLineRow::closedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null),
        rows.stream().map(InboundLineRow::line).toList());
  }

  /** A row that was summed over the lines of one inbound. */
  static InboundSummary summary(ResultSet row) throws SQLException {
    InboundState state = InboundState.of(row.getLong("open"), row.getLong("received"));
    return new InboundSummary(
        row.getString("inbound_id"),
        InboundKind.ofWord(row.getString("kind")),
        state,
        row.getString("vendor"),
        row.getString("location"),
        Columns.reference(row),
        Columns.instant(row, "announced_at"),
        state.isOpen() ? null : Columns.instantOrNull(row, "closed_at"),
        row.getLong("lines"),
        row.getLong("overdue_lines"),
        row.getObject("next_expected_by", LocalDate.class),
        row.getLong("quantity"),
        row.getLong("open"),
        row.getLong("received"),
        row.getLong("missing"),
        row.getLong("cancelled"));
  }
}
