package io.stockledger.benchmarks.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AcknowledgedTest {
  private final Acknowledged acknowledged = new Acknowledged();

  @Test
  void what_was_acknowledged_and_recorded_once_is_right() {
    acknowledge(0, 1, 2);
    Acknowledged.Comparison keys = recorded(0, 1, 2);

    assertThat(keys.recorded()).isEqualTo(3);
    assertThat(keys.missing() + keys.doubled() + keys.unasked()).isZero();
  }

  @Test
  void an_acknowledged_command_that_is_not_recorded_is_found() {
    acknowledge(0, 1, 2);

    assertThat(recorded(0, 2).missing()).isEqualTo(1);
  }

  @Test
  void a_command_that_is_recorded_twice_is_found() {
    acknowledge(0, 1);

    assertThat(recorded(0, 1, 1).doubled()).isEqualTo(1);
  }

  @Test
  void a_command_that_was_refused_and_yet_recorded_is_found() {
    acknowledge(0);

    assertThat(recorded(0, 1).unasked()).isEqualTo(1);
  }

  @Test
  void a_command_of_unknown_outcome_may_be_recorded_or_not() {
    acknowledge(0);
    acknowledged.unknown(1);
    acknowledged.unknown(2);
    Acknowledged.Comparison keys = recorded(0, 1);

    assertThat(keys.missing() + keys.doubled() + keys.unasked()).isZero();
  }

  @Test
  void keys_of_setting_up_are_nobodys_business() {
    Acknowledged.Comparison keys = acknowledged.compare();
    keys.recorded("receive-ITEM-0000001");

    assertThat(keys.recorded()).isZero();
  }

  private void acknowledge(long... numbers) {
    LongStream.of(numbers).forEach(acknowledged::acknowledge);
  }

  private Acknowledged.Comparison recorded(long... numbers) {
    Acknowledged.Comparison keys = acknowledged.compare();
    LongStream.of(numbers)
        .mapToObj(n -> Acknowledged.PREFIX + String.format(Locale.ROOT, "%010d", n))
        .forEach(keys::recorded);
    return keys;
  }
}
