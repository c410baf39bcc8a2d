package io.stockledger.projections.rebuild;

import io.stockledger.projections.running.RecordedEvent;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.Segment;

/**
 * Up to where a projection is folded. Each of its segments has come to its own position; a segment
 * has the streams whose names fall to it.
 */
final class Reach {
  private final Map<Segment, Long> positions;
  private final long lowest;
  private final long highest;

  private Reach(Map<Segment, Long> positions) {
    this.positions = positions;
    Collection<Long> all = positions.values();
    this.lowest = all.isEmpty() ? 0 : Collections.min(all);
    this.highest = all.isEmpty() ? 0 : Collections.max(all);
  }

  static Reach upTo(long position) {
    return new Reach(Map.of(Segment.ROOT_SEGMENT, position));
  }

  /**
   * @param bySegment positions by the ids of all segments that there are
   */
  static Reach of(Map<Integer, Long> bySegment) {
    int[] ids = bySegment.keySet().stream().mapToInt(Integer::intValue).toArray();
    return new Reach(
        bySegment.entrySet().stream()
            .collect(
                Collectors.toMap(
                    part -> Segment.computeSegment(part.getKey(), ids), Entry::getValue)));
  }

  /** Everything up to here is folded. */
  long lowest() {
    return lowest;
  }

  /** Nothing beyond is. */
  long highest() {
    return highest;
  }

  boolean covers(RecordedEvent event) {
    if (event.position() <= lowest || event.position() > highest) {
      return event.position() <= lowest;
    }
    return positions.entrySet().stream()
        .anyMatch(
            part -> event.position() <= part.getValue() && part.getKey().matches(event.stream()));
  }
}
