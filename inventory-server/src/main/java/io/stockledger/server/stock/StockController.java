package io.stockledger.server.stock;

import io.stockledger.api.reservation.ReservationCommand.Part;
import io.stockledger.api.reservation.ReservationCommand.PickReservation;
import io.stockledger.api.reservation.ReservationCommand.ReleaseReservation;
import io.stockledger.api.reservation.ReservationCommand.RequestedLine;
import io.stockledger.api.reservation.ReservationCommand.ReserveStock;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.CountKind;
import io.stockledger.api.stock.CountMethod;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.AdjustStock;
import io.stockledger.api.stock.StockCommand.ChangeCondition;
import io.stockledger.api.stock.StockCommand.CountStock;
import io.stockledger.api.stock.StockCommand.PickStock;
import io.stockledger.api.stock.StockCommand.PutBackStock;
import io.stockledger.api.stock.StockCommand.ReceiveStock;
import io.stockledger.api.stock.StockCommand.ReturnStock;
import io.stockledger.api.stock.StockCommand.ReverseEntry;
import io.stockledger.api.stock.StockCommand.SetAsideStock;
import io.stockledger.server.http.Write;
import io.stockledger.server.reservation.AcceptWord;
import io.stockledger.server.reservation.ChannelGuard;
import io.stockledger.server.reservation.Expiries;
import io.stockledger.server.reservation.ReservationIds;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.WriteAnswer;
import io.stockledger.server.write.WriteGateway;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything that is asked of one stock item. */
@RestController
@AnswersWith(value = WriteAnswer.class, takesVersion = true)
@RequestMapping(
    path = "/v1/stock/{location}/{sku}",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
class StockController {
  private static final String ONLY_LINE = "1";

  private final WriteGateway writes;
  private final ChannelGuard channels;
  private final Clock clock;

  StockController(WriteGateway writes, ChannelGuard channels, Clock clock) {
    this.writes = writes;
    this.channels = channels;
    this.clock = clock;
  }

  @PostMapping("/receive")
  @Requires(Scope.RECEIVE)
  ResponseEntity<byte[]> receive(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody ReceiveRequest body,
      Write write) {
    return writes.send(
        new ReceiveStock(
            new ItemId(location, sku),
            orGood(body.condition()),
            body.quantity(),
            body.circumstances(write)),
        write);
  }

  @PostMapping("/pick")
  @Requires(Scope.PICK)
  ResponseEntity<byte[]> pick(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody PickRequest body,
      Write write) {
    ItemId item = new ItemId(location, sku);
    boolean happened = Boolean.TRUE.equals(body.happened());
    Object command =
        body.reservationId() == null
            ? new PickStock(
                item,
                Objects.requireNonNull(body.quantity(), "quantity"),
                happened,
                body.circumstances(write))
            : new PickReservation(
                body.reservationId(),
                new Part(item, body.quantity(), List.of()),
                happened,
                Boolean.TRUE.equals(body.closeReservation()),
                body.circumstances(write));
    return writes.send(command, write);
  }

  @PostMapping("/adjust")
  @Requires(Scope.ADJUST)
  ResponseEntity<byte[]> adjust(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody AdjustRequest body,
      Write write) {
    OtherReason.requireRight(body.reason(), write);
    return writes.send(
        new AdjustStock(
            new ItemId(location, sku),
            orGood(body.condition()),
            body.quantity(),
            body.reason(),
            ByCondition.orNone(body.expected()),
            body.circumstances(write)),
        write);
  }

  @PostMapping("/count")
  @Requires(Scope.COUNT)
  ResponseEntity<byte[]> count(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody CountRequest body,
      Write write) {
    return writes.send(
        new CountStock(
            new ItemId(location, sku),
            body.counted().byCondition(),
            Objects.requireNonNullElse(body.method(), CountMethod.MANUAL),
            Objects.requireNonNullElse(body.kind(), CountKind.CYCLE_COUNT),
            ByCondition.orNone(body.expected()),
            body.circumstances(write)),
        write);
  }

  @PostMapping("/return")
  @Requires(Scope.RETURN)
  ResponseEntity<byte[]> returned(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody ReturnRequest body,
      Write write) {
    return writes.send(
        new ReturnStock(
            new ItemId(location, sku),
            orGood(body.condition()),
            body.quantity(),
            body.circumstances(write)),
        write);
  }

  @PostMapping("/condition")
  @Requires(Scope.CONDITION)
  ResponseEntity<byte[]> condition(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody ConditionRequest body,
      Write write) {
    return writes.send(
        new ChangeCondition(
            new ItemId(location, sku),
            body.from(),
            body.to(),
            body.quantity(),
            body.circumstances(write)),
        write);
  }

  @PostMapping("/set-aside")
  @Requires(Scope.SET_ASIDE)
  ResponseEntity<byte[]> setAside(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody SetAsideRequest body,
      Write write) {
    return writes.send(
        new SetAsideStock(
            new ItemId(location, sku), body.quantity(), body.reason(), body.circumstances(write)),
        write);
  }

  @PostMapping("/put-back")
  @Requires(Scope.PUT_BACK)
  ResponseEntity<byte[]> putBack(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody PutBackRequest body,
      Write write) {
    return writes.send(
        new PutBackStock(new ItemId(location, sku), body.quantity(), body.circumstances(write)),
        write);
  }

  @PostMapping("/reverse")
  @Requires(Scope.REVERSE)
  ResponseEntity<byte[]> reverse(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody ReverseRequest body,
      Write write) {
    OtherReason.requireRight(body.reason(), write);
    return writes.send(
        new ReverseEntry(
            new ItemId(location, sku), body.version(), body.reason(), body.circumstances(write)),
        write);
  }

  @PostMapping("/reserve")
  @Requires(Scope.RESERVE)
  @AnswersWith(value = WriteAnswer.class, creates = true, takesVersion = true)
  ResponseEntity<byte[]> reserve(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody ReserveRequest body,
      Write write) {
    ChannelGuard.requireMayReserve(write, body.channel());
    RequestedLine line =
        new RequestedLine(ONLY_LINE, List.of(location), sku, body.quantity(), false);
    return writes.send(
        new ReserveStock(
            Objects.requireNonNullElseGet(
                body.reservationId(), () -> ReservationIds.next(clock.millis())),
            List.of(line),
            Expiries.orNone(body.expiresIn(), body.expiresAt()),
            body.channel(),
            AcceptWord.orAll(body.accept()),
            true,
            body.circumstances(write)),
        write);
  }

  @PostMapping("/release")
  @Requires(Scope.RELEASE)
  ResponseEntity<byte[]> release(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody ReleaseRequest body,
      Write write) {
    channels.requireOwn(write, body.reservationId());
    return writes.send(
        new ReleaseReservation(
            body.reservationId(),
            new Part(new ItemId(location, sku), body.quantity(), List.of()),
            body.reason(),
            body.circumstances(write)),
        write);
  }

  private static Condition orGood(@Nullable Condition given) {
    return given == null ? Condition.GOOD : given;
  }
}
