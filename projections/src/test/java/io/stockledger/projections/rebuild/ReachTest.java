package io.stockledger.projections.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.projections.running.RecordedEvent;
import java.util.Map;
import org.axonframework.eventhandling.Segment;
import org.junit.jupiter.api.Test;

/** Up to where the segments of a projection have come. */
class ReachTest {
  @Test
  void each_stream_is_covered_up_to_where_its_own_segment_has_come() {
    Reach reach = Reach.of(Map.of(0, 10L, 1, 30L, 2, 20L));
    assertThat(reach.lowest()).isEqualTo(10);
    assertThat(reach.highest()).isEqualTo(30);
    int[] ids = {0, 1, 2};
    for (int i = 0; i < 50; i++) {
      String stream = "stock:L1/" + i;
      long own =
          Segment.computeSegment(0, ids).matches(stream)
              ? 10
              : Segment.computeSegment(1, ids).matches(stream) ? 30 : 20;
      for (long position = 1; position < 40; position++) {
        assertThat(reach.covers(event(stream, position)))
            .as("%s at %d", stream, position)
            .isEqualTo(position <= own);
      }
    }
  }

  @Test
  void a_single_segment_covers_all_streams_alike() {
    Reach reach = Reach.of(Map.of(0, 7L));
    assertThat(reach.covers(event("stock:L1/A", 7))).isTrue();
    assertThat(reach.covers(event("stock:L1/A", 8))).isFalse();
  }

  private static RecordedEvent event(String stream, long position) {
    return new RecordedEvent(position, stream, 1, Object::new, Map.of());
  }
}
