package io.stockledger.command.stock;

import static io.stockledger.command.reservation.Say.count;
import static io.stockledger.command.reservation.Say.minute;
import static io.stockledger.command.reservation.Say.moment;
import static io.stockledger.command.reservation.Say.pick;
import static io.stockledger.command.reservation.Say.receive;
import static io.stockledger.command.reservation.Say.reserve;
import static io.stockledger.command.reservation.Say.reverse;
import static io.stockledger.command.reservation.Say.total;
import static io.stockledger.command.reservation.TestLedger.ITEM;
import static io.stockledger.command.reservation.TestLedger.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Circumstances;
import io.stockledger.api.location.LocationSource;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.StockEvent.StockCounted;
import io.stockledger.api.stock.StockEvent.StockPicked;
import io.stockledger.api.stock.StockOutcome;
import io.stockledger.api.stock.StockRefusal.CountContradicted;
import io.stockledger.api.stock.StockRefusal.CountedSince;
import io.stockledger.api.stock.StockRefusal.TooLate;
import io.stockledger.api.stock.StockRefusal.TooManySources;
import io.stockledger.api.stock.TotalEvent.Lost;
import io.stockledger.api.stock.TotalEvent.StockTotalStated;
import io.stockledger.api.stock.TotalEvent.Why;
import io.stockledger.command.reservation.TestLedger;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateTotalTest {
  private static final LocationSource COUNT =
      new LocationSource(LocationSource.COUNT, Duration.ofMinutes(30), null);
  private static final LocationSource WMS =
      new LocationSource("WMS", Duration.ofMinutes(20), Duration.ofMinutes(5));
  private static final LocationSource POS = new LocationSource("POS", Duration.ofMinutes(5), null);

  private static TestLedger trusting() {
    return given().trusting(COUNT, WMS, POS).accepted(receive(10, minute(-100)));
  }

  @Test
  void a_total_sets_the_figure_and_states_what_the_book_said() {
    var ledger = given(receive(10, minute(-30)));
    var answer = ledger.when(total("WMS", 1, 8, minute(-10)));
    StockTotalStated entry = answer.only(StockTotalStated.class);
    assertThat(entry.won()).isTrue();
    assertThat(entry.book()).isEqualTo(Map.of(Condition.GOOD, 10L));
    assertThat(entry.entry().change().good()).isEqualTo(-2);
    assertThat(((StockOutcome) answer.outcome()).total()).isEqualTo(entry);
    assertThat(ledger.item().words().get("WMS"))
        .isEqualTo(
            new SourceWord(
                1,
                moment(-10),
                2,
                true,
                Map.of(Condition.GOOD, new CountWindow.Count(moment(-10), 2))));
  }

  @Test
  void a_total_brings_an_item_into_being_and_may_be_0() {
    assertThat(given(total("WMS", 0, 0, minute(0))).item().version()).isEqualTo(1);
  }

  @Test
  void what_moved_since_a_total_was_observed_is_not_undone() {
    var ledger = given(receive(10, minute(-30)), pick(4, minute(-10)));
    ledger.accepted(total("WMS", 1, 9, minute(-20)));
    assertThat(ledger.figures().good()).isEqualTo(5);
  }

  @Test
  void a_late_movement_behind_a_total_is_absorbed_by_it() {
    var ledger = given(receive(10, minute(-30)), total("WMS", 1, 7, minute(-10)));
    StockPicked pick = ledger.when(pick(3, minute(-20))).only(StockPicked.class);
    assertThat(pick.entry().absorbedBy()).isEqualTo(Map.of(Condition.GOOD, 2L));
    assertThat(ledger.figures().good()).isEqualTo(7);
  }

  @Test
  void a_late_count_behind_a_total_moves_nothing_of_what_the_total_stated() {
    var ledger =
        given(receive(10, minute(-30)), total("WMS", 1, 7, minute(-10)))
            .accepted(count(Map.of(Condition.GOOD, 3L, Condition.DAMAGED, 2L), minute(-20)));
    assertThat(ledger.figures().good()).isEqualTo(7);
    assertThat(ledger.figures().damaged()).isEqualTo(2);
    assertThat(((StockCounted) ledger.entries(ITEM).getLast()).entry().absorbedBy())
        .isEqualTo(Map.of(Condition.GOOD, 2L));
  }

  @Test
  void a_total_of_a_higher_source_behind_a_lower_one_counts_at_its_moment_and_not_today() {
    var ledger =
        trusting()
            .accepted(total("POS", 1, 8, minute(-10)))
            .accepted(total("WMS", 1, 12, minute(-12)));
    assertThat(((StockTotalStated) ledger.entries(ITEM).getLast()).won()).isTrue();
    assertThat(ledger.figures().good()).isEqualTo(8);
    lost(ledger, "POS", 2, 5, -9, new Lost(Why.HIGHER_SOURCE, "WMS", moment(-12), 3));
  }

  @Test
  void a_total_never_becomes_the_count_that_others_are_measured_against() {
    var ledger = given(receive(10), total("WMS", 1, 7, minute(0)));
    assertThat(ledger.item().counts().counted()).isEmpty();
    assertThat(ledger.item().counts().last()).containsKey(Condition.GOOD);
  }

  @Test
  void within_a_source_a_sequence_that_does_not_rise_loses() {
    var ledger = given(total("WMS", 5, 10, minute(-20)));
    lost(ledger, "WMS", 5, 3, -10, new Lost(Why.OLDER_THAN_KNOWN, "WMS", moment(-20), 1));
    lost(ledger, "WMS", 4, 3, -10, new Lost(Why.OLDER_THAN_KNOWN, "WMS", moment(-20), 1));
    assertThat(ledger.item().words().get("WMS")).extracting(SourceWord::sequence).isEqualTo(5L);
  }

  @Test
  void within_a_source_what_was_observed_before_its_last_word_loses() {
    var ledger = given(total("WMS", 5, 10, minute(-20)));
    lost(ledger, "WMS", 6, 3, -21, new Lost(Why.OLDER_THAN_KNOWN, "WMS", moment(-20), 1));
    won(ledger, "WMS", 6, 3, -20, 3);
  }

  @Test
  void a_count_stands_above_every_source_for_a_day_unless_a_location_says_otherwise() {
    var ledger = given(count(10, minute(-1500)));
    lost(ledger, "WMS", 1, 3, -60, new Lost(Why.HIGHER_SOURCE, "count", moment(-1500), 1));
    won(ledger, "WMS", 2, 3, -59, 3);
  }

  @Test
  void a_higher_source_stands_for_its_time_and_no_longer() {
    var ledger = trusting().accepted(total("WMS", 1, 9, minute(-50)));
    lost(ledger, "POS", 1, 3, -30, new Lost(Why.HIGHER_SOURCE, "WMS", moment(-50), 2));
    won(ledger, "POS", 2, 3, -29, 3);
  }

  @Test
  void a_lower_source_never_stands_against_a_higher_one() {
    var ledger = trusting().accepted(total("POS", 1, 9, minute(-20)));
    won(ledger, "WMS", 1, 4, -19, 4);
  }

  @Test
  void a_total_that_lost_stands_against_nobody_and_the_one_before_it_still_does() {
    var ledger = trusting().accepted(total("WMS", 1, 9, minute(-40)));
    ledger.accepted(count(8, minute(-65)));
    lost(ledger, "WMS", 2, 3, -35, new Lost(Why.HIGHER_SOURCE, "count", moment(-65), 3));
    lost(ledger, "POS", 1, 3, -22, new Lost(Why.HIGHER_SOURCE, "WMS", moment(-40), 2));
    won(ledger, "POS", 2, 3, -19, 3);
  }

  @Test
  void among_sources_that_nobody_named_only_the_newer_wins() {
    var ledger = given(total("A", 1, 9, minute(-20)));
    lost(ledger, "B", 1, 3, -20, new Lost(Why.NEWER_KNOWN, "A", moment(-20), 1));
    won(ledger, "B", 2, 4, -19, 4);
    lost(ledger, "A", 2, 9, -20, new Lost(Why.NEWER_KNOWN, "B", moment(-19), 3));
  }

  @Test
  void sources_that_are_named_stand_above_those_that_are_not() {
    var ledger = trusting().accepted(total("POS", 1, 9, minute(-20)));
    lost(ledger, "market", 1, 3, -15, new Lost(Why.HIGHER_SOURCE, "POS", moment(-20), 2));
  }

  @Test
  void what_another_source_said_of_other_conditions_does_not_stand_against_a_total() {
    var ledger = trusting().accepted(total("WMS", 1, Map.of(Condition.DAMAGED, 2L), minute(-20)));
    won(ledger, "POS", 1, 3, -15, 3);
    assertThat(ledger.figures().damaged()).isEqualTo(2);
  }

  @Test
  void a_total_is_the_truth_also_below_what_is_promised() {
    var ledger = given(receive(10), reserve("r1", 6), total("WMS", 1, 2, minute(0)));
    assertThat(ledger.figures().shortfall()).isEqualTo(4);
  }

  @Test
  void a_total_that_would_bring_today_below_zero_is_refused_with_the_numbers() {
    given(receive(10, minute(-30)), pick(8, minute(-10)))
        .when(total("WMS", 1, 5, minute(-20)))
        .refused(new CountContradicted(ITEM, Condition.GOOD, 5, 10, 2));
  }

  @Test
  void a_total_from_before_the_late_window_needs_the_right_to_backdate() {
    Circumstances before =
        Circumstances.NONE.at(moment(0).minus(Duration.ofDays(3)).minusMillis(1));
    given(receive(1))
        .when(total("WMS", 1, 1, before))
        .refused(
            new TooLate(
                ITEM,
                moment(0).minus(Duration.ofDays(3)).minusMillis(1),
                moment(0).minus(Duration.ofDays(3)),
                "PT72H"));
    given(receive(1)).accepted(total("WMS", 1, 1, before.withBackdate()));
  }

  @Test
  void an_entry_that_a_total_has_settled_is_not_reversed() {
    given(receive(10, minute(-10)), total("WMS", 1, 8, minute(-5)))
        .when(reverse(1))
        .refused(new CountedSince(ITEM, 2));
  }

  @Test
  void an_item_remembers_so_many_sources_and_no_more() {
    var ledger = given();
    for (int i = 0; i < SourceWord.MOST_SOURCES; i++) {
      ledger.accepted(total("S" + i, 1, i, minute(i - 50)));
    }
    ledger
        .when(total("one more", 1, 1, minute(0)))
        .refused(new TooManySources(ITEM, "one more", SourceWord.MOST_SOURCES));
    ledger.accepted(total("S0", 2, 4, minute(0)));
  }

  private static void lost(
      TestLedger ledger, String source, long sequence, long good, long minute, Lost lost) {
    long before = ledger.figures().good();
    StockTotalStated entry =
        ledger.when(total(source, sequence, good, minute(minute))).only(StockTotalStated.class);
    assertThat(entry.lost()).isEqualTo(lost);
    assertThat(entry.book()).isEmpty();
    assertThat(ledger.figures().good()).isEqualTo(before);
  }

  private static void won(
      TestLedger ledger, String source, long sequence, long good, long minute, long today) {
    StockTotalStated entry =
        ledger.when(total(source, sequence, good, minute(minute))).only(StockTotalStated.class);
    assertThat(entry.lost()).isNull();
    assertThat(ledger.figures().good()).isEqualTo(today);
  }
}
