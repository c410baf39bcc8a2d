package io.stockledger.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void what_is_answered_outside_of_the_time_counts_nowhere() {
    Tally tally = new Tally(SECOND, 2 * SECOND, false);
    tally.answered(201, 1, 0, SECOND / 2);
    tally.answered(201, 1, SECOND / 2, 3 * SECOND / 2);
    tally.answered(201, 1, SECOND, 3 * SECOND);
    Measured measured = tally.measured();

    assertThat(measured.perSecond()).isEqualTo(1.0);
    assertThat(measured.answered(201)).isEqualTo(1);
    assertThat(measured.latencies().getTotalCount()).isEqualTo(1);
    assertThat(measured.millis(50)).isBetween(995.0, 1005.0);
  }

  @Test
  void in_an_open_loop_whoever_was_due_in_the_time_is_charged_whenever_it_is_answered() {
    Tally tally = new Tally(SECOND, 2 * SECOND, true);
    tally.answered(201, 1, SECOND / 2, 3 * SECOND / 2);
    tally.answered(201, 1, 3 * SECOND / 2, 3 * SECOND);
    Measured measured = tally.measured();

    assertThat(measured.units()).isEqualTo(1);
    assertThat(measured.latencies().getTotalCount()).isEqualTo(1);
    assertThat(measured.millis(100)).isBetween(1490.0, 1510.0);
  }

  @Test
  void an_arrival_that_could_not_be_sent_waited_at_least_until_now() {
    Tally tally = new Tally(0, SECOND, true);
    tally.unsent(SECOND / 4, SECOND);

    assertThat(tally.measured().unsent()).isEqualTo(1);
    assertThat(tally.measured().millis(50)).isBetween(745.0, 755.0);
  }

  @Test
  void an_answer_may_bring_many_units() {
    Tally tally = new Tally(0, 2 * SECOND, false);
    tally.answered(207, 1000, 0, SECOND);

    assertThat(tally.measured().perSecond()).isEqualTo(500.0);
    assertThat(tally.measured().answered(207)).isEqualTo(1);
  }
}
