package io.stockledger.server.reservation;

import io.stockledger.api.Circumstances;
import io.stockledger.api.reservation.ReservationCommand.ChangeReservation;
import io.stockledger.api.reservation.ReservationCommand.ConfirmReservation;
import io.stockledger.api.reservation.ReservationCommand.ExtendReservation;
import io.stockledger.api.reservation.ReservationCommand.PickReservation;
import io.stockledger.api.reservation.ReservationCommand.ReleaseReservation;
import io.stockledger.api.reservation.ReservationCommand.ReleaseReservations;
import io.stockledger.api.reservation.ReservationCommand.ReserveStock;
import io.stockledger.server.http.Write;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.Stated;
import io.stockledger.server.write.WriteAnswer;
import io.stockledger.server.write.WriteGateway;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything that is asked of promises, of one or many lines. */
@RestController
@AnswersWith(WriteAnswer.class)
@RequestMapping(
    path = "/v1/reservations",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
class ReservationController {
  private final WriteGateway writes;
  private final ChannelGuard channels;
  private final Clock clock;

  ReservationController(WriteGateway writes, ChannelGuard channels, Clock clock) {
    this.writes = writes;
    this.channels = channels;
    this.clock = clock;
  }

  @PostMapping
  @Requires(Scope.RESERVE)
  @AnswersWith(value = WriteAnswer.class, creates = true)
  ResponseEntity<byte[]> create(@RequestBody CreateRequest body, Write write) {
    write.refusePrecondition();
    ChannelGuard.requireMayReserve(write, body.channel());
    return writes.send(
        new ReserveStock(
            Objects.requireNonNullElseGet(
                body.reservationId(), () -> ReservationIds.next(clock.millis())),
            LineRequest.requested(body.lines()),
            Expiries.orNone(body.expiresIn(), body.expiresAt()),
            body.channel(),
            AcceptWord.orAll(body.accept()),
            false,
            body.circumstances(write)),
        write);
  }

  @PostMapping("/{id}/confirm")
  @Requires(Scope.RESERVE)
  ResponseEntity<byte[]> confirm(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable ConfirmRequest body,
      Write write) {
    check(id, write);
    return writes.send(new ConfirmReservation(id, circumstances(body, write)), write);
  }

  @PostMapping("/{id}/extend")
  @Requires(Scope.RESERVE)
  ResponseEntity<byte[]> extend(
      @PathVariable String id, @RequestBody ExtendRequest body, Write write) {
    check(id, write);
    return writes.send(
        new ExtendReservation(
            id,
            Objects.requireNonNull(
                Expiries.orNone(body.expiresIn(), body.expiresAt()), "an expiry"),
            body.circumstances(write)),
        write);
  }

  @PostMapping("/{id}/change")
  @Requires(Scope.RESERVE)
  ResponseEntity<byte[]> change(
      @PathVariable String id, @RequestBody ChangeRequest body, Write write) {
    check(id, write);
    return writes.send(
        new ChangeReservation(id, LineRequest.requested(body.lines()), body.circumstances(write)),
        write);
  }

  @PostMapping("/{id}/pick")
  @Requires(Scope.PICK)
  ResponseEntity<byte[]> pick(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable PickPartRequest body,
      Write write) {
    check(id, write);
    return writes.send(
        new PickReservation(
            id,
            body == null ? PartLine.part(null, null) : PartLine.part(body.quantity(), body.lines()),
            body != null && Boolean.TRUE.equals(body.happened()),
            body != null && Boolean.TRUE.equals(body.closeReservation()),
            circumstances(body, write)),
        write);
  }

  @PostMapping("/{id}/release")
  @Requires(Scope.RELEASE)
  ResponseEntity<byte[]> release(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable ReleasePartRequest body,
      Write write) {
    check(id, write);
    return writes.send(
        new ReleaseReservation(
            id,
            body == null ? PartLine.part(null, null) : PartLine.part(body.quantity(), body.lines()),
            body == null ? null : body.reason(),
            circumstances(body, write)),
        write);
  }

  @PostMapping("/release")
  @Requires(Scope.RELEASE_MANY)
  ResponseEntity<byte[]> releaseMany(@RequestBody ReleaseManyRequest body, Write write) {
    write.refusePrecondition();
    Circumstances circumstances = body.circumstances(write);
    return writes.send(
        new ReleaseReservations(
            circumstances.reference(), body.location(), body.reason(), circumstances),
        write);
  }

  private void check(String id, Write write) {
    write.refusePrecondition();
    channels.requireOwn(write, id);
  }

  private static Circumstances circumstances(@Nullable Stated body, Write write) {
    return body == null ? Circumstances.NONE : body.circumstances(write);
  }
}
