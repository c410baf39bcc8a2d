package io.stockledger.api.transfer;

import io.stockledger.api.Outcome;
import io.stockledger.api.stock.StockOutcome.ItemAfter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command on a transfer took effect.
 *
 * @param items every item that was touched, as it is now
 * @param created the transfer came into being
 */
public record TransferOutcome(TransferAfter transfer, List<ItemAfter> items, boolean created)
    implements Outcome {
  /**
   * A transfer as a command left it.
   *
   * @param expectedAt the earliest moment at which something that is open should arrive
   * @param parts in the order in which they left
   */
  public record TransferAfter(
      String transferId,
      TransferState state,
      String from,
      String to,
      @Nullable Instant expectedAt,
      List<TransferLine> lines,
      List<TransferPart> parts) {}
}
