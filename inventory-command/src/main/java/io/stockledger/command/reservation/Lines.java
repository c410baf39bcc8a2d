package io.stockledger.command.reservation;

import io.stockledger.api.Circumstances;
import io.stockledger.api.reservation.ReleaseReason;
import io.stockledger.api.stock.StockEvent.StockReleased;
import io.stockledger.command.reservation.Reservation.Line;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.Effect;
import io.stockledger.command.stock.OpenPromise;
import org.jspecify.annotations.Nullable;

/** A line of a reservation and the promise on its item are two sides of one thing. */
final class Lines {
  private Lines() {}

  /** The other side of a line that is open. */
  static OpenPromise promise(Drafts drafts, Reservation reservation, Line line) {
    return drafts.of(line.item()).item().promisedTo(reservation.id()).stream()
        .filter(promise -> promise.line().equals(line.line()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s/%s is open in the register and not on %s"
                        .formatted(reservation.id(), line.line(), line.item())));
  }

  static void release(
      Drafts drafts,
      Reservation reservation,
      Line line,
      long units,
      @Nullable ReleaseReason reason,
      Circumstances circumstances) {
    OpenPromise promise = promise(drafts, reservation, line);
    drafts
        .of(line.item())
        .record(
            circumstances,
            reason == null ? null : reason.name(),
            Effect.of(promise.less(units)),
            entry -> new StockReleased(entry, reservation.id(), line.line(), units));
  }
}
