package io.stockledger.benchmarks.crash.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One transfer of an imagined ledger. */
final class ImaginedTransfer {
  private static final JsonMapper JSON = JsonMapper.shared();

  final String id;
  final String from;
  final String to;
  final Map<String, Line> lines = new LinkedHashMap<>();
  boolean writtenOff;

  ImaginedTransfer(String id, String from, String to) {
    this.id = id;
    this.from = from;
    this.to = to;
  }

  long setAside() {
    return lines.values().stream().mapToLong(line -> line.setAside).sum();
  }

  long inTransit() {
    return shares().stream().mapToLong(Share::inTransit).sum();
  }

  List<Share> shares() {
    return lines.values().stream().flatMap(line -> line.shares.values().stream()).toList();
  }

  boolean hasPart(String part) {
    return lines.values().stream().anyMatch(line -> line.shares.containsKey(part));
  }

  String state() {
    boolean dispatched = !shares().isEmpty();
    if (setAside() + inTransit() > 0) {
      return dispatched ? "in-transit" : "requested";
    }
    if (!dispatched) {
      return "cancelled";
    }
    boolean received = shares().stream().anyMatch(share -> share.received > 0);
    return received && !writtenOff ? "received" : "closed";
  }

  static final class Line {
    final String name;
    final String sku;
    final long requested;
    final Map<String, Share> shares = new LinkedHashMap<>();
    long setAside;
    long cancelled;
    long excess;

    Line(String name, String sku, long requested) {
      this.name = name;
      this.sku = sku;
      this.requested = requested;
    }
  }

  static final class Share {
    final long dispatched;
    long received;
    long missing;

    Share(long dispatched) {
      this.dispatched = dispatched;
    }

    long inTransit() {
      return dispatched - received - missing;
    }
  }

  /** In the words of an answer. */
  ObjectNode told() {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("transferId", id).put("state", state());
    answer.put("from", from).put("to", to);
    ArrayNode lines = answer.putArray("lines");
    Map<String, ArrayNode> parts = new LinkedHashMap<>();
    for (Line line : this.lines.values()) {
      Share all = new Share(line.shares.values().stream().mapToLong(s -> s.dispatched).sum());
      all.received = line.shares.values().stream().mapToLong(s -> s.received).sum();
      all.missing = line.shares.values().stream().mapToLong(s -> s.missing).sum();
      share(lines.addObject(), line, all)
          .put("sku", line.sku)
          .put("requested", line.requested)
          .put("setAside", line.setAside)
          .put("excess", line.excess)
          .put("cancelled", line.cancelled);
      line.shares.forEach(
          (part, share) ->
              share(
                  parts.computeIfAbsent(part, any -> JSON.createArrayNode()).addObject(),
                  line,
                  share));
    }
    ArrayNode told = answer.putArray("parts");
    parts.forEach((part, of) -> told.addObject().put("part", part).set("lines", of));
    return answer;
  }

  private static ObjectNode share(ObjectNode told, Line line, Share share) {
    return told.put("line", line.name)
        .put("dispatched", share.dispatched)
        .put("inTransit", share.inTransit())
        .put("received", share.received)
        .put("missing", share.missing);
  }
}
