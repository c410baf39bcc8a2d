package io.stockledger.server.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.stockledger.api.reservation.ReservationOutcome.LineAfter;
import io.stockledger.api.reservation.ReservationState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a write on stock or promises. About one item it is flat; {@code entries} has one
 * element for each item that a reservation touched.
 *
 * @param version of the item's last entry
 * @param position of the command's last entry on the item
 * @param events what happened to the item by this command
 * @param figures of the item, or what a channel may see of them
 * @param entries the items of a reservation
 * @param reservations several reservations, released together
 * @param dryRun true where nothing was written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "location",
  "sku",
  "version",
  "position",
  "recordedAt",
  "events",
  "reservationId",
  "state",
  "expiresAt",
  "lines",
  "figures",
  "entries",
  "reservations",
  "dryRun"
})
public record WriteAnswer(
    @Nullable String location,
    @Nullable String sku,
    @Nullable Long version,
    @Nullable Long position,
    @Nullable Instant recordedAt,
    @Nullable List<String> events,
    @Nullable String reservationId,
    @Nullable ReservationState state,
    @Nullable Instant expiresAt,
    @Nullable List<LineAfter> lines,
    @Schema(
            oneOf = {io.stockledger.api.stock.Figures.class, SellableFigures.class},
            description = "the item's figures; a channel's key sees only what is sellable")
        @Nullable Object figures,
    @Nullable List<WriteAnswer> entries,
    @Nullable List<Reserved> reservations,
    @Nullable Boolean dryRun) {

  /** All that a channel sees of an item's figures. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SellableFigures(@Nullable Long sellable) {}

  /** A reservation as the command left it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Reserved(
      String reservationId,
      ReservationState state,
      @Nullable Instant expiresAt,
      List<LineAfter> lines) {}

  static WriteAnswer ofItem(
      ItemEntry entry, @Nullable Reserved reserved, @Nullable Boolean dryRun) {
    return new WriteAnswer(
        entry.item().location(),
        entry.item().sku(),
        entry.version(),
        entry.position(),
        entry.recordedAt(),
        entry.events(),
        reserved == null ? null : reserved.reservationId(),
        reserved == null ? null : reserved.state(),
        reserved == null ? null : reserved.expiresAt(),
        reserved == null ? null : reserved.lines(),
        entry.figures(),
        null,
        null,
        dryRun);
  }

  /** Has entries always; where there is one, its members stand at the top as well. */
  static WriteAnswer ofReservation(
      List<ItemEntry> entries,
      @Nullable Reserved reserved,
      @Nullable List<Reserved> several,
      @Nullable Boolean dryRun) {
    ItemEntry only = entries.size() == 1 ? entries.getFirst() : null;
    return new WriteAnswer(
        only == null ? null : only.item().location(),
        only == null ? null : only.item().sku(),
        only == null ? null : only.version(),
        only == null ? null : only.position(),
        only == null ? null : only.recordedAt(),
        only == null ? null : only.events(),
        reserved == null ? null : reserved.reservationId(),
        reserved == null ? null : reserved.state(),
        reserved == null ? null : reserved.expiresAt(),
        reserved == null ? null : reserved.lines(),
        only == null ? null : only.figures(),
        entries.stream().map(e -> ofItem(e, null, null)).toList(),
        several,
        dryRun);
  }
}
