package io.stockledger.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final List<Option> KNOWN =
      List.of(Option.seconds(10), Option.of("clients", "8,32", "to try"));

  @Test
  void what_is_not_given_has_its_default() {
    Options options = Options.parse(List.of("--seconds", "3"), KNOWN);

    assertThat(options.number("seconds")).isEqualTo(3);
    assertThat(options.numbers("clients")).containsExactly(8, 32);
  }

  @Test
  void a_value_may_stand_behind_an_equals_sign() {
    assertThat(Options.parse(List.of("--clients=1,2,3"), KNOWN).numbers("clients"))
        .containsExactly(1, 2, 3);
  }

  @Test
  void an_option_that_nobody_knows_is_refused_with_those_that_are_known() {
    assertThatThrownBy(() -> Options.parse(List.of("--minutes", "3"), KNOWN))
        .isInstanceOf(MisusedException.class)
        .hasMessageContaining("--minutes")
        .hasMessageContaining("--seconds, --clients");
  }

  @Test
  void an_option_without_a_value_is_refused() {
    assertThatThrownBy(() -> Options.parse(List.of("--seconds"), KNOWN))
        .isInstanceOf(MisusedException.class)
        .hasMessageContaining("needs a value");
  }

  @Test
  void a_number_that_is_none_is_refused() {
    Options options = Options.parse(List.of("--seconds", "soon"), KNOWN);

    assertThatThrownBy(() -> options.number("seconds"))
        .isInstanceOf(MisusedException.class)
        .hasMessageContaining("soon");
  }
}
