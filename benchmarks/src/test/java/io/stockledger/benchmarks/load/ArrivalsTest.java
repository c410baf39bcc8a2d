package io.stockledger.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalsTest {
  @Test
  void arrivals_keep_their_times_however_late_they_are_taken() {
    Arrivals arrivals = new Arrivals(3, 1_000);
    long[] due = new long[7];
    for (int i = 0; i < due.length; i++) {
      due[i] = arrivals.due() - 1_000;
      arrivals.gone();
    }

    assertThat(due)
        .containsExactly(
            0,
            333_333_333,
            666_666_666,
            1_000_000_000,
            1_333_333_333,
            1_666_666_666,
            2_000_000_000);
  }
}
