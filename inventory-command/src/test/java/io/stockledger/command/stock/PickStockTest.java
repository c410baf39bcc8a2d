package io.stockledger.command.stock;

import static io.stockledger.command.reservation.Say.count;
import static io.stockledger.command.reservation.Say.minute;
import static io.stockledger.command.reservation.Say.pick;
import static io.stockledger.command.reservation.Say.picked;
import static io.stockledger.command.reservation.Say.receive;
import static io.stockledger.command.reservation.Say.reserve;
import static io.stockledger.command.reservation.Say.setAside;
import static io.stockledger.command.reservation.TestLedger.ITEM;
import static io.stockledger.command.reservation.TestLedger.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Entry.Uncovered;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import io.stockledger.api.stock.StockEvent.StockPicked;
import io.stockledger.api.stock.StockEvent.StockReservationsExpired;
import io.stockledger.api.stock.StockRefusal.InsufficientStock;
import io.stockledger.api.stock.StockRefusal.UnknownItem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PickStockTest {
  @Test
  void only_what_is_available_may_be_picked_without_a_reservation() {
    given(receive(12), reserve("r1", 4), setAside(3))
        .when(pick(6))
        .refused(new InsufficientStock(ITEM, 6, 5));
    assertThat(given(receive(12), reserve("r1", 4), setAside(3)).accepted(pick(5)).figures().good())
        .isEqualTo(7);
  }

  @Test
  void nothing_is_picked_of_an_item_that_never_was_even_as_a_fact() {
    given().when(pick(1)).refused(new UnknownItem(ITEM));
    given().when(picked(1)).refused(new UnknownItem(ITEM));
  }

  @Test
  void a_stated_pick_takes_promised_units_and_names_the_newest_promise() {
    StockPicked entry =
        given(receive(10), reserve("old", 4), reserve("new", 4))
            .when(picked(5))
            .only(StockPicked.class);
    assertThat(entry.quantity()).isEqualTo(5);
    assertThat(entry.entry().uncovers()).containsExactly(new Uncovered("new", "1", 3));
  }

  @Test
  void set_aside_is_covered_before_every_promise() {
    StockPicked entry =
        given(receive(10), reserve("r1", 4), setAside(6)).when(picked(5)).only(StockPicked.class);
    assertThat(entry.entry().uncovers()).isEqualTo(List.of(new Uncovered("r1", "1", 4)));
  }

  @Test
  void what_the_book_does_not_have_becomes_an_open_discrepancy() {
    var answer = given(receive(2)).when(picked(5));
    answer.happened(StockPicked.class, StockDiscrepancyOpened.class);
    StockDiscrepancyOpened opened = answer.any(StockDiscrepancyOpened.class);
    assertThat(opened.stated()).isEqualTo(5);
    assertThat(opened.recorded()).isEqualTo(2);
    assertThat(opened.missing()).isEqualTo(3);
    assertThat(answer.ledger().item().openDiscrepancies())
        .isEqualTo(Map.of("d1", new OpenDiscrepancy(3, false, null)));
  }

  @Test
  void a_stated_pick_from_an_empty_shelf_is_only_a_discrepancy() {
    given(receive(2), pick(2)).when(picked(1)).happened(StockDiscrepancyOpened.class);
  }

  @Test
  void a_late_sale_behind_a_count_moves_nothing() {
    StockPicked entry =
        given(receive(10), count(3)).when(picked(7, minute(-5))).only(StockPicked.class);
    assertThat(entry.entry().change().good()).isZero();
    assertThat(entry.entry().moved()).isEqualTo(Map.of(Condition.GOOD, -7L));
    assertThat(entry.entry().absorbedBy()).isEqualTo(Map.of(Condition.GOOD, 2L));
  }

  @Test
  void a_sale_at_the_very_moment_of_a_count_comes_after_it() {
    assertThat(given(receive(10), count(3)).accepted(pick(2, minute(0))).figures().good())
        .isEqualTo(1);
  }

  @Test
  void from_its_instant_on_a_promise_holds_nothing_and_the_record_comes_first() {
    var ledger = given(receive(4), reserve("r1", 4, 10)).after(Duration.ofMinutes(10));
    ledger.when(pick(4)).happened(StockReservationsExpired.class, StockPicked.class);
    assertThat(ledger.reservation("r1").open()).isZero();
  }

  @Test
  void a_promise_holds_until_its_instant() {
    given(receive(4), reserve("r1", 4, 10))
        .after(Duration.ofMinutes(10).minusMillis(1))
        .when(pick(1))
        .refused(new InsufficientStock(ITEM, 1, 0));
  }

  @Test
  void a_refused_pick_does_not_even_record_an_expiry() {
    given(receive(4), reserve("r1", 4, 10))
        .after(Duration.ofMinutes(10))
        .when(pick(5))
        .refused(new InsufficientStock(ITEM, 5, 4));
  }
}
