package io.stockledger.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures of an item of which nothing but reserves was asked. */
record ReservedFigures(long onHand, long reserved, long available) {
  static ReservedFigures read(String body) {
    JsonNode figures = JsonMapper.shared().readTree(body).path("figures");
    return new ReservedFigures(
        figures.required("onHand").asLong(),
        figures.required("reserved").asLong(),
        figures.required("available").asLong());
  }

  /**
   * What cannot be.
   *
   * @param stocked how much was put there
   */
  List<String> faults(long stocked) {
    List<String> faults = new ArrayList<>();
    if (onHand != stocked) {
      faults.add("%d on hand of %d".formatted(onHand, stocked));
    }
    if (reserved < 0 || available < 0) {
      faults.add("%d reserved, %d available".formatted(reserved, available));
    }
    if (reserved > stocked) {
      faults.add("%d promised of %d".formatted(reserved, stocked));
    }
    if (reserved + available != onHand) {
      faults.add("%d reserved and %d available of %d".formatted(reserved, available, onHand));
    }
    return faults;
  }
}
