package io.stockledger.query.reservation;

import io.stockledger.api.Reference;
import io.stockledger.api.reservation.ReservationCard.ReservationLine;
import io.stockledger.query.reading.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of the table of lines, with what ran out by the moment of the read counted as expired. */
record LineRow(
    String reservationId,
    ReservationLine line,
    @Nullable Instant expiresAt,
    @Nullable String channel,
    @Nullable Reference reference,
    Instant reservedAt,
    @Nullable Instant closedAt) {

  static LineRow read(ResultSet row, Instant now) throws SQLException {
    Instant expiresAt = Columns.instantOrNull(row, "expires_at");
    long open = row.getLong("open");
    boolean due = open > 0 && expiresAt != null && !expiresAt.isAfter(now);
    long backordered = row.getLong("backordered");
    ReservationLine line =
        new ReservationLine(
            row.getString("line"),
            row.getString("location"),
            row.getString("sku"),
            row.getLong("requested"),
            row.getLong("quantity"),
            due ? 0 : open,
            row.getLong("picked"),
            row.getLong("released"),
            row.getLong("expired") + (due ? open : 0),
            backordered == 0 ? null : (Long) backordered,
            row.getObject("promised_on", LocalDate.class),
            row.getLong("version"));
    return new LineRow(
        row.getString("reservation_id"),
        line,
        expiresAt,
        row.getString("channel"),
        Columns.reference(row),
        Columns.instant(row, "reserved_at"),
        due ? expiresAt : Columns.instantOrNull(row, "closed_at"));
  }
}
