package io.stockledger.command.transfer;

import io.stockledger.api.Circumstances;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.ReceiveStock;
import io.stockledger.api.transfer.TransferCommand.ArrivedUnits;
import io.stockledger.api.transfer.TransferCommand.CancelTransfer;
import io.stockledger.api.transfer.TransferCommand.CloseTransfer;
import io.stockledger.api.transfer.TransferCommand.DispatchTransfer;
import io.stockledger.api.transfer.TransferCommand.LineUnits;
import io.stockledger.api.transfer.TransferCommand.ReceiveTransfer;
import io.stockledger.api.transfer.TransferCommand.RequestTransfer;
import io.stockledger.api.transfer.TransferCommand.RequestedUnits;
import io.stockledger.api.transfer.TransferReason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Short words for transfers from L1 to L2. */
final class Carry {
  static final String ID = "t-1";
  static final ItemId ORIGIN = new ItemId("L1", "A");
  static final ItemId DESTINATION = new ItemId("L2", "A");
  static final ItemId OTHER_ORIGIN = new ItemId("L1", "B");
  static final ItemId OTHER_DESTINATION = new ItemId("L2", "B");

  private Carry() {}

  static ReceiveStock received(ItemId item, long quantity) {
    return new ReceiveStock(item, Condition.GOOD, quantity, Circumstances.NONE);
  }

  static RequestedUnits line(String line, String sku, long quantity) {
    return new RequestedUnits(line, sku, quantity);
  }

  static RequestTransfer request(RequestedUnits... lines) {
    return new RequestTransfer(ID, "L1", "L2", List.of(lines), null, false, Circumstances.NONE);
  }

  static RequestTransfer request(long quantity) {
    return request(line("1", "A", quantity));
  }

  static RequestTransfer move(Circumstances circumstances, RequestedUnits... lines) {
    return new RequestTransfer(ID, "L1", "L2", List.of(lines), null, true, circumstances);
  }

  static LineUnits units(String line, @Nullable Long quantity) {
    return new LineUnits(line, quantity);
  }

  static DispatchTransfer dispatch(@Nullable String part, LineUnits... lines) {
    return dispatch(Circumstances.NONE, part, lines);
  }

  static DispatchTransfer dispatch(
      Circumstances circumstances, @Nullable String part, LineUnits... lines) {
    return new DispatchTransfer(ID, part, List.of(lines), null, circumstances);
  }

  static ArrivedUnits came(String line, long good) {
    return new ArrivedUnits(line, Map.of(Condition.GOOD, good), null);
  }

  static ArrivedUnits came(String line, Map<Condition, Long> received, TransferReason reason) {
    return new ArrivedUnits(line, received, reason);
  }

  static ReceiveTransfer receive(@Nullable String part, ArrivedUnits... lines) {
    return receive(Circumstances.NONE, part, null, lines);
  }

  static ReceiveTransfer receive(
      Circumstances circumstances,
      @Nullable String part,
      @Nullable TransferReason reason,
      ArrivedUnits... lines) {
    return new ReceiveTransfer(ID, part, List.of(lines), reason, circumstances);
  }

  static CancelTransfer cancel(LineUnits... lines) {
    return new CancelTransfer(ID, List.of(lines), null, Circumstances.NONE);
  }

  static CloseTransfer close(@Nullable TransferReason reason) {
    return new CloseTransfer(ID, reason, Circumstances.NONE);
  }
}
