package io.stockledger.outgoing.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.channel.OfferState;
import io.stockledger.promise.replay.Played;
import io.stockledger.promise.replay.PlayedDay;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An item on a day.
 *
 * @param inForce what the rules that were in force showed at the end of the day
 * @param draft what would have been shown with the draft among them
 * @param unitsHidden that could be reserved, and could not be under the draft
 * @param unitsOpened that could be reserved under the draft only
 * @param unitsReserved promised through the channel on that day
 * @param unitsRefused of these, those that the draft would have refused
 * @param unitsOversold of those promised on that day, what turned out not to be there
 * @param unitsSpared of these, those that the draft would have refused
 */
public record ItemDay(
    LocalDate day,
    String location,
    String sku,
    Shown inForce,
    Shown draft,
    long unitsHidden,
    long unitsOpened,
    long unitsReserved,
    long unitsRefused,
    long unitsOversold,
    long unitsSpared) {
  /**
   * What the channel showed.
   *
   * @param why the row of the decision table
   * @param sellable units that could be reserved through the channel
   * @param shown the figure that a customer was told; absent where only the state was
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Shown(OfferState state, String why, long sellable, @Nullable Long shown) {
    private static Shown of(Played played) {
      return new Shown(played.state(), played.why(), played.sellable(), played.shown());
    }
  }

  static ItemDay of(PreviewedDay day) {
    PlayedDay played = day.played();
    return new ItemDay(
        played.day(),
        day.item().location(),
        day.item().sku(),
        Shown.of(played.inForce()),
        Shown.of(played.draft()),
        played.hidden(),
        played.opened(),
        played.reserved(),
        played.refused(),
        played.oversold(),
        played.avoided());
  }
}
