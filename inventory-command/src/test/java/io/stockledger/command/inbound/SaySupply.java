package io.stockledger.command.inbound;

import static io.stockledger.command.reservation.TestLedger.ITEM;

import io.stockledger.api.Circumstances;
import io.stockledger.api.inbound.InboundCommand.CancelSupply;
import io.stockledger.api.inbound.InboundCommand.CancelledLine;
import io.stockledger.api.inbound.InboundCommand.ExpectSupply;
import io.stockledger.api.inbound.InboundCommand.ExpectedLine;
import io.stockledger.api.inbound.InboundCommand.ReceiveSupply;
import io.stockledger.api.inbound.InboundCommand.ReceivedLine;
import io.stockledger.api.inbound.InboundCommand.ReviseSupply;
import io.stockledger.api.inbound.InboundCommand.RevisedLine;
import io.stockledger.api.inbound.InboundKind;
import io.stockledger.api.inbound.InboundReason;
import io.stockledger.api.stock.Condition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Short words for commands on a purchase order {@code po} at the location of most tests. */
final class SaySupply {
  static final LocalDate DAY = LocalDate.parse("2026-03-10");

  private SaySupply() {}

  static ExpectedLine line(String name, String sku, long quantity) {
    return new ExpectedLine(name, sku, quantity, null, DAY, null);
  }

  static ExpectSupply expect(ExpectedLine... lines) {
    return expectAt(ITEM.location(), lines);
  }

  static ExpectSupply expectAt(String location, ExpectedLine... lines) {
    return new ExpectSupply(
        "po", InboundKind.PURCHASE_ORDER, "acme", location, List.of(lines), Circumstances.NONE);
  }

  /** One line, named 1, of the item of most tests. */
  static ExpectSupply expect(long quantity) {
    return expect(line("1", ITEM.sku(), quantity));
  }

  static RevisedLine quantity(String line, long quantity) {
    return new RevisedLine(line, null, quantity, null, null, null);
  }

  static RevisedLine day(String line, LocalDate expectedBy) {
    return new RevisedLine(line, null, null, null, expectedBy, null);
  }

  static ReviseSupply revise(RevisedLine... lines) {
    return new ReviseSupply("po", List.of(lines), Circumstances.NONE);
  }

  static ReceivedLine good(String line, long units) {
    return new ReceivedLine(line, Map.of(Condition.GOOD, units), 0, null);
  }

  static ReceivedLine good(String line, long units, long missing, @Nullable InboundReason reason) {
    return new ReceivedLine(line, Map.of(Condition.GOOD, units), missing, reason);
  }

  static ReceiveSupply receive(ReceivedLine... lines) {
    return receive(Circumstances.NONE, lines);
  }

  static ReceiveSupply receive(Circumstances circumstances, ReceivedLine... lines) {
    return new ReceiveSupply("po", List.of(lines), circumstances);
  }

  static CancelSupply cancel(CancelledLine... lines) {
    return new CancelSupply("po", List.of(lines), null, Circumstances.NONE);
  }
}
