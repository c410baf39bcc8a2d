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

  /**
   * Somebody saw that shelf and book disagree; the item must exist.
   *
   * @param discrepancyId unique in the whole ledger
   * @param missing units that the book has and the shelf has not, negative where the shelf has
   *     more; absent where that is not known yet
   * @param cause what may be behind it, a word such as {@code flagged}
   */
  record FlagDiscrepancy(
      ItemId item,
      String discrepancyId,
      Condition condition,
      @Nullable Long missing,
      String cause,
      Circumstances circumstances)
      implements StockCommand {}

  /**
   * An open discrepancy is verified, adjusted, explained and closed, as far as each is asked for,
   * in this order, all or none.
   *
   * @param counted what a count found
   * @param adjust what the book is corrected by, for the reason of the discrepancy
   * @param reason a code of the ledger's list; absent where it was explained before, or stays open
   * @param close settle it, which needs a reason
   * @param mayApprove the sender has a manager's right: what waits for one is settled
   */
  record ResolveDiscrepancy(
      ItemId item,
      String discrepancyId,
      @Nullable Counted counted,
      @Nullable Correction adjust,
      @Nullable String reason,
      boolean close,
      boolean mayApprove,
      Circumstances circumstances)
      implements StockCommand {}

  /**
   * @param figures absolute, from 0, at least one condition
   */
  record Counted(Map<Condition, Long> figures, CountMethod method, CountKind kind) {}

  /**
   * @param quantity signed, not 0
   */
  record Correction(Condition condition, long quantity) {}
}
