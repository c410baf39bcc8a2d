package io.stockledger.command.reservation;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Refusal;
import io.stockledger.api.reservation.ReservationCommand.Part;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockRefusal.VersionMismatch;
import io.stockledger.command.stock.Drafts;
import org.jspecify.annotations.Nullable;

/**
 * The version that a sender expects. It speaks of one item, so it is compared only where a command
 * is about one.
 */
final class Precondition {
  private Precondition() {}

  static @Nullable Refusal refusal(Drafts drafts, ItemId item, Circumstances circumstances) {
    Long expected = circumstances.ifVersion();
    long actual = drafts.original(item).version();
    return expected == null || expected == actual
        ? null
        : new VersionMismatch(item, expected, actual);
  }

  static @Nullable Refusal refusal(
      Drafts drafts, Reservation reservation, Part part, Circumstances circumstances) {
    if (part.item() != null && reservation.items().contains(part.item())) {
      return refusal(drafts, part.item(), circumstances);
    }
    return reservation.items().size() == 1
        ? refusal(drafts, reservation.items().iterator().next(), circumstances)
        : null;
  }
}
