package io.stockledger.api.transfer;

import io.stockledger.api.Circumstances;
import io.stockledger.api.stock.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of transfers. All lines are decided together, and recorded at both ends or at
 * none.
 */
public sealed interface TransferCommand {
  String transferId();

  Circumstances circumstances();

  /**
   * Set units aside for another location.
   *
   * @param transferId given by the sender, or made by the server; unique in the whole ledger
   * @param to another location than {@code from}
   * @param lines 1 to 1,000, their names differ
   * @param arrival when they should arrive
   * @param move they leave and arrive by this very command
   */
  record RequestTransfer(
      String transferId,
      String from,
      String to,
      List<RequestedUnits> lines,
      @Nullable Arrival arrival,
      boolean move,
      Circumstances circumstances)
      implements TransferCommand {}

  /**
   * Units leave the origin together.
   *
   * @param part unique within the transfer; none lets the ledger make one
   * @param lines which of its lines and how much; everything set aside when empty
   * @param expectedAt when they should arrive; none means as the transfer said
   */
  record DispatchTransfer(
      String transferId,
      @Nullable String part,
      List<LineUnits> lines,
      @Nullable Instant expectedAt,
      Circumstances circumstances)
      implements TransferCommand {}

  /**
   * Units arrive.
   *
   * @param part settles this part: what of it does not arrive is given up, and needs a reason. None
   *     takes from the parts that left first, and leaves the rest in transit
   * @param lines what came; everything in transit, in good condition, when empty
   * @param reason why it differs from what left, where a line has no reason of its own
   */
  record ReceiveTransfer(
      String transferId,
      @Nullable String part,
      List<ArrivedUnits> lines,
      @Nullable TransferReason reason,
      Circumstances circumstances)
      implements TransferCommand {}

  /**
   * Units that did not leave yet are free again.
   *
   * @param lines which of its lines and how much; everything set aside when empty
   */
  record CancelTransfer(
      String transferId,
      List<LineUnits> lines,
      @Nullable TransferReason reason,
      Circumstances circumstances)
      implements TransferCommand {}

  /**
   * The transfer ends: what did not leave is free again, what did not arrive is written off.
   *
   * @param reason needed where something is in transit
   */
  record CloseTransfer(
      String transferId, @Nullable TransferReason reason, Circumstances circumstances)
      implements TransferCommand {}

  /**
   * @param line its name within the transfer
   * @param quantity from 1
   */
  record RequestedUnits(String line, String sku, long quantity) {}

  /**
   * @param quantity from 1; none means all that is set aside
   */
  record LineUnits(String line, @Nullable Long quantity) {}

  /**
   * @param received by condition, from 0
   * @param reason why it differs from what left
   */
  record ArrivedUnits(
      String line, Map<Condition, Long> received, @Nullable TransferReason reason) {}

  /** When units should arrive: at a moment, or so long after the record. Exactly one is given. */
  record Arrival(@Nullable Instant at, @Nullable Duration in) {
    public Instant resolve(Instant recordedAt) {
      if (at != null) {
        return at;
      }
      if (in != null) {
        return recordedAt.plus(in);
      }
      throw new IllegalStateException("an arrival has a moment or a length");
    }
  }
}
