package io.stockledger.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmthTest {
  @Test
  void a_server_that_still_gets_faster_is_not_warm() {
    Warmth warmth = new Warmth();
    for (int second = 1; second <= 40; second++) {
      warmth.add(100 * second);
      assertThat(warmth.isSteady()).isFalse();
    }
  }

  @Test
  void a_server_is_warm_when_the_last_seconds_bring_no_more_than_those_before() {
    Warmth warmth = new Warmth();
    warmth.add(100);
    warmth.add(700);
    for (int second = 0; second < 19; second++) {
      warmth.add(second % 2 == 0 ? 1000 : 980);
      assertThat(warmth.isSteady())
          .as("after %d s at one rate", second + 1)
          .isEqualTo(second == 18);
    }
  }

  @Test
  void a_few_seconds_prove_nothing_and_neither_does_silence() {
    Warmth silent = new Warmth();
    Warmth brief = new Warmth();
    for (int second = 0; second < 30; second++) {
      silent.add(0);
      if (second < 19) {
        brief.add(1000);
      }
    }
    assertThat(brief.isSteady()).isFalse();
    assertThat(silent.isSteady()).isFalse();
  }
}
