package io.stockledger.outgoing.preview;

import io.stockledger.promise.replay.PlayedDay;

/**
 * What a draft would have made of many days of items.
 *
 * @param days of items that were played: each item counts once a day
 * @param otherStates at the end of which another state would have been shown
 * @param unitsHidden the sum, over the ends of the days, of units that could be reserved, and could
 *     not be under the draft
 * @param unitsOpened the sum of those that could be reserved under the draft only
 * @param unitsReserved promised through the channel
 * @param unitsRefused of these, those that the draft would have refused
 * @param unitsOversold promised through the channel, and cancelled as oversold later, or not there
 *     by what the books learned
 * @param unitsSpared of these, those that the draft would have refused: oversells avoided
 */
public record PreviewTotals(
    long days,
    long otherStates,
    long unitsHidden,
    long unitsOpened,
    long unitsReserved,
    long unitsRefused,
    long unitsOversold,
    long unitsSpared) {
  static final PreviewTotals NONE = new PreviewTotals(0, 0, 0, 0, 0, 0, 0, 0);

  static PreviewTotals of(PlayedDay day) {
    return new PreviewTotals(
        1,
        day.changesState() ? 1 : 0,
        day.hidden(),
        day.opened(),
        day.reserved(),
        day.refused(),
        day.oversold(),
        day.avoided());
  }

  PreviewTotals plus(PreviewTotals other) {
    return new PreviewTotals(
        days + other.days,
        otherStates + other.otherStates,
        unitsHidden + other.unitsHidden,
        unitsOpened + other.unitsOpened,
        unitsReserved + other.unitsReserved,
        unitsRefused + other.unitsRefused,
        unitsOversold + other.unitsOversold,
        unitsSpared + other.unitsSpared);
  }
}
