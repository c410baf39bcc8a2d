package io.stockledger.projections.audit;

import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.DiscrepancyEvent;
import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyExplained;
import io.stockledger.api.stock.LowStockEvent;
import io.stockledger.api.stock.LowStockEvent.StockRanLow;
import io.stockledger.api.stock.LowStockEvent.StockRecovered;
import io.stockledger.api.stock.LowStockEvent.StockThresholdSet;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.ExpiredLine;
import io.stockledger.api.stock.StockEvent.OpenLine;
import io.stockledger.api.stock.StockEvent.StockAdjusted;
import io.stockledger.api.stock.StockEvent.StockConditionChanged;
import io.stockledger.api.stock.StockEvent.StockCounted;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import io.stockledger.api.stock.StockEvent.StockPicked;
import io.stockledger.api.stock.StockEvent.StockPutBack;
import io.stockledger.api.stock.StockEvent.StockReceived;
import io.stockledger.api.stock.StockEvent.StockReleased;
import io.stockledger.api.stock.StockEvent.StockReservationChanged;
import io.stockledger.api.stock.StockEvent.StockReservationConfirmed;
import io.stockledger.api.stock.StockEvent.StockReservationExtended;
import io.stockledger.api.stock.StockEvent.StockReservationsExpired;
import io.stockledger.api.stock.StockEvent.StockReserved;
import io.stockledger.api.stock.StockEvent.StockReturned;
import io.stockledger.api.stock.StockEvent.StockReversed;
import io.stockledger.api.stock.StockEvent.StockSetAside;
import io.stockledger.api.stock.SupplyEvent;
import io.stockledger.api.stock.SupplyEvent.StockSupplyCancelled;
import io.stockledger.api.stock.SupplyEvent.StockSupplyExpected;
import io.stockledger.api.stock.SupplyEvent.StockSupplyReceived;
import io.stockledger.api.stock.SupplyEvent.StockSupplyRevised;
import io.stockledger.api.stock.TotalEvent;
import io.stockledger.api.stock.TransferEvent;
import io.stockledger.api.stock.TransferEvent.StockTransferCancelled;
import io.stockledger.api.stock.TransferEvent.StockTransferDispatched;
import io.stockledger.api.stock.TransferEvent.StockTransferReceived;
import io.stockledger.api.stock.TransferEvent.StockTransferRequested;
import io.stockledger.api.stock.TransferEvent.StockTransferUnderWay;
import io.stockledger.api.stock.TransferEvent.StockTransferWrittenOff;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says beyond what every entry says, in the columns of {@code history}.
 *
 * @param detail what has no column of its own, empty for nothing
 */
