package io.stockledger.promise.replay;

import java.time.LocalDate;

/**
 * An item on a day of UTC, under the rules that were in force and under a draft.
 *
 * @param inForce at the end of the day, or of the period where that is earlier
 * @param draft at the same moment, with the stock as it really was
 * @param reserved units that were promised through the channel on that day
 * @param refused of them, units that the rules in force allowed, and the draft would have refused
 * @param oversold of the units promised on that day, those that were cancelled as oversold later,
 *     or lost their units to what the books learned
 * @param avoided of these, units that the draft would have refused
 */
public record PlayedDay(
    LocalDate day,
    Played inForce,
    Played draft,
    long reserved,
    long refused,
    long oversold,
    long avoided) {

  /** Units that could be reserved, and could not be under the draft. */
  public long hidden() {
    return Math.max(0, inForce.sellable() - draft.sellable());
  }

  /** Units that could not be reserved, and could be under the draft. */
  public long opened() {
    return Math.max(0, draft.sellable() - inForce.sellable());
  }

  public boolean changesState() {
    return inForce.state() != draft.state();
  }

  /** Whether the draft would have made any difference. */
  public boolean differs() {
    return !inForce.equals(draft) || refused > 0;
  }
}
