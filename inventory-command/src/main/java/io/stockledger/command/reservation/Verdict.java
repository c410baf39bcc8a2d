package io.stockledger.command.reservation;

import io.stockledger.api.Refusal;
import io.stockledger.api.reservation.ReservationOutcome.LineAfter;
import io.stockledger.command.stock.Drafts;
import java.util.List;

/** What the rules answer to a command on promises. */
sealed interface Verdict {
  record Refused(Refusal refusal) implements Verdict {}

  /**
   * @param drafts the items with what would be recorded
   * @param before the reservations it is about, before these entries
   * @param created they come into being by this command
   * @param single asked on one item
   * @param ungranted lines that were asked for and got nothing
   */
  record Accepted(
      Drafts drafts,
      List<Reservation> before,
      boolean created,
      boolean single,
      List<LineAfter> ungranted)
      implements Verdict {}

  static Verdict refused(Refusal refusal) {
    return new Refused(refusal);
  }

  /** Of an existing reservation. */
  static Verdict accepted(Drafts drafts, Reservation before, boolean single) {
    return new Accepted(drafts, List.of(before), false, single, List.of());
  }
}
