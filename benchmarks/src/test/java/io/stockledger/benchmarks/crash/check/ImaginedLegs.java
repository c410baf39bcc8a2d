package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.check.ImaginedTransfer.Line;
import io.stockledger.benchmarks.crash.check.ImaginedTransfer.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** What a command on a transfer of an imagined ledger does to the items at its two ends. */
final class ImaginedLegs {
  private final ImaginedLedger ledger;

  /** Of the command, in order. */
  private final List<Pending> pending = new ArrayList<>();

  private record Pending(ImaginedItem item, String type, ObjectNode payload) {}

  ImaginedLegs(ImaginedLedger ledger) {
    this.ledger = ledger;
  }

  void request(ImaginedTransfer transfer, Line line) {
    line.setAside = line.requested;
    ImaginedItem origin = origin(transfer, line);
    origin.setAside += line.requested;
    record(origin, TransferFold.REQUESTED, transfer, line, "setAside", line.requested)
        .put("to", transfer.to)
        .put("quantity", line.requested);
  }

  void free(ImaginedTransfer transfer, Line line, long units) {
    line.setAside -= units;
    line.cancelled += units;
    ImaginedItem origin = origin(transfer, line);
    origin.setAside -= units;
    record(origin, TransferFold.CANCELLED, transfer, line, "setAside", -units)
        .put("to", transfer.to)
        .put("quantity", units);
  }

  void writeOff(ImaginedTransfer transfer, Line line, String part, Share share) {
    long units = share.inTransit();
    if (units == 0) {
      return;
    }
    share.missing += units;
    transfer.writtenOff = true;
    ImaginedItem destination = destination(transfer, line);
    destination.inTransit -= units;
    record(destination, TransferFold.WRITTEN_OFF, transfer, line, "inTransit", -units)
        .put("part", part)
        .put("from", transfer.from)
        .put("quantity", units);
  }

  /**
   * @param kept that were set aside for it
   */
  void leave(ImaginedTransfer transfer, Line line, String part, long units, long kept) {
    line.setAside -= kept;
    line.shares.put(part, new Share(units));
    ImaginedItem origin = origin(transfer, line);
    ObjectNode left = record(origin, TransferFold.DISPATCHED, transfer, line, "good", -units);
    left.put("part", part).put("to", transfer.to).put("quantity", units);
    if (kept > 0) {
      ((ObjectNode) left.path("change")).put("setAside", -kept);
    }
    origin.good -= units;
    origin.setAside -= kept;
    ImaginedItem destination = destination(transfer, line);
    destination.inTransit += units;
    record(destination, TransferFold.UNDER_WAY, transfer, line, "inTransit", units)
        .put("part", part)
        .put("from", transfer.from)
        .put("quantity", units);
  }

  void receive(
      ImaginedTransfer transfer, Line line, String part, long units, long missing, long excess) {
    Share share = Objects.requireNonNull(line.shares.get(part));
    share.received += units;
    share.missing += missing;
    line.excess += excess;
    ImaginedItem item = destination(transfer, line);
    item.inTransit -= units + missing;
    item.good += units + excess;
    ObjectNode arrived =
        record(item, TransferFold.RECEIVED, transfer, line, "inTransit", -units - missing);
    ((ObjectNode) arrived.path("change")).put("good", units);
    arrived.put("part", part).put("from", transfer.from);
    arrived.putObject("received").put("good", units);
    arrived.put("missing", missing).put("excess", excess);
    if (excess > 0) {
      ObjectNode beyond = ImaginedLedger.payload(item, "good", excess).put("quantity", excess);
      pending.add(new Pending(item, "stock.received", beyond));
      ObjectNode dispute = ImaginedLedger.payload(item, "good", 0);
      dispute.put("stated", units + excess).put("recorded", units).put("missing", -excess);
      pending.add(new Pending(item, World.DISPUTED, dispute));
    }
  }

  private ObjectNode record(
      ImaginedItem item,
      String type,
      ImaginedTransfer transfer,
      Line line,
      String figure,
      long change) {
    ObjectNode payload = ImaginedLedger.payload(item, figure, change);
    payload.put("transferId", transfer.id).put("line", line.name);
    pending.add(new Pending(item, type, payload));
    return payload;
  }

  void flush() {
    pending.forEach(entry -> ledger.record(entry.item, entry.type, entry.payload));
    pending.clear();
  }

  ImaginedItem origin(ImaginedTransfer transfer, Line line) {
    return ledger.item(transfer.from, line.sku);
  }

  private ImaginedItem destination(ImaginedTransfer transfer, Line line) {
    return ledger.item(transfer.to, line.sku);
  }
}
