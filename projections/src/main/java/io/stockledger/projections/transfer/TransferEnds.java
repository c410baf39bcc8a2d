package io.stockledger.projections.transfer;

import io.stockledger.api.stock.TransferEvent;
import io.stockledger.api.stock.TransferEvent.StockTransferCancelled;
import io.stockledger.api.stock.TransferEvent.StockTransferDispatched;
import io.stockledger.api.stock.TransferEvent.StockTransferReceived;
import io.stockledger.api.stock.TransferEvent.StockTransferRequested;
import io.stockledger.api.stock.TransferEvent.StockTransferUnderWay;
import io.stockledger.api.stock.TransferEvent.StockTransferWrittenOff;
import io.stockledger.projections.transfer.TransferRow.Share;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ends of transfers, and what entries of items make of them. Lives for one batch. */
public final class TransferEnds {
  private final Map<EndId, TransferRow> rows = new HashMap<>();
  private final Map<EndId, TransferRow> touched = new LinkedHashMap<>();

  /**
   * @param before every end that will be touched, as far as it is there
   */
  public TransferEnds(Collection<TransferRow> before) {
    before.forEach(row -> rows.put(row.id(), row));
  }

  static EndId idOf(TransferEvent event) {
    return new EndId(event.transferId(), event.line(), event.entry().item());
  }

  /** The ends that were touched, as they are now. */
  public Collection<TransferRow> touched() {
    return touched.values();
  }

  public void fold(TransferEvent event, long position, long version) {
    TransferRow next = next(event, position).touched(event.recordedAt(), version, position);
    rows.put(next.id(), next);
    touched.put(next.id(), next);
  }

  private TransferRow next(TransferEvent event, long position) {
    TransferRow row = rows.get(idOf(event));
    return switch (event) {
      case StockTransferRequested e ->
          begun(row, e, location(e), e.to(), position).request(e.quantity(), e.expectedAt());
      case StockTransferDispatched e ->
          (row == null
                  ? begun(null, e, location(e), e.to(), position).request(e.quantity(), null)
                  : row)
              .dispatch(e.quantity());
      case StockTransferUnderWay e ->
          begun(row, e, e.from(), location(e), position)
              .underWay(new Share(e.part(), e.quantity(), 0, 0, e.expectedAt()));
      case StockTransferReceived e ->
          there(row, e).arrive(e.part(), came(e), e.missing(), e.excess(), 0);
      case StockTransferWrittenOff e ->
          there(row, e).arrive(e.part(), 0, e.quantity(), 0, e.quantity());
      case StockTransferCancelled e -> there(row, e).cancel(e.quantity());
    };
  }

  private static String location(TransferEvent event) {
    return event.entry().location();
  }

  private static long came(StockTransferReceived event) {
    return event.received().values().stream().mapToLong(Long::longValue).sum();
  }

  private static TransferRow there(@Nullable TransferRow row, TransferEvent event) {
    if (row == null) {
      throw new IllegalStateException("there is no " + idOf(event));
    }
    return row;
  }

  private static TransferRow begun(
      @Nullable TransferRow row,
      TransferEvent event,
      String origin,
      String destination,
      long position) {
    return row != null
        ? row
        : new TransferRow(
            idOf(event),
            origin,
            destination,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            null,
            location(event).equals(origin) ? event.entry().reference() : null,
            List.of(),
            event.recordedAt(),
            null,
            position,
            0,
            position);
  }
}
