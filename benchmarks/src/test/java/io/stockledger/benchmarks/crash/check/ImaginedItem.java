package io.stockledger.benchmarks.crash.check;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One item of an imagined ledger: the rules of the trade once more, in the smallest words. */
final class ImaginedItem {
  final String location;
  final String sku;
  final Map<String, Line> lines = new LinkedHashMap<>();
  long version;
  long good;
  long setAside;
  long inTransit;

  /**
   * @param expiresAt none where it is allocated
   */
  record Line(String reservation, String line, long open, @Nullable Instant expiresAt) {
    boolean isDue(Instant now) {
      return expiresAt != null && !expiresAt.isAfter(now);
    }
  }

  ImaginedItem(String location, String sku) {
    this.location = location;
    this.sku = sku;
  }

  String stream() {
    return "stock:" + location + "/" + sku;
  }

  long reserved(boolean pending, Instant now) {
    return lines.values().stream()
        .filter(line -> (line.expiresAt != null) == pending && !line.isDue(now))
        .mapToLong(Line::open)
        .sum();
  }

  long available(Instant now) {
    return Math.max(0, good - reserved(true, now) - reserved(false, now) - setAside);
  }

  @Nullable Instant nextDue() {
    return lines.values().stream()
        .filter(line -> line.expiresAt != null)
        .map(Line::expiresAt)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** As the face tells them at a moment. */
  ObjectNode figures(Instant now) {
    long pending = reserved(true, now);
    long allocated = reserved(false, now);
    return JsonMapper.shared()
        .createObjectNode()
        .put("onHand", good)
        .put("good", good)
        .put("reserved", pending + allocated)
        .put("pending", pending)
        .put("allocated", allocated)
        .put("setAside", setAside)
        .put("available", available(now))
        .put("inTransit", inTransit)
        .put("shortfall", Math.max(0, pending + allocated + setAside - good));
  }
}
