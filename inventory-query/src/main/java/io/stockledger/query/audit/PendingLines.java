package io.stockledger.query.audit;

import io.stockledger.api.stock.ItemId;
import io.stockledger.query.reading.ReadModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of reservations that were open on an item after a past entry, put together from the
 * history of the item. Needed only where a moment lies between an expiry and its record.
 */
final class PendingLines {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final String ENTRIES =
      """
      select type, reservation_id, line, quantity, detail from history
       where location = :location and sku = :sku and version <= :version
         and type in ('stock.reserved', 'stock.reservation-confirmed',
                      'stock.reservation-extended', 'stock.reservation-changed',
                      'stock.released', 'stock.picked', 'stock.reservations-expired')
       order by version
      """;

  private final Map<Line, Open> lines = new HashMap<>();

  private record Line(String reservationId, String line) {}

  private record Open(long quantity, @Nullable Instant expiresAt) {
    Open less(long units) {
      return new Open(quantity - units, expiresAt);
    }
  }

  private PendingLines() {}

  static PendingLines after(ReadModel model, ItemId item, long version) {
    PendingLines pending = new PendingLines();
    model
        .sql(ENTRIES)
        .param("location", item.location())
        .param("sku", item.sku())
        .param("version", version)
        .query(
            row -> {
              pending.add(row);
            });
    return pending;
  }

  /** Units of lines that had run out by a moment. */
  long dueAt(Instant moment) {
    return lines.values().stream()
        .filter(open -> open.expiresAt != null && !open.expiresAt.isAfter(moment))
        .mapToLong(Open::quantity)
        .sum();
  }

  private void add(ResultSet row) throws SQLException {
    String json = row.getString("detail");
    JsonNode detail = MAPPER.readTree(json == null ? "{}" : json);
    String id = row.getString("reservation_id");
    String line = row.getString("line");
    long quantity = row.getLong("quantity");
    switch (row.getString("type")) {
      case "stock.reserved" -> lines.put(new Line(id, line), new Open(quantity, expiry(detail)));
      case "stock.reservation-confirmed" -> restamp(id, null);
      case "stock.reservation-extended" -> restamp(id, expiry(detail));
      case "stock.reservation-changed" -> change(id, detail);
      case "stock.released" -> take(new Line(id, line), quantity);
      case "stock.picked" -> pick(id, line, detail);
      case "stock.reservations-expired" -> detail.path("expired").forEach(this::expire);
      default -> throw new IllegalStateException("not asked for: " + row.getString("type"));
    }
  }

  private void pick(@Nullable String id, @Nullable String line, JsonNode detail) {
    if (id != null && line != null) {
      take(new Line(id, line), detail.path("consumed").asLong());
    }
  }

  private void expire(JsonNode expired) {
    Line line = new Line(expired.path("reservationId").asString(), expired.path("line").asString());
    take(line, expired.path("quantity").asLong());
  }

  private void change(String id, JsonNode detail) {
    Instant expiresAt = expiry(detail);
    Set<Line> gone = new HashSet<>(lines.keySet());
    gone.removeIf(line -> !line.reservationId.equals(id));
    for (JsonNode stated : detail.path("lines")) {
      Line line = new Line(id, stated.path("line").asString());
      lines.put(line, new Open(stated.path("quantity").asLong(), expiresAt));
      gone.remove(line);
    }
    gone.forEach(lines::remove);
  }

  private void restamp(String id, @Nullable Instant expiresAt) {
    for (Line line : List.copyOf(lines.keySet())) {
      if (line.reservationId.equals(id)) {
        lines.computeIfPresent(line, (l, open) -> new Open(open.quantity, expiresAt));
      }
    }
  }

  private void take(Line line, long units) {
    lines.computeIfPresent(line, (l, open) -> open.quantity > units ? open.less(units) : null);
  }

  private static @Nullable Instant expiry(JsonNode detail) {
    return detail.hasNonNull("expiresAt")
        ? Instant.parse(detail.path("expiresAt").asString())
        : null;
  }
}
