package io.stockledger.projections.inbound;

import io.stockledger.api.Reference;
import io.stockledger.api.inbound.InboundKind;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.SupplyEvent.StockSupplyCancelled;
import io.stockledger.api.stock.SupplyEvent.StockSupplyExpected;
import io.stockledger.api.stock.SupplyEvent.StockSupplyReceived;
import io.stockledger.api.stock.SupplyEvent.StockSupplyRevised;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A line of an inbound. Always {@code quantity = open + fulfilled + missing + cancelled}.
 *
 * @param open units still expected
 * @param received units that came, by condition, excess included
 * @param fulfilled units that came and were expected
 * @param inTime of these, units that came by the day that was stated when they came
 * @param daysLate of the last that came: their day less the day that was stated then; absent before
 *     any came
 * @param firstExpectedBy the day as it was announced
 * @param closedAt when nothing was expected any more
 * @param madePosition of the entry that announced it
 * @param version of the item's last entry that touched it
 */
public record InboundRow(
    LineKey key,
    InboundKind kind,
    String vendor,
    long quantity,
    long open,
    Units received,
    long fulfilled,
    long missing,
    long cancelled,
    long inTime,
    @Nullable Long daysLate,
    @Nullable LocalDate expectedFrom,
    LocalDate expectedBy,
    LocalDate firstExpectedBy,
    @Nullable LocalDate lastReceivedOn,
    @Nullable String cohort,
    @Nullable Reference reference,
    @Nullable String source,
    @Nullable String note,
    Instant announcedAt,
    @Nullable Instant closedAt,
    long madePosition,
    long version,
    long position) {

  /** A line by the item that it is about. */
  public record LineKey(String inboundId, String line, ItemId item) {}

  /** Units by condition. */
  public record Units(long good, long damaged, long quarantine, long nonSellable) {
    static final Units NONE = new Units(0, 0, 0, 0);

    Units plus(StockSupplyReceived e) {
      return new Units(
          good + e.received().getOrDefault(Condition.GOOD, 0L),
          damaged + e.received().getOrDefault(Condition.DAMAGED, 0L),
          quarantine + e.received().getOrDefault(Condition.QUARANTINE, 0L),
          nonSellable + e.received().getOrDefault(Condition.NON_SELLABLE, 0L));
    }

    public long all() {
      return good + damaged + quarantine + nonSellable;
    }
  }

  public InboundRow {
    if (open < 0 || quantity != open + fulfilled + missing + cancelled) {
      throw new IllegalStateException(
          "%s: quantity %d, open %d, fulfilled %d, missing %d, cancelled %d"
              .formatted(key, quantity, open, fulfilled, missing, cancelled));
    }
  }

  static InboundRow announced(StockSupplyExpected e, long position, long version) {
    return new InboundRow(
        new LineKey(e.inboundId(), e.line(), e.entry().item()),
        e.kind(),
        e.vendor(),
        e.quantity(),
        e.quantity(),
        Units.NONE,
        0,
        0,
        0,
        0,
        null,
        e.expectedFrom(),
        e.expectedBy(),
        e.expectedBy(),
        null,
        e.cohort(),
        e.entry().reference(),
        e.entry().source(),
        e.entry().note(),
        e.recordedAt(),
        null,
        position,
        version,
        position);
  }

  InboundRow revise(StockSupplyRevised e) {
    return new InboundRow(
        key,
        kind,
        vendor,
        e.quantity(),
        open + e.quantity() - quantity,
        received,
        fulfilled,
        missing,
        cancelled,
        inTime,
        daysLate,
        e.expectedFrom(),
        e.expectedBy(),
        firstExpectedBy,
        lastReceivedOn,
        e.cohort(),
        reference,
        source,
        note,
        announcedAt,
        closedAt,
        madePosition,
        version,
        position);
  }

  /** Where nothing came and units are only given up, no day of arrival is told. */
  InboundRow receive(StockSupplyReceived e) {
    Units units = received.plus(e);
    boolean came = units.all() > received.all();
    long late = ChronoUnit.DAYS.between(expectedBy, e.receivedOn());
    return new InboundRow(
        key,
        kind,
        vendor,
        quantity,
        open - e.fulfilled() - e.missing(),
        units,
        fulfilled + e.fulfilled(),
        missing + e.missing(),
        cancelled,
        late > 0 ? inTime : inTime + e.fulfilled(),
        came ? (Long) late : daysLate,
        expectedFrom,
        expectedBy,
        firstExpectedBy,
        came ? e.receivedOn() : lastReceivedOn,
        cohort,
        reference,
        source,
        note,
        announcedAt,
        closedAt,
        madePosition,
        version,
        position);
  }

  InboundRow cancel(StockSupplyCancelled e) {
    return new InboundRow(
        key,
        kind,
        vendor,
        quantity,
        open - e.quantity(),
        received,
        fulfilled,
        missing,
        cancelled + e.quantity(),
        inTime,
        daysLate,
        expectedFrom,
        expectedBy,
        firstExpectedBy,
        lastReceivedOn,
        cohort,
        reference,
        source,
        note,
        announcedAt,
        closedAt,
        madePosition,
        version,
        position);
  }

  /** The stamp of the entry that touched it, which also closes it when nothing is open. */
  InboundRow touched(Instant recordedAt, long version, long position) {
    Instant closed = open > 0 ? null : closedAt == null ? recordedAt : closedAt;
    return new InboundRow(
        key,
        kind,
        vendor,
        quantity,
        open,
        received,
        fulfilled,
        missing,
        cancelled,
        inTime,
        daysLate,
        expectedFrom,
        expectedBy,
        firstExpectedBy,
        lastReceivedOn,
        cohort,
        reference,
        source,
        note,
        announcedAt,
        closed,
        madePosition,
        version,
        position);
  }
}
