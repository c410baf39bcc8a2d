package io.stockledger.projections.inbound;

import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.SupplyEvent;
import io.stockledger.api.stock.SupplyEvent.StockSupplyCancelled;
import io.stockledger.api.stock.SupplyEvent.StockSupplyExpected;
import io.stockledger.api.stock.SupplyEvent.StockSupplyReceived;
import io.stockledger.api.stock.SupplyEvent.StockSupplyRevised;
import io.stockledger.projections.inbound.InboundRow.LineKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The lines of inbounds, and what entries of items make of them. Lives for one batch. */
public final class InboundLines {
  private final Map<LineKey, InboundRow> rows = new HashMap<>();
  private final Map<LineKey, InboundRow> touched = new LinkedHashMap<>();

  /**
   * @param before every line that will be touched and is there
   */
  public InboundLines(Collection<InboundRow> before) {
    before.forEach(row -> rows.put(row.key(), row));
  }

  static LineKey keyOf(SupplyEvent event) {
    return new LineKey(event.inboundId(), event.line(), event.entry().item());
  }

  /** The lines that were touched, as they are now. */
  public Collection<InboundRow> touched() {
    return touched.values();
  }

  /** Entries that say nothing of expected supply leave all lines as they are. */
  public void fold(StockEvent event, long position, long version) {
    if (event instanceof SupplyEvent supply) {
      InboundRow next =
          next(supply, position, version).touched(event.recordedAt(), version, position);
      rows.put(next.key(), next);
      touched.put(next.key(), next);
    }
  }

  private InboundRow next(SupplyEvent event, long position, long version) {
    return switch (event) {
      case StockSupplyExpected e -> InboundRow.announced(e, position, version);
      case StockSupplyRevised e -> row(e).revise(e);
      case StockSupplyReceived e -> row(e).receive(e);
      case StockSupplyCancelled e -> row(e).cancel(e);
    };
  }

  private InboundRow row(SupplyEvent event) {
    InboundRow row = rows.get(keyOf(event));
    if (row == null) {
      throw new IllegalStateException("no line " + keyOf(event));
    }
    return row;
  }
}
