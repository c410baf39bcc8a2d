package io.stockledger.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReservedFiguresTest {
  @Test
  void figures_that_add_up_are_right() {
    assertThat(
            ReservedFigures.read("{\"figures\":{\"onHand\":10,\"reserved\":4,\"available\":6}}")
                .faults(10))
        .isEmpty();
  }

  @Test
  void more_promised_than_there_is_is_found() {
    assertThat(new ReservedFigures(10, 11, 0).faults(10)).anyMatch(f -> f.contains("promised"));
  }

  @Test
  void a_unit_that_vanished_is_found() {
    assertThat(new ReservedFigures(10, 4, 5).faults(10)).hasSize(1);
    assertThat(new ReservedFigures(9, 4, 5).faults(10)).hasSize(1);
  }

  @Test
  void a_negative_figure_is_found() {
    assertThat(new ReservedFigures(10, 11, -1).faults(10)).anyMatch(f -> f.contains("-1"));
  }
}
