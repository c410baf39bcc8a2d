package io.stockledger.command.reservation;

import static io.stockledger.command.reservation.Say.change;
import static io.stockledger.command.reservation.Say.confirm;
import static io.stockledger.command.reservation.Say.count;
import static io.stockledger.command.reservation.Say.expire;
import static io.stockledger.command.reservation.Say.extend;
import static io.stockledger.command.reservation.Say.line;
import static io.stockledger.command.reservation.Say.minute;
import static io.stockledger.command.reservation.Say.moment;
import static io.stockledger.command.reservation.Say.pickFor;
import static io.stockledger.command.reservation.Say.pickedFor;
import static io.stockledger.command.reservation.Say.receive;
import static io.stockledger.command.reservation.Say.release;
import static io.stockledger.command.reservation.Say.reserve;
import static io.stockledger.command.reservation.TestLedger.ITEM;
import static io.stockledger.command.reservation.TestLedger.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Reference;
import io.stockledger.api.reservation.ReservationCommand.Part;
import io.stockledger.api.reservation.ReservationCommand.PickReservation;
import io.stockledger.api.reservation.ReservationCommand.ReleaseReservations;
import io.stockledger.api.reservation.ReservationRefusal.ExceedsReserved;
import io.stockledger.api.reservation.ReservationRefusal.NotPending;
import io.stockledger.api.reservation.ReservationRefusal.NothingToRelease;
import io.stockledger.api.reservation.ReservationRefusal.ReservationClosed;
import io.stockledger.api.reservation.ReservationRefusal.ReservationExpired;
import io.stockledger.api.reservation.ReservationRefusal.UnknownReservation;
import io.stockledger.api.reservation.ReservationState;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import io.stockledger.api.stock.StockEvent.StockPicked;
import io.stockledger.api.stock.StockEvent.StockReleased;
import io.stockledger.api.stock.StockEvent.StockReservationConfirmed;
import io.stockledger.api.stock.StockEvent.StockReservationsExpired;
import io.stockledger.api.stock.StockRefusal.ExceedsOnHand;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Confirm, extend, change, pick, release and expire. */
class ReservationLifeTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  @Test
  void a_pending_one_is_confirmed_whole_and_only_once() {
    var ledger = given(receive(5), reserve("r1", 3, 10));
    ledger.when(confirm("r1")).only(StockReservationConfirmed.class);
    assertThat(ledger.figures().allocated()).isEqualTo(3);
    ledger.when(confirm("r1")).refused(new NotPending("r1", ReservationState.ALLOCATED));
    ledger.when(extend("r1", 20)).refused(new NotPending("r1", ReservationState.ALLOCATED));
  }

  @Test
  void an_extended_one_holds_until_its_new_instant() {
    var ledger = given(receive(5), reserve("r1", 3, 10), extend("r1", 20)).after(TEN_MINUTES);
    ledger.accepted(confirm("r1"));
  }

  @Test
  void an_expired_one_takes_nothing_more_and_says_what_is_available() {
    given(receive(5), reserve("r1", 3, 10))
        .after(TEN_MINUTES)
        .when(confirm("r1"))
        .refused(new ReservationExpired("r1", moment(10), 5L, null, List.of()));
  }

  @Test
  void a_closed_one_names_its_state() {
    given(receive(5), reserve("r1", 3), pickFor("r1", 3))
        .when(release("r1"))
        .refused(new ReservationClosed("r1", ReservationState.PICKED));
    given().when(release("r9")).refused(new UnknownReservation("r9"));
  }

  @Test
  void a_changed_line_keeps_what_it_holds_and_only_its_increase_needs_available_units() {
    var ledger = given(receive(5), reserve("r1", 3), count(3), change("r1", line("1", 3, "L1")));
    ledger.accepted(change("r1", line("1", 2, "L1")));
    assertThat(ledger.figures().allocated()).isEqualTo(2);
    assertThat(ledger.reservation("r1").lines().getFirst().released()).isEqualTo(1);
  }

  @Test
  void a_pick_takes_up_to_what_is_open_and_what_is_there() {
    given(receive(5), reserve("r1", 3))
        .when(pickFor("r1", 4))
        .refused(new ExceedsReserved("r1", null, 4, 3));
    given(receive(5), reserve("r1", 3), count(2))
        .when(pickFor("r1", 3))
        .refused(new ExceedsOnHand(ITEM, Condition.GOOD, 3, 2));
  }

  @Test
  void a_partial_pick_may_release_what_it_leaves() {
    var ledger = given(receive(5), reserve("r1", 3));
    ledger
        .when(
            new PickReservation(
                "r1", new Part(null, 1L, List.of()), false, true, Circumstances.NONE))
        .happened(StockPicked.class, StockReleased.class);
    assertThat(ledger.reservation("r1").state(moment(0))).isEqualTo(ReservationState.PICKED);
    assertThat(ledger.figures().available()).isEqualTo(4);
  }

  @Test
  void a_stated_pick_uses_up_its_promise_and_opens_a_discrepancy_for_what_was_not_there() {
    var answer = given(receive(5), reserve("r1", 3), count(2)).when(pickedFor("r1", 4));
    answer.happened(StockPicked.class, StockDiscrepancyOpened.class);
    assertThat(answer.any(StockPicked.class).consumed()).isEqualTo(3);
    assertThat(answer.any(StockPicked.class).quantity()).isEqualTo(2);
    assertThat(answer.any(StockDiscrepancyOpened.class).missing()).isEqualTo(2);
  }

  @Test
  void a_late_pick_that_a_count_contained_still_uses_up_its_promise() {
    var ledger = given(receive(5), reserve("r1", 3), count(2));
    ledger.accepted(pickedFor("r1", 3, minute(-5)));
    assertThat(ledger.figures().good()).isEqualTo(2);
    assertThat(ledger.figures().reserved()).isZero();
  }

  @Test
  void a_pick_stated_after_the_end_is_recorded_and_uses_up_nothing() {
    var ledger = given(receive(5), reserve("r1", 3, 10)).after(TEN_MINUTES);
    var answer = ledger.when(pickedFor("r1", 3, minute(9)));
    answer.happened(StockReservationsExpired.class, StockPicked.class);
    assertThat(answer.any(StockPicked.class).consumed()).isZero();
    assertThat(ledger.reservation("r1").state(moment(10))).isEqualTo(ReservationState.EXPIRED);
  }

  @Test
  void a_release_takes_no_more_than_is_open() {
    var ledger = given(receive(5), reserve("r1", 3));
    ledger.when(release("r1", 4)).refused(new ExceedsReserved("r1", null, 4, 3));
    ledger.accepted(release("r1", 1)).accepted(release("r1"));
    assertThat(ledger.reservation("r1").state(moment(0))).isEqualTo(ReservationState.RELEASED);
  }

  @Test
  void everything_at_a_location_is_released_together_or_there_is_nothing_to_release() {
    ReleaseReservations all = new ReleaseReservations(null, "L1", null, Circumstances.NONE);
    var ledger = given(receive(5), reserve("r1", 1), reserve("r2", 2));
    ledger.when(all).happened(StockReleased.class, StockReleased.class);
    ledger.when(all).refused(new NothingToRelease("location L1"));
    ledger
        .when(new ReleaseReservations(new Reference("order", "7"), null, null, Circumstances.NONE))
        .refused(new NothingToRelease("order 7"));
  }

  @Test
  void an_expiry_becomes_official_at_its_instant_and_only_once() {
    var ledger = given(receive(5), reserve("r1", 3, 10));
    ledger.when(expire("r1")).happened();
    ledger.after(TEN_MINUTES).when(expire("r1")).happened(StockReservationsExpired.class);
    ledger.when(expire("r1")).happened();
    assertThat(ledger.reservation("r1").lines().getFirst().expired()).isEqualTo(3);
  }
}