record Told(
    @Nullable String reservationId,
    @Nullable String line,
    @Nullable Long quantity,
    @Nullable Map<Condition, Long> counted,
    @Nullable Long reversedVersion,
    Map<String, Object> detail) {

  static Told by(StockEvent event) {
    return switch (event) {
      case StockReceived e -> units(e.quantity(), saying("condition", e.condition()));
      case StockReturned e -> units(e.quantity(), saying("condition", e.condition()));
      case StockAdjusted e -> units(e.quantity(), saying("condition", e.condition()));
      case StockPicked e -> picked(e);
      case StockCounted e -> counted(e);
      case StockConditionChanged e -> units(e.quantity(), saying("from", e.from(), "to", e.to()));
      case StockSetAside e -> units(e.quantity(), saying());
      case StockPutBack e -> units(e.quantity(), saying());
      case StockReversed e -> reversed(e);
      case StockDiscrepancyOpened e -> discrepancy(e);
      case StockReserved e -> reserved(e);
      case StockReservationConfirmed e -> promise(e.reservationId(), e.quantity(), saying());
      case StockReservationExtended e ->
          promise(e.reservationId(), null, saying("expiresAt", e.expiresAt()));
      case StockReservationChanged e -> changed(e);
      case StockReleased e ->
          new Told(e.reservationId(), e.line(), e.quantity(), null, null, saying());
      case StockReservationsExpired e ->
          units(
              e.expired().stream().mapToLong(ExpiredLine::quantity).sum(),
              saying("expired", e.expired()));
      case TransferEvent e -> transfer(e);
      case SupplyEvent e -> supply(e);
      case DiscrepancyEvent e -> discrepancy(e);
      case TotalEvent.StockTotalStated e -> total(e);
      case LowStockEvent e -> lowStock(e);
    };
  }

  private static Told transfer(TransferEvent event) {
    Map<String, Object> detail = saying("transferId", event.transferId());
    long units =
        switch (event) {
          case StockTransferRequested e -> {
            detail.putAll(saying("to", e.to(), "expectedAt", e.expectedAt()));
            yield e.quantity();
          }
          case StockTransferDispatched e -> {
            detail.putAll(saying("part", e.part(), "to", e.to()));
            yield e.quantity();
          }
          case StockTransferUnderWay e -> {
            detail.putAll(saying("part", e.part(), "from", e.from(), "expectedAt", e.expectedAt()));
            yield e.quantity();
          }
          case StockTransferReceived e -> {
            detail.putAll(saying("part", e.part(), "from", e.from()));
            detail.putAll(saying("received", e.received(), "missing", e.missing()));
            detail.putAll(saying("excess", e.excess()));
            yield sum(e.received());
          }
          case StockTransferWrittenOff e -> {
            detail.putAll(saying("part", e.part(), "from", e.from()));
            yield e.quantity();
          }
          case StockTransferCancelled e -> {
            detail.putAll(saying("to", e.to()));
            yield e.quantity();
          }
        };
    return new Told(null, event.line(), units, null, null, detail);
  }

  private static Told supply(SupplyEvent event) {
    Map<String, Object> detail = saying("inboundId", event.inboundId());
    long units =
        switch (event) {
          case StockSupplyExpected e -> {
            detail.putAll(saying("kind", e.kind(), "vendor", e.vendor(), "cohort", e.cohort()));
            detail.putAll(saying("expectedFrom", e.expectedFrom(), "expectedBy", e.expectedBy()));
            yield e.quantity();
          }
          case StockSupplyRevised e -> {
            detail.putAll(saying("cohort", e.cohort()));
            detail.putAll(saying("expectedFrom", e.expectedFrom(), "expectedBy", e.expectedBy()));
            yield e.quantity();
          }
          case StockSupplyReceived e -> {
            detail.putAll(saying("received", e.received(), "fulfilled", e.fulfilled()));
            detail.putAll(saying("missing", e.missing(), "receivedOn", e.receivedOn()));
            yield sum(e.received());
          }
          case StockSupplyCancelled e -> e.quantity();
        };
    return new Told(null, event.line(), units, null, null, detail);
  }

  private static Told discrepancy(DiscrepancyEvent event) {
    Map<String, Object> detail = saying("discrepancyId", event.discrepancyId());
    if (event instanceof StockDiscrepancyExplained e) {
      detail.putAll(saying("awaitsApproval", e.awaitsApproval()));
    }
    return new Told(null, null, null, null, null, detail);
  }

  /** Only one that counts is told as a count. */
  private static Told total(TotalEvent.StockTotalStated e) {
    Map<String, Object> detail = saying("sequence", e.sequence());
    if (e.lost() == null) {
      detail.putAll(saying("book", e.book()));
      return new Told(null, null, null, e.stated(), null, detail);
    }
    detail.putAll(saying("stated", e.stated(), "lost", e.lost()));
    return new Told(null, null, null, null, null, detail);
  }

  private static Told lowStock(LowStockEvent event) {
    return switch (event) {
      case StockThresholdSet e ->
          new Told(
              null,
              null,
              null,
              null,
              null,
              saying("low", e.low(), "restored", e.restored(), "rule", e.rule()));
      case StockRanLow e -> units(e.available(), saying("threshold", e.threshold()));
      case StockRecovered e -> units(e.available(), saying("threshold", e.threshold()));
    };
  }

  private static long sum(Map<Condition, Long> units) {
    return units.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Told picked(StockPicked e) {
    Map<String, Object> detail = saying("consumed", e.consumed(), "happened", e.happened());
    return new Told(e.reservationId(), e.line(), e.quantity(), null, null, detail);
  }

  private static Told counted(StockCounted e) {
    Map<String, Object> detail = saying("book", e.book(), "method", e.method(), "kind", e.kind());
    return new Told(null, null, null, e.counted(), null, detail);
  }

  private static Told reversed(StockReversed e) {
    Map<String, Object> detail = saying("reversedType", e.reversedType());
    return new Told(null, null, null, null, e.reversedVersion(), detail);
  }

  private static Told discrepancy(StockDiscrepancyOpened e) {
    Map<String, Object> detail = saying("discrepancyId", e.discrepancyId(), "cause", e.cause());
    detail.putAll(
        saying("condition", e.condition(), "stated", e.stated(), "recorded", e.recorded()));
    return new Told(null, null, e.missing(), null, null, detail);
  }

  private static Told reserved(StockReserved e) {
    Map<String, Object> detail =
        saying("requested", e.requested(), "expiresAt", e.expiresAt(), "channel", e.channel());
    return new Told(e.reservationId(), e.line(), e.quantity(), null, null, detail);
  }

  private static Told changed(StockReservationChanged e) {
    return promise(
        e.reservationId(),
        e.lines().stream().mapToLong(OpenLine::quantity).sum(),
        saying("lines", e.lines(), "expiresAt", e.expiresAt(), "channel", e.channel()));
  }

  private static Told units(long quantity, Map<String, Object> detail) {
    return new Told(null, null, quantity, null, null, detail);
  }

  private static Told promise(
      String reservationId, @Nullable Long quantity, Map<String, Object> detail) {
    return new Told(reservationId, null, quantity, null, null, detail);
  }

  /** Names and values in turn; an absent value is left out. */
  private static Map<String, Object> saying(@Nullable Object... namesAndValues) {
    Map<String, Object> detail = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value != null) {
        detail.put(String.valueOf(namesAndValues[i]), value);
      }
    }
    return detail;
  }
}
