package io.stockledger.command.stock;

import static io.stockledger.command.reservation.Say.adjust;
import static io.stockledger.command.reservation.Say.count;
import static io.stockledger.command.reservation.Say.minute;
import static io.stockledger.command.reservation.Say.moment;
import static io.stockledger.command.reservation.Say.pick;
import static io.stockledger.command.reservation.Say.receive;
import static io.stockledger.command.reservation.Say.reserve;
import static io.stockledger.command.reservation.Say.setAside;
import static io.stockledger.command.reservation.TestLedger.ITEM;
import static io.stockledger.command.reservation.TestLedger.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Circumstances;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.CountKind;
import io.stockledger.api.stock.CountMethod;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.CountStock;
import io.stockledger.api.stock.StockEvent.StockCounted;
import io.stockledger.api.stock.StockRefusal.CountContradicted;
import io.stockledger.api.stock.StockRefusal.FigureMismatch;
import io.stockledger.api.stock.StockRefusal.TooLate;
import io.stockledger.api.stock.StockRefusal.UnknownLocation;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountStockTest {
  @Test
  void a_count_sets_the_figure_and_states_what_the_book_said() {
    StockCounted entry = given(receive(10)).when(count(8)).only(StockCounted.class);
    assertThat(entry.book()).isEqualTo(Map.of(Condition.GOOD, 10L));
    assertThat(entry.entry().change().good()).isEqualTo(-2);
  }

  @Test
  void a_count_that_agrees_is_an_entry_with_variance_0() {
    assertThat(given(receive(10)).when(count(10)).only(StockCounted.class).entry().change().good())
        .isZero();
  }

  @Test
  void a_count_brings_an_item_into_being_where_its_location_is_known() {
    assertThat(given(count(0)).item().version()).isEqualTo(1);
    given()
        .when(
            new CountStock(
                new ItemId("nowhere", "A"),
                Map.of(Condition.GOOD, 1L),
                CountMethod.MANUAL,
                CountKind.STOCK_TAKING,
                null,
                Circumstances.NONE))
        .refused(new UnknownLocation("nowhere"));
  }

  @Test
  void a_count_below_what_is_promised_is_the_truth_and_shows_a_shortfall() {
    assertThat(given(receive(10), reserve("r1", 6)).accepted(count(2)).figures().shortfall())
        .isEqualTo(4);
  }

  @Test
  void a_back_dated_count_moves_today_by_what_differed_on_its_day() {
    var ledger = given(receive(10, minute(-30)), pick(4, minute(-10)));
    StockCounted entry = ledger.when(count(9, minute(-20))).only(StockCounted.class);
    assertThat(entry.book()).isEqualTo(Map.of(Condition.GOOD, 10L));
    assertThat(ledger.figures().good()).isEqualTo(5);
  }

  @Test
  void a_count_behind_a_later_count_moves_nothing() {
    var ledger = given(receive(10, minute(-30)), count(7));
    StockCounted entry = ledger.when(count(9, minute(-20))).only(StockCounted.class);
    assertThat(entry.entry().absorbedBy()).isEqualTo(Map.of(Condition.GOOD, 2L));
    assertThat(entry.book()).isEmpty();
    assertThat(ledger.figures().good()).isEqualTo(7);
  }

  @Test
  void a_back_dated_count_that_would_bring_today_below_zero_is_refused_with_the_numbers() {
    given(receive(10, minute(-30)), pick(8, minute(-10)))
        .when(count(5, minute(-20)))
        .refused(new CountContradicted(ITEM, Condition.GOOD, 5, 10, 2));
  }

  @Test
  void a_count_from_before_the_late_window_needs_the_right_to_backdate() {
    Circumstances before =
        Circumstances.NONE.at(moment(0).minus(Duration.ofDays(3)).minusMillis(1));
    given(receive(1))
        .when(count(1, before))
        .refused(
            new TooLate(
                ITEM,
                moment(0).minus(Duration.ofDays(3)).minusMillis(1),
                moment(0).minus(Duration.ofDays(3)),
                "PT72H"));
    given(receive(1)).accepted(count(1, before.withBackdate()));
  }

  @Test
  void what_the_sender_expects_is_compared_before_anything_moves() {
    given(receive(5))
        .when(
            new CountStock(
                ITEM,
                Map.of(Condition.GOOD, 4L),
                CountMethod.RFID,
                CountKind.CYCLE_COUNT,
                Map.of(Condition.GOOD, 6L),
                Circumstances.NONE))
        .refused(new FigureMismatch(ITEM, Condition.GOOD, 6, 5));
  }

  @Test
  void a_late_adjustment_stands_for_conditions_that_were_not_counted() {
    assertThat(
            given(receive(5), count(Map.of(Condition.DAMAGED, 0L), minute(0)))
                .accepted(adjust(-2, minute(-5)))
                .figures()
                .good())
        .isEqualTo(3);
  }

  @Test
  void a_count_below_what_is_set_aside_names_nothing_where_nothing_is_promised() {
    StockCounted entry = given(receive(5), setAside(4)).when(count(1)).only(StockCounted.class);
    assertThat(entry.entry().uncovers()).isNull();
  }
}
