package io.stockledger.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmthTest {
  @Test
  void a_server_that_still_gets_faster_is_not_warm() {
    assertThat(after(100, 200, 300, 400, 500, 600, 700, 800).isSteady()).isFalse();
  }

  @Test
  void a_server_is_warm_when_the_last_seconds_bring_no_more_than_those_before() {
    assertThat(after(100, 900, 1000, 1010, 990, 1005, 1000, 1010, 1000).isSteady()).isTrue();
  }

  @Test
  void a_few_seconds_prove_nothing_and_neither_does_silence() {
    assertThat(after(1000, 1000, 1000).isSteady()).isFalse();
    assertThat(after(0, 0, 0, 0, 0, 0, 0, 0).isSteady()).isFalse();
  }

  private static Warmth after(double... rates) {
    Warmth warmth = new Warmth();
    for (double rate : rates) {
      warmth.add(rate);
    }
    return warmth;
  }
}
