package io.stockledger.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WarmthTest {
  @Test
  void a_server_that_still_gets_faster_is_not_warm() {
    Warmth warmth = compiledAll();
    for (int second = 1; second <= 40; second++) {
      warmth.add(100 * second);
      assertThat(warmth.isSteady()).isFalse();
    }
  }

  @Test
  void a_server_is_warm_when_the_last_seconds_bring_no_more_than_those_before() {
    Warmth warmth = compiledAll();
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
    Warmth silent = compiledAll();
    Warmth brief = compiledAll();
    for (int second = 0; second < 30; second++) {
      silent.add(0);
      if (second < 19) {
        brief.add(1000);
      }
    }
    assertThat(brief.isSteady()).isFalse();
    assertThat(silent.isSteady()).isFalse();
  }

  @Test
  void a_server_whose_compilers_are_at_work_is_not_warm() {
    Warmth warmth = new Warmth();
    for (int second = 0; second < 30; second++) {
      warmth.add(1000);
    }
    assertThat(warmth.isSteady()).as("it is not known what they do").isFalse();
    warmth.compiled(Duration.ofSeconds(8), Duration.ofSeconds(10));
    assertThat(warmth.isSteady()).isFalse();
    warmth.compiled(Duration.ofMillis(8_600), Duration.ofSeconds(10));
    assertThat(warmth.isSteady()).as("6 % of the last span").isFalse();
    warmth.compiled(Duration.ofSeconds(9), Duration.ofSeconds(10));
    assertThat(warmth.isSteady()).as("4 % of the last span").isTrue();
  }

  private static Warmth compiledAll() {
    Warmth warmth = new Warmth();
    warmth.compiled(Duration.ZERO, Duration.ofSeconds(10));
    return warmth;
  }
}
