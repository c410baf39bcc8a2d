package io.stockledger.benchmarks.inprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.benchmarks.load.Measured;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LineTest {
  @Test
  void what_a_worker_measured_comes_across_whole() {
    Histogram latencies = new Histogram(3);
    latencies.recordValue(1_000_000);
    latencies.recordValue(9_000_000);
    Measured measured =
        new Measured(2_000_000_000L, 2, new TreeMap<>(Map.of(201, 2L, 409, 1L)), latencies, 0, 0);

    Line read = Line.read(Line.of(measured, 77));

    assertThat(read.measured().nanos()).isEqualTo(2_000_000_000L);
    assertThat(read.measured().units()).isEqualTo(2);
    assertThat(read.measured().statuses()).isEqualTo(measured.statuses());
    assertThat(read.measured().latencies().getTotalCount()).isEqualTo(2);
    assertThat(read.measured().millis(100)).isBetween(8.9, 9.1);
    assertThat(read.carriedOut()).isEqualTo(77);
  }
}
