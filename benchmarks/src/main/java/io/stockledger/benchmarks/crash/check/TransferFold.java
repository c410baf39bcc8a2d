package io.stockledger.benchmarks.crash.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A transfer over all its lines, folded from the entries at both of its ends. */
final class TransferFold {
  static final String REQUESTED = "stock.transfer-requested";
  static final String DISPATCHED = "stock.transfer-dispatched";
  static final String UNDER_WAY = "stock.transfer-under-way";
  static final String RECEIVED = "stock.transfer-received";
  static final String WRITTEN_OFF = "stock.transfer-written-off";
  static final String CANCELLED = "stock.transfer-cancelled";

  /** What the entries at the origin say. */
  private static final Set<String> AT_ORIGIN = Set.of(REQUESTED, DISPATCHED, CANCELLED);

  private final Map<String, TransferLineFold> lines = new LinkedHashMap<>();
  private boolean writtenOff;

  /** From where to where a line goes, in the words of one of its entries. */
  record Route(String from, String to, String sku) {
    static Route of(Entry entry) {
      String here = entry.text("location");
      return AT_ORIGIN.contains(entry.type())
          ? new Route(here, entry.text("to"), entry.text("sku"))
          : new Route(entry.text("from"), here, entry.text("sku"));
    }

    boolean isBetween(Route other) {
      return from.equals(other.from) && to.equals(other.to);
    }

    String origin() {
      return Entry.STOCK + from + "/" + sku;
    }

    String destination() {
      return Entry.STOCK + to + "/" + sku;
    }
  }

  static boolean isOfTransfer(Entry entry) {
    return entry.type().startsWith("stock.transfer-");
  }

  void add(Entry entry) {
    TransferLineFold line =
        lines.computeIfAbsent(
            entry.text("line"), any -> new TransferLineFold(Route.of(entry), entry.type()));
    line.add(entry);
    writtenOff |= entry.type().equals(WRITTEN_OFF);
  }

  /** By name, in the order in which they came up. */
  Map<String, TransferLineFold> lines() {
    return lines;
  }

  /** None where the transfer has no such line. */
  @Nullable TransferLineFold line(String name) {
    return lines.get(name);
  }

  boolean hasPart(String part) {
    return lines.values().stream().anyMatch(line -> line.parts().containsKey(part));
  }

  /** Of all lines. */
  long inTransit(String part) {
    return lines.values().stream().mapToLong(line -> line.part(part).inTransit()).sum();
  }

  long inTransit() {
    return lines.values().stream().mapToLong(TransferLineFold::inTransit).sum();
  }

  long setAside() {
    return lines.values().stream().mapToLong(TransferLineFold::setAside).sum();
  }

  boolean isOpen() {
    return setAside() > 0 || inTransit() > 0;
  }

  /** In the words of the face. */
  String state() {
    boolean dispatched = lines.values().stream().anyMatch(line -> line.dispatched() > 0);
    if (isOpen()) {
      return dispatched ? "in-transit" : "requested";
    }
    if (!dispatched) {
      return "cancelled";
    }
    boolean received = lines.values().stream().anyMatch(line -> line.received() > 0);
    return received && !writtenOff ? "received" : "closed";
  }

  /** What does not add up, nothing where both ends fit each other. */
  List<String> contradictions() {
    List<String> all = new ArrayList<>();
    Route first = null;
    for (Map.Entry<String, TransferLineFold> named : lines.entrySet()) {
      TransferLineFold line = named.getValue();
      first = first == null ? line.route() : first;
      if (!line.isBalanced()) {
        all.add("line %s does not add up: %s".formatted(named.getKey(), line));
      }
      if (line.isAstray() || !line.route().isBetween(first)) {
        all.add("line %s goes astray: %s".formatted(named.getKey(), line));
      }
    }
    return all;
  }

  /** The names of all parts, in the order in which they came up. */
  List<String> parts() {
    return lines.values().stream()
        .flatMap(line -> line.parts().keySet().stream())
        .distinct()
        .toList();
  }

  /** The lines that have a share in a part. */
  Stream<Map.Entry<String, TransferLineFold>> linesOf(String part) {
    return lines.entrySet().stream().filter(line -> line.getValue().parts().containsKey(part));
  }
}
