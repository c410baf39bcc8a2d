package io.stockledger.command.stock;

import static io.stockledger.command.reservation.Say.change;
import static io.stockledger.command.reservation.Say.line;
import static io.stockledger.command.reservation.Say.noThreshold;
import static io.stockledger.command.reservation.Say.pick;
import static io.stockledger.command.reservation.Say.receive;
import static io.stockledger.command.reservation.Say.release;
import static io.stockledger.command.reservation.Say.reserve;
import static io.stockledger.command.reservation.Say.threshold;
import static io.stockledger.command.reservation.TestLedger.ITEM;
import static io.stockledger.command.reservation.TestLedger.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.stock.LowStockEvent.StockRanLow;
import io.stockledger.api.stock.LowStockEvent.StockRecovered;
import io.stockledger.api.stock.LowStockEvent.StockThresholdSet;
import io.stockledger.api.stock.StockEvent.StockPicked;
import io.stockledger.api.stock.StockEvent.StockReceived;
import io.stockledger.api.stock.StockEvent.StockReleased;
import io.stockledger.api.stock.StockEvent.StockReservationChanged;
import io.stockledger.api.stock.StockEvent.StockReservationsExpired;
import io.stockledger.api.stock.StockEvent.StockReserved;
import io.stockledger.api.stock.StockRefusal.UnknownItem;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LowStockTest {
  @Test
  void an_item_runs_low_once_at_the_threshold() {
    var ledger = given(receive(10), threshold(3, 6));
    var answer = ledger.when(pick(7));
    answer.happened(StockPicked.class, StockRanLow.class);
    assertThat(answer.any(StockRanLow.class).available()).isEqualTo(3);
    assertThat(answer.any(StockRanLow.class).threshold()).isEqualTo(3);
    ledger.when(pick(1)).happened(StockPicked.class);
  }

  @Test
  void it_recovers_only_where_there_is_enough_again() {
    var ledger = given(receive(10), threshold(3, 6), pick(8));
    ledger.when(receive(3)).happened(StockReceived.class);
    var answer = ledger.when(receive(1));
    answer.happened(StockReceived.class, StockRecovered.class);
    assertThat(answer.any(StockRecovered.class).threshold()).isEqualTo(6);
    ledger.when(pick(1)).happened(StockPicked.class);
  }

  @Test
  void promises_run_an_item_low_and_let_it_recover() {
    var ledger = given(receive(10), threshold(3, 4));
    ledger.when(reserve("r1", 8)).happened(StockReserved.class, StockRanLow.class);
    ledger.when(release("r1", 4)).happened(StockReleased.class, StockRecovered.class);
  }

  @Test
  void what_a_command_does_in_between_is_not_a_crossing() {
    given(receive(10), threshold(3, 4), reserve("r1", 6))
        .when(change("r1", line("1", 5, "L1"), line("2", 1, "L1")))
        .happened(StockReservationChanged.class);
  }

  @Test
  void what_ran_out_lets_it_recover_with_the_next_command() {
    given(receive(10), threshold(3, 4), reserve("r1", 8, 5))
        .after(Duration.ofMinutes(6))
        .when(pick(1))
        .happened(StockReservationsExpired.class, StockPicked.class, StockRecovered.class);
  }

  @Test
  void a_threshold_tells_at_once_whether_the_item_is_low() {
    given(receive(3)).when(threshold(3, 4)).happened(StockThresholdSet.class, StockRanLow.class);
    given(receive(3), threshold(3, 4))
        .when(threshold(1, 2))
        .happened(StockThresholdSet.class, StockRecovered.class);
    given(receive(3), threshold(3, 4)).when(threshold(1, 9)).happened(StockThresholdSet.class);
  }

  @Test
  void the_same_threshold_again_changes_nothing() {
    given(receive(9), threshold(3, 4)).when(threshold(3, 4)).happened();
    given(receive(9)).when(noThreshold()).happened();
  }

  @Test
  void without_a_threshold_nothing_is_low_any_more() {
    var ledger = given(receive(3), threshold(3, 4));
    ledger.when(noThreshold()).happened(StockThresholdSet.class);
    assertThat(ledger.item().lowStock()).isNull();
    ledger.when(pick(3)).happened(StockPicked.class);
  }

  @Test
  void a_rule_gives_way_to_what_was_said_of_the_item_itself() {
    var ledger = given(receive(9), threshold(3, 4));
    ledger.when(threshold("a", 5, 6)).happened();
    ledger.when(noThreshold("a")).happened();
    ledger.accepted(noThreshold());
    ledger.when(threshold("a", 5, 6)).happened(StockThresholdSet.class);
    ledger.when(threshold(5, 6)).happened(StockThresholdSet.class);
    ledger.when(threshold("a", 5, 7)).happened();
  }

  @Test
  void one_rule_follows_another_and_the_last_takes_its_threshold_away() {
    var ledger = given(receive(9), threshold("a", 5, 6));
    ledger.when(threshold("a", 5, 6)).happened();
    ledger.when(threshold("b", 5, 6)).happened(StockThresholdSet.class);
    ledger.when(noThreshold("a")).happened();
    ledger.when(noThreshold("b")).happened(StockThresholdSet.class);
    assertThat(ledger.item().lowStock()).isNull();
  }

  @Test
  void only_an_item_that_exists_has_a_threshold() {
    given().when(threshold(3, 4)).refused(new UnknownItem(ITEM));
  }
}
