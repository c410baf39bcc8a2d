package io.stockledger.api.transfer;

import io.stockledger.api.Answer.View;
import io.stockledger.api.Page;
import io.stockledger.api.Query;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked about transfers. */
public sealed interface TransferQuery<V extends View> extends Query<V> {
  /** One transfer, open or closed. Unknown: {@code unknown-transfer}. */
  record FindTransfer(String transferId) implements TransferQuery<TransferView> {}

  /**
   * Transfers by id, those that fit everything that is given; each with all its lines.
   *
   * @param location either end
   * @param sku at least one of its lines is of it
   * @param referenceType narrows {@code referenceId}
   * @param expectedBefore something of it is open and should arrive before this moment
   */
  record ListTransfers(
      @Nullable String from,
      @Nullable String to,
      @Nullable String location,
      @Nullable String sku,
      @Nullable TransferState state,
      @Nullable String referenceType,
      @Nullable String referenceId,
      @Nullable Instant expectedBefore,
      Page page)
      implements TransferQuery<TransfersView> {}
}
