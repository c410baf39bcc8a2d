package io.stockledger.server.wiring;

import io.stockledger.api.Reference;
import io.stockledger.api.reservation.ReservationCommand;
import io.stockledger.api.stock.ItemId;
import io.stockledger.command.reservation.DueReservations;
import io.stockledger.command.reservation.Reservation;
import io.stockledger.command.reservation.ReservationRegister;
import io.stockledger.ledger.Claim;
import io.stockledger.ledger.Claims;
import io.stockledger.server.reservation.ReservationChannels;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reservations as claims of the ledger: their bodies are JSON. */
final class ClaimedReservations
    implements ReservationRegister, DueReservations, ReservationChannels {
  private static final String KIND = "reservation";
  private static final String PREFIX = KIND + ":";

  private final Claims claims;
  private final JsonMapper json;

  ClaimedReservations(Claims claims, JsonMapper json) {
    this.claims = claims;
    this.json = json;
  }

  /** The claims that a command will ask for, so that a batch reads them at once. */
  static Collection<String> claimIds(ReservationCommand command) {
    return switch (command) {
      case ReservationCommand.ReserveStock c -> List.of(PREFIX + c.reservationId());
      case ReservationCommand.ConfirmReservation c -> List.of(PREFIX + c.reservationId());
      case ReservationCommand.ExtendReservation c -> List.of(PREFIX + c.reservationId());
      case ReservationCommand.ChangeReservation c -> List.of(PREFIX + c.reservationId());
      case ReservationCommand.PickReservation c -> List.of(PREFIX + c.reservationId());
      case ReservationCommand.ReleaseReservation c -> List.of(PREFIX + c.reservationId());
      case ReservationCommand.ExpireReservation c -> List.of(PREFIX + c.reservationId());
      case ReservationCommand.ReleaseReservations ignored -> List.of();
    };
  }

  static String claimId(String reservationId) {
    return PREFIX + reservationId;
  }

  @Override
  public @Nullable Reservation find(String reservationId) {
    Claim claim = claims.find(PREFIX + reservationId);
    return claim == null ? null : read(claim);
  }

  @Override
  public void put(Reservation reservation) {
    boolean open = reservation.open() > 0;
    Reference reference = reservation.reference();
    claims.put(
        new Claim(
            PREFIX + reservation.id(),
            KIND,
            streams(reservation, open),
            open,
            open ? reservation.expiresAt() : null,
            reference == null ? null : text(reference),
            json.writeValueAsBytes(reservation)));
  }

  /** An open one touches only the items on which something of it is open. */
  private static List<String> streams(Reservation reservation, boolean open) {
    return reservation.lines().stream()
        .filter(line -> !open || line.open() > 0)
        .map(line -> line.item().stream())
        .distinct()
        .toList();
  }

  @Override
  public List<Reservation> openWithReference(Reference reference, int limit) {
    return claims.openWithReference(text(reference), limit).stream().map(this::read).toList();
  }

  @Override
  public List<Reservation> openAt(String location, int limit) {
    return claims.openTouching(ItemId.streamsAt(location), limit).stream()
        .filter(ClaimedReservations::isReservation)
        .map(this::read)
        .toList();
  }

  @Override
  public List<String> due(Instant now, int limit) {
    return claims.due(now, limit).stream()
        .filter(ClaimedReservations::isReservation)
        .map(claim -> claim.id().substring(PREFIX.length()))
        .toList();
  }

  @Override
  public Optional<String> channelOf(String reservationId) {
    return Optional.ofNullable(find(reservationId)).map(Reservation::channel);
  }

  /** Other things have claims as well. */
  private static boolean isReservation(Claim claim) {
    return claim.kind().equals(KIND);
  }

  private Reservation read(Claim claim) {
    return json.readValue(claim.body(), Reservation.class);
  }

  /** One text for each pair, whatever characters they have. */
  private static String text(Reference reference) {
    return reference.type().length() + ":" + reference.type() + ":" + reference.id();
  }
}
