package io.stockledger.projections.stock;

import io.stockledger.api.lowstock.LowStockRuleEvent;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.SupplyEvent;
import io.stockledger.api.stock.TransferEvent;
import io.stockledger.projections.inbound.InboundFold;
import io.stockledger.projections.lowstock.LowStockFold;
import io.stockledger.projections.lowstock.RulesFold;
import io.stockledger.projections.reservation.ReservationFold;
import io.stockledger.projections.running.Projection;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.total.TotalsFold;
import io.stockledger.projections.transfer.TransferFold;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * {@code available}: the card of each item, and in the same transaction all that must agree with
 * it: {@code reservation}, so that a reader can take off what is due; {@code transfer} and {@code
 * inbound_line}, which add up to its figures; what its sources said, and whether it is low; and the
 * rules on that, which are compared with it.
 */
public final class AvailableProjection implements Projection {
  public static final String NAME = "available";

  private final ItemFold<AvailableRow> cards =
      new ItemFold<>(
          AvailableTable.TABLE,
          AvailableRow::item,
          AvailableRow::version,
          (row, e) -> AvailableRow.fold(row, e.event(), e.position(), e.version()));
  private final ReservationFold lines = new ReservationFold();
  private final TransferFold transfers = new TransferFold();
  private final InboundFold supply = new InboundFold();
  private final TotalsFold totals = new TotalsFold();
  private final LowStockFold thresholds = new LowStockFold();
  private final RulesFold rules = new RulesFold();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of(
        "available",
        "reservation",
        "transfer",
        "inbound_line",
        "source_word",
        "total_day",
        "low_stock",
        "low_stock_rule");
  }

  @Override
  public boolean concerns(Object event) {
    return event instanceof StockEvent || event instanceof LowStockRuleEvent;
  }

  /** The card's version tells which entries are new to all that goes with it. */
  @Override
  public void fold(JdbcOperations jdbc, List<RecordedEvent> events) {
    List<ItemEvent> folded = cards.fold(jdbc, ItemEvent.among(events));
    lines.fold(
        jdbc,
        folded.stream()
            .map(e -> new ReservationFold.Step(e.event(), e.position(), e.version()))
            .toList());
    transfers.fold(
        jdbc,
        folded.stream()
            .filter(e -> e.event() instanceof TransferEvent)
            .map(e -> new TransferFold.Step((TransferEvent) e.event(), e.position(), e.version()))
            .toList());
    supply.fold(jdbc, folded.stream().flatMap(AvailableProjection::step).toList());
    List<RecordedEvent> recorded = folded.stream().map(ItemEvent::recorded).toList();
    totals.fold(jdbc, recorded);
    thresholds.fold(jdbc, recorded);
    rules.fold(jdbc, events);
  }

  private static Stream<InboundFold.Step> step(ItemEvent e) {
    return e.event() instanceof SupplyEvent event
        ? Stream.of(new InboundFold.Step(event, e.position(), e.version()))
        : Stream.empty();
  }
}
