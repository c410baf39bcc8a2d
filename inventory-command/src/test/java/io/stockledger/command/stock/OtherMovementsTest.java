package io.stockledger.command.stock;

import static io.stockledger.command.reservation.Say.adjust;
import static io.stockledger.command.reservation.Say.count;
import static io.stockledger.command.reservation.Say.minute;
import static io.stockledger.command.reservation.Say.moment;
import static io.stockledger.command.reservation.Say.move;
import static io.stockledger.command.reservation.Say.putBack;
import static io.stockledger.command.reservation.Say.receive;
import static io.stockledger.command.reservation.Say.reserve;
import static io.stockledger.command.reservation.Say.returned;
import static io.stockledger.command.reservation.Say.setAside;
import static io.stockledger.command.reservation.TestLedger.ITEM;
import static io.stockledger.command.reservation.TestLedger.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Circumstances;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.ReceiveStock;
import io.stockledger.api.stock.StockEvent.StockConditionChanged;
import io.stockledger.api.stock.StockRefusal.ExceedsOnHand;
import io.stockledger.api.stock.StockRefusal.ExceedsSetAside;
import io.stockledger.api.stock.StockRefusal.FigureTooLarge;
import io.stockledger.api.stock.StockRefusal.InsufficientStock;
import io.stockledger.api.stock.StockRefusal.UnknownSku;
import io.stockledger.api.stock.StockRefusal.VersionMismatch;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Receive, return, adjust, condition, set aside and put back. */
class OtherMovementsTest {
  @Test
  void the_worked_example_holds() {
    Figures figures = given(receive(12), reserve("r1", 4), setAside(3)).figures();
    assertThat(figures.available()).isEqualTo(5);
  }

  @Test
  void a_stale_version_changes_nothing_and_an_absent_item_has_version_0() {
    given(receive(1))
        .when(receive(1, Circumstances.NONE.withIfVersion(2)))
        .refused(new VersionMismatch(ITEM, 2, 1));
    given().accepted(receive(1, Circumstances.NONE.withIfVersion(0)));
  }

  @Test
  void an_unknown_product_is_refused_before_its_version_is_compared() {
    given()
        .when(
            new ReceiveStock(
                new ItemId("L1", "unknown"),
                Condition.GOOD,
                1,
                Circumstances.NONE.withIfVersion(9)))
        .refused(new UnknownSku("unknown"));
  }

  @Test
  void no_figure_goes_beyond_its_limit() {
    var ledger = given();
    for (int i = 0; i < 1_000; i++) {
      ledger.accepted(receive(Figures.MAX_QUANTITY));
    }
    ledger.when(returned(Condition.DAMAGED, 1)).refused(new FigureTooLarge(ITEM, Figures.MAX));
  }

  @Test
  void a_good_return_is_available_at_once_and_a_damaged_one_only_on_hand() {
    Figures figures = given(returned(Condition.GOOD, 2), returned(Condition.DAMAGED, 3)).figures();
    assertThat(figures.available()).isEqualTo(2);
    assertThat(figures.onHand()).isEqualTo(5);
  }

  @Test
  void an_adjustment_may_uncover_promises_but_takes_no_more_than_is_on_hand() {
    assertThat(given(receive(5), reserve("r1", 5)).accepted(adjust(-2)).figures().shortfall())
        .isEqualTo(2);
    given(receive(5)).when(adjust(-6)).refused(new ExceedsOnHand(ITEM, Condition.GOOD, 6, 5));
  }

  @Test
  void of_a_late_condition_move_only_the_component_behind_a_count_is_absorbed() {
    StockConditionChanged entry =
        given(receive(5), count(Map.of(Condition.GOOD, 3L), minute(0)))
            .when(move(Condition.GOOD, Condition.DAMAGED, 4, minute(-5)))
            .only(StockConditionChanged.class);
    assertThat(entry.entry().change().good()).isZero();
    assertThat(entry.entry().change().damaged()).isEqualTo(4);
    assertThat(entry.entry().absorbedBy()).isEqualTo(Map.of(Condition.GOOD, 2L));
  }

  @Test
  void only_available_units_are_set_aside_and_only_those_put_back() {
    given(receive(5), reserve("r1", 3))
        .when(setAside(3))
        .refused(new InsufficientStock(ITEM, 3, 2));
    given(receive(5), setAside(2)).when(putBack(3)).refused(new ExceedsSetAside(ITEM, 3, 2));
    assertThat(given(receive(5), setAside(2), putBack(2)).figures().available()).isEqualTo(5);
  }

  @Test
  void the_recorded_clock_of_an_item_never_goes_back_and_nothing_happens_ahead_of_it() {
    var ledger = given(receive(1)).after(Duration.ofMinutes(-9)).accepted(receive(1, minute(4)));
    assertThat(ledger.entries(ITEM).getLast().recordedAt()).isEqualTo(moment(0));
    assertThat(ledger.entries(ITEM).getLast().occurredAt()).isEqualTo(moment(0));
  }
}
