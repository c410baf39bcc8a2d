package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.EventName;
import io.stockledger.api.inbound.InboundKind;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What suppliers announced for an item, and what came of it. */
public sealed interface SupplyEvent extends StockEvent {
  String inboundId();

  /** The name of its line within the purchase order or shipping notice. */
  String line();

  /**
   * Units are expected.
   *
   * @param kind what announces them
   * @param quantity as ordered or announced
   * @param expectedFrom the first day on which they may come, where a window is given
   * @param expectedBy the last day on which they should be there, in the location's time zone
   * @param cohort what groups lines of several documents, such as a season
   */
  @EventName("stock.supply-expected")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StockSupplyExpected(
      @JsonUnwrapped Entry entry,
      String inboundId,
      String line,
      InboundKind kind,
      long quantity,
      String vendor,
      @Nullable LocalDate expectedFrom,
      LocalDate expectedBy,
      @Nullable String cohort)
      implements SupplyEvent {}

  /**
   * The line is stated anew.
   *
   * @param quantity in all, what was received, given up or cancelled before included
   */
  @EventName("stock.supply-revised")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StockSupplyRevised(
      @JsonUnwrapped Entry entry,
      String inboundId,
      String line,
      long quantity,
      @Nullable LocalDate expectedFrom,
      LocalDate expectedBy,
      @Nullable String cohort)
      implements SupplyEvent {}

  /**
   * Units came.
   *
   * @param receivedOn the day on which it happened, in the location's time zone as it was then
   * @param received by condition
   * @param fulfilled of them, units that were expected; the rest is excess, with the reason of the
   *     entry
   * @param missing units that are given up as short, with the reason of the entry
   */
  @EventName("stock.supply-received")
  record StockSupplyReceived(
      @JsonUnwrapped Entry entry,
      String inboundId,
      String line,
      LocalDate receivedOn,
      Map<Condition, Long> received,
      long fulfilled,
      long missing)
      implements SupplyEvent {}

  /** Units that are still expected will not come. */
  @EventName("stock.supply-cancelled")
  record StockSupplyCancelled(
      @JsonUnwrapped Entry entry, String inboundId, String line, long quantity)
      implements SupplyEvent {}
}
