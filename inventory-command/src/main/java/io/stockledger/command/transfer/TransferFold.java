package io.stockledger.command.transfer;

import io.stockledger.api.Reference;
import io.stockledger.api.stock.TransferEvent;
import io.stockledger.api.stock.TransferEvent.StockTransferCancelled;
import io.stockledger.api.stock.TransferEvent.StockTransferDispatched;
import io.stockledger.api.stock.TransferEvent.StockTransferReceived;
import io.stockledger.api.stock.TransferEvent.StockTransferRequested;
import io.stockledger.api.stock.TransferEvent.StockTransferUnderWay;
import io.stockledger.api.stock.TransferEvent.StockTransferWrittenOff;
import io.stockledger.command.transfer.Transfer.Line;
import io.stockledger.command.transfer.Transfer.Share;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A transfer while entries are added to it. */
final class TransferFold {
  private final Transfer before;
  private final Map<String, Line> lines;
  private final Map<ShareId, Share> shares = new LinkedHashMap<>();
  private @Nullable Instant expectedAt;
  private @Nullable Reference reference;
  private boolean writtenOff;

  private record ShareId(String part, String line) {}

  TransferFold(Transfer before) {
    this.before = before;
    this.lines = before.byName();
    before.shares().forEach(share -> shares.put(id(share), share));
    this.expectedAt = before.expectedAt();
    this.reference = before.reference();
    this.writtenOff = before.writtenOff();
  }

  private static ShareId id(Share share) {
    return new ShareId(share.part(), share.line());
  }

  Transfer transfer() {
    return new Transfer(
        before.id(),
        before.from(),
        before.to(),
        expectedAt,
        reference,
        writtenOff,
        List.copyOf(lines.values()),
        List.copyOf(shares.values()));
  }

  void add(TransferEvent event) {
    switch (event) {
      case StockTransferRequested e -> requested(e);
      case StockTransferDispatched e -> dispatched(e);
      case StockTransferUnderWay e -> underWay(e);
      case StockTransferReceived e -> received(e);
      case StockTransferWrittenOff e -> {
        writtenOff = true;
        arrived(e.part(), e.line(), 0, e.quantity(), 0);
      }
      case StockTransferCancelled e ->
          line(
              e.line(),
              l ->
                  new Line(
                      l.line(),
                      l.sku(),
                      l.requested(),
                      l.setAside() - e.quantity(),
                      l.dispatched(),
                      l.received(),
                      l.missing(),
                      l.excess(),
                      l.cancelled() + e.quantity()));
    }
  }

  private void requested(StockTransferRequested e) {
    expectedAt = e.expectedAt();
    reference = e.entry().reference();
    lines.put(
        e.line(), new Line(e.line(), e.entry().sku(), e.quantity(), e.quantity(), 0, 0, 0, 0, 0));
  }

  /** A line that was never asked for is one of a move, and comes into being by leaving. */
  private void dispatched(StockTransferDispatched e) {
    if (!lines.containsKey(e.line())) {
      reference = e.entry().reference();
      lines.put(
          e.line(), new Line(e.line(), e.entry().sku(), e.quantity(), 0, e.quantity(), 0, 0, 0, 0));
      return;
    }
    line(
        e.line(),
        l ->
            new Line(
                l.line(),
                l.sku(),
                l.requested(),
                l.setAside() - e.quantity(),
                l.dispatched() + e.quantity(),
                l.received(),
                l.missing(),
                l.excess(),
                l.cancelled()));
  }

  private void underWay(StockTransferUnderWay e) {
    Share share = new Share(e.part(), e.line(), e.quantity(), 0, 0, e.expectedAt());
    shares.put(id(share), share);
  }

  private void received(StockTransferReceived e) {
    long received = e.received().values().stream().mapToLong(Long::longValue).sum();
    arrived(e.part(), e.line(), received, e.missing(), e.excess());
  }

  private void arrived(String part, String name, long received, long missing, long excess) {
    shares.compute(
        new ShareId(part, name),
        (id, share) -> {
          Share s = there(share, part, name);
          return new Share(
              part,
              name,
              s.dispatched(),
              s.received() + received,
              s.missing() + missing,
              s.expectedAt());
        });
    line(
        name,
        l ->
            new Line(
                l.line(),
                l.sku(),
                l.requested(),
                l.setAside(),
                l.dispatched(),
                l.received() + received,
                l.missing() + missing,
                l.excess() + excess,
                l.cancelled()));
  }

  private void line(String name, UnaryOperator<Line> change) {
    lines.compute(name, (key, line) -> change.apply(there(line, "line", name)));
  }

  private <T> T there(@Nullable T found, String what, String name) {
    if (found == null) {
      throw new IllegalStateException(before.id() + " has no " + what + " " + name);
    }
    return found;
  }
}
