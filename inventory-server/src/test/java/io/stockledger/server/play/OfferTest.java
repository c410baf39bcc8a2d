package io.stockledger.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.play.Offer.Around;
import io.stockledger.server.play.Offer.Pulled;
import io.stockledger.server.play.Offer.Silence;
import io.stockledger.server.play.Terms.Buffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OfferTest {
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-01-05");
  private static final Standing WORKED = new Standing(12, 0, 0, 0, 0, 4, 3, 0, 0);

  private final SortedMap<LocalDate, Long> arrivals = new TreeMap<>();

  private Offer offer(Terms terms, Standing stock, Pulled pulled, Silence silence) {
    return Offer.of(terms, stock, new Around(pulled, silence, arrivals, NINE));
  }

  private Offer offer(Terms terms, Standing stock) {
    return offer(terms, stock, Pulled.NOTHING, Silence.NONE);
  }

  private static Terms terms(Buffer buffer, long hideAtOrBelow, long cap, long backorder) {
    return new Terms(
        true,
        true,
        0,
        0,
        hideAtOrBelow,
        buffer,
        cap,
        backorder,
        false,
        backorder == 0 ? null : TODAY.plusDays(14),
        0,
        null,
        true,
        null,
        null);
  }

  private static Terms plain() {
    return terms(Buffer.fixed(0), 0, Long.MAX_VALUE, 0);
  }

  @Test
  void the_worked_example_leaves_five_and_four_behind_a_buffer() {
    assertThat(offer(plain(), WORKED).sellable()).isEqualTo(5);
    assertThat(offer(terms(Buffer.fixed(1), 0, 9, 0), WORKED).answer())
        .isEqualTo("in-stock, sellable 4, left untold, on untold, pickup");
  }

  @Test
  void a_per_cent_is_rounded_to_the_nearest_unit_a_half_up() {
    Buffer tenth = new Buffer(0, 10, 0, Long.MAX_VALUE);
    assertThat(tenth.of(4)).isZero();
    assertThat(tenth.of(5)).isEqualTo(1);
    assertThat(tenth.of(14)).isEqualTo(1);
    assertThat(tenth.of(15)).isEqualTo(2);
    assertThat(new Buffer(0, 10, 1, 3).of(4)).isEqualTo(1);
    assertThat(new Buffer(0, 10, 1, 3).of(90)).isEqualTo(3);
  }

  @Test
  void so_few_are_taken_as_none_and_no_more_than_the_cap_are_offered() {
    assertThat(offer(terms(Buffer.fixed(0), 5, 9, 0), WORKED).state()).isEqualTo("out-of-stock");
    assertThat(offer(terms(Buffer.fixed(0), 0, 3, 0), WORKED).sellable()).isEqualTo(3);
  }

  @Test
  void a_backorder_is_what_others_left_of_it() {
    Standing waiting = new Standing(2, 0, 0, 0, 0, 4, 0, 0, 0, 2);
    Offer offer = offer(terms(Buffer.fixed(0), 0, 9, 6), waiting);
    assertThat(offer.answer())
        .isEqualTo("on-backorder, sellable 4, left untold, on 2026-01-19, no pickup");
    assertThat(offer.refusal()).isEqualTo("not-sellable, beyond-sellable, sellable 4");
  }

  @Test
  void what_is_announced_for_a_day_that_passed_is_nothing_to_promise_on() {
    Terms announced =
        new Terms(
            true, true, 0, 0, 0, Buffer.fixed(0), 9, 0, true, null, 0, null, true, null, null);
    arrivals.put(TODAY.minusDays(1), 5L);
    assertThat(offer(announced, Standing.NOTHING).state()).isEqualTo("out-of-stock");
    arrivals.put(TODAY.plusDays(3), 5L);
    assertThat(offer(announced, Standing.NOTHING).answer())
        .isEqualTo("on-backorder, sellable 5, left untold, on 2026-01-08, no pickup");
  }

  @Test
  void before_its_day_a_pre_order_has_an_allowance_of_its_own() {
    Terms early =
        new Terms(
            true,
            true,
            0,
            0,
            0,
            Buffer.fixed(0),
            9,
            0,
            false,
            null,
            6,
            TODAY.plusDays(1),
            true,
            null,
            null);
    assertThat(offer(early, WORKED).answer())
        .isEqualTo("pre-order, sellable 2, left untold, on 2026-01-06, no pickup");
  }

  @Test
  void a_soft_switch_and_an_old_word_leave_a_state_and_what_hides_leaves_nothing() {
    String state = "in-stock, sellable untold, left untold, on untold, ";
    assertThat(offer(plain(), WORKED, Pulled.FIGURES, Silence.NONE).answer())
        .isEqualTo(state + "pickup");
    assertThat(offer(plain(), WORKED, Pulled.NOTHING, Silence.OLD).answer())
        .isEqualTo(state + "no pickup");
    assertThat(offer(plain(), WORKED, Pulled.ALL, Silence.NONE).refusal())
        .isEqualTo("not-sellable, switch, sellable 0");
    assertThat(offer(plain(), WORKED, Pulled.NOTHING, Silence.SILENT).refusal())
        .isEqualTo("not-sellable, silent-source, sellable 0");
  }

  @Test
  void what_is_simply_not_there_is_refused_with_what_is() {
    assertThat(offer(plain(), WORKED).refusal()).isEqualTo("insufficient-stock, available 5");
  }
}
