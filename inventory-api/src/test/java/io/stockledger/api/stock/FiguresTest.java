package io.stockledger.api.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FiguresTest {
  private static final Figures WORKED_EXAMPLE = new Figures(12, 0, 0, 0, 1, 3, 3, 0, 0, 0);

  @Test
  void twelve_on_hand_four_reserved_three_set_aside_leave_five_available() {
    assertThat(WORKED_EXAMPLE.onHand()).isEqualTo(12);
    assertThat(WORKED_EXAMPLE.reserved()).isEqualTo(4);
    assertThat(WORKED_EXAMPLE.available()).isEqualTo(5);
    assertThat(WORKED_EXAMPLE.shortfall()).isZero();
  }

  @Test
  void what_is_promised_beyond_good_units_shows_as_shortfall_not_as_a_clamped_zero() {
    Figures counted = WORKED_EXAMPLE.plus(Change.of(Condition.GOOD, -7));

    assertThat(counted.available()).isZero();
    assertThat(counted.shortfall()).isEqualTo(2);
  }

  @Test
  void only_good_units_are_available() {
    Figures figures =
        Figures.ZERO.plus(
            Change.of(Condition.GOOD, 1)
                .plus(Condition.DAMAGED, 2)
                .plus(Condition.QUARANTINE, 3)
                .plus(Condition.NON_SELLABLE, 4));

    assertThat(figures.onHand()).isEqualTo(10);
    assertThat(figures.available()).isEqualTo(1);
  }

  @Test
  void no_figure_becomes_negative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WORKED_EXAMPLE.plus(Change.ofSetAside(-4)))
        .withMessageContaining("set aside -1");
  }

  @Test
  void sums_are_exact_or_fail() {
    assertThatThrownBy(() -> WORKED_EXAMPLE.plus(Change.of(Condition.GOOD, Long.MAX_VALUE)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void json_shows_derived_figures_and_reads_back_without_them() {
    JsonMapper json = JsonMapper.builder().build();
    String written = json.writeValueAsString(WORKED_EXAMPLE);

    assertThat(written)
        .isEqualTo(
            "{\"onHand\":12,\"good\":12,\"damaged\":0,\"quarantine\":0,\"nonSellable\":0,"
                + "\"reserved\":4,\"pending\":1,\"allocated\":3,\"setAside\":3,\"available\":5,"
                + "\"inTransit\":0,\"expected\":0,\"backordered\":0,\"shortfall\":0}");
    assertThat(json.readValue(written, Figures.class)).isEqualTo(WORKED_EXAMPLE);
  }
}
