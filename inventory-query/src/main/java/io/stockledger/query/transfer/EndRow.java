package io.stockledger.query.transfer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.stockledger.api.Reference;
import io.stockledger.query.reading.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a transfer at one end.
 *
 * @param open set aside at the origin, in transit at the destination
 * @param shares what left with which part, at the destination
 */
record EndRow(
    String transferId,
    String line,
    String sku,
    boolean atOrigin,
    String origin,
    String destination,
    long open,
    long requested,
    long dispatched,
    long received,
    long missing,
    long excess,
    long cancelled,
    long writtenOff,
    @Nullable Instant expectedAt,
    @Nullable Reference reference,
    List<Share> shares,
    Instant begunAt,
    @Nullable Instant closedAt,
    long madePosition) {

  /** What of the line left with a part. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Share(
      String part, long dispatched, long received, long missing, @Nullable Instant expectedAt) {}

  static EndRow read(ResultSet row) throws SQLException {
    Share[] shares = Columns.json(row, "shares", Share[].class);
    String origin = row.getString("origin");
    return new EndRow(
        row.getString("transfer_id"),
        row.getString("line"),
        row.getString("sku"),
        origin.equals(row.getString("location")),
        origin,
        row.getString("destination"),
        row.getLong("open"),
        row.getLong("requested"),
        row.getLong("dispatched"),
        row.getLong("received"),
        row.getLong("missing"),
        row.getLong("excess"),
        row.getLong("cancelled"),
        row.getLong("written_off"),
        Columns.instantOrNull(row, "expected_at"),
        Columns.reference(row),
        shares == null ? List.of() : List.of(shares),
        Columns.instant(row, "begun_at"),
        Columns.instantOrNull(row, "closed_at"),
        row.getLong("made_position"));
  }
}
