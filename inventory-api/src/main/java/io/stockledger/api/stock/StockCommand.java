package io.stockledger.api.stock;

import io.stockledger.api.Circumstances;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of one stock item, promises aside (see {@link
 * io.stockledger.api.reservation.ReservationCommand}). Quantities are base units from 1 to {@link
 * Figures#MAX_QUANTITY} unless a parameter says otherwise.
 */
public sealed interface StockCommand {
  ItemId item();

  Circumstances circumstances();

  /** Units come in; brings the item into being. */
  record ReceiveStock(ItemId item, Condition condition, long quantity, Circumstances circumstances)
      implements StockCommand {}

  /**
   * Good units are taken without a reservation: from what is available, or, {@code happened}, as a
   * fact, up to what is on hand.
   */
  record PickStock(ItemId item, long quantity, boolean happened, Circumstances circumstances)
      implements StockCommand {}

  /**
   * A figure is corrected.
   *
   * @param quantity the difference, signed, not 0
   * @param expected what the sender believes the book says now, per condition
   */
  record AdjustStock(
      ItemId item,
      Condition condition,
      long quantity,
      AdjustReason reason,
      @Nullable Map<Condition, Long> expected,
      Circumstances circumstances)
      implements StockCommand {}

  /**
   * Units were counted; brings the item into being.
   *
   * @param counted absolute, from 0, at least one condition
   * @param expected what the sender believes the book says now, per condition
   */
  record CountStock(
      ItemId item,
      Map<Condition, Long> counted,
      CountMethod method,
      CountKind kind,
      @Nullable Map<Condition, Long> expected,
      Circumstances circumstances)
      implements StockCommand {}

  /**
   * A source that only knows totals says what is on hand; brings the item into being. Who says it
   * is the source of the circumstances, which must be there, and when it looked is when it
   * occurred.
   *
   * @param sequence of the source, from 0, rising with each of its totals of this item
   * @param stated absolute, from 0, at least one condition
   */
  record StateTotal(
      ItemId item, long sequence, Map<Condition, Long> stated, Circumstances circumstances)
      implements StockCommand {}

  /**
   * Says what is low for an item.
   *
   * @param low available units at or below which it is low, from 0; absent for no threshold any
   *     more
   * @param restored available units from which on it has enough again, above {@code low}; absent
   *     where that is
   * @param rule on whose behalf; it gives way to what was said of the item itself
   */
  record SetThreshold(
      ItemId item,
      @Nullable Long low,
      @Nullable Long restored,
      @Nullable String rule,
      Circumstances circumstances)
      implements StockCommand {}

  /** Units come back from a customer; needs no sale; brings the item into being. */
  record ReturnStock(ItemId item, Condition condition, long quantity, Circumstances circumstances)
      implements StockCommand {}

  /** Units change their condition. */
  record ChangeCondition(
      ItemId item, Condition from, Condition to, long quantity, Circumstances circumstances)
      implements StockCommand {}

  /** Available units are kept for a purpose. */
  record SetAsideStock(
      ItemId item, long quantity, @Nullable SetAsideReason reason, Circumstances circumstances)
      implements StockCommand {}

  /** Units that were set aside become free. */
  record PutBackStock(ItemId item, long quantity, Circumstances circumstances)
      implements StockCommand {}

  /**
   * A mistaken entry is compensated by a new one.
   *
   * @param version the entry, from 1
   */
  record ReverseEntry(ItemId item, long version, AdjustReason reason, Circumstances circumstances)
      implements StockCommand {}
}
