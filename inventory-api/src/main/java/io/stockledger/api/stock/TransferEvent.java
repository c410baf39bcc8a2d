package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.EventName;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a transfer does to the items at its two ends. Units that were dispatched are in transit at
 * the destination until they are received or written off; at every moment, over all entries of a
 * line: dispatched = received + in transit + written off.
 */
public sealed interface TransferEvent extends StockEvent {
  String transferId();

  /** The name of its line within the transfer. */
  String line();

  /**
   * At the origin: units are set aside for a transfer.
   *
   * @param to the destination
   * @param expectedAt when they should arrive there, as far as that is known
   */
  @EventName("stock.transfer-requested")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StockTransferRequested(
      @JsonUnwrapped Entry entry,
      String transferId,
      String line,
      String to,
      long quantity,
      @Nullable Instant expectedAt)
      implements TransferEvent {}

  /**
   * At the origin: units left. Those that were set aside for it are set aside no more; a move
   * across the street never set any aside.
   *
   * @param part what they left with, unique within the transfer
   */
  @EventName("stock.transfer-dispatched")
  record StockTransferDispatched(
      @JsonUnwrapped Entry entry,
      String transferId,
      String line,
      String part,
      String to,
      long quantity)
      implements TransferEvent {}

  /** At the destination: units that left the origin are in transit. */
  @EventName("stock.transfer-under-way")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StockTransferUnderWay(
      @JsonUnwrapped Entry entry,
      String transferId,
      String line,
      String part,
      String from,
      long quantity,
      @Nullable Instant expectedAt)
      implements TransferEvent {}

  /**
   * At the destination: units of a part arrived.
   *
   * @param received what came of the part, by condition
   * @param missing units of the part that are given up, with the reason of the entry; from 0
   * @param excess units that came beyond what was in transit; the entries that follow record them
   *     as receipts of their own. From 0
   */
  @EventName("stock.transfer-received")
  record StockTransferReceived(
      @JsonUnwrapped Entry entry,
      String transferId,
      String line,
      String part,
      String from,
      Map<Condition, Long> received,
      long missing,
      long excess)
      implements TransferEvent {}

  /** At the destination: units that never arrived are given up. */
  @EventName("stock.transfer-written-off")
  record StockTransferWrittenOff(
      @JsonUnwrapped Entry entry,
      String transferId,
      String line,
      String part,
      String from,
      long quantity)
      implements TransferEvent {}

  /** At the origin: units that did not leave are free again. */
  @EventName("stock.transfer-cancelled")
  record StockTransferCancelled(
      @JsonUnwrapped Entry entry, String transferId, String line, String to, long quantity)
      implements TransferEvent {}
}
