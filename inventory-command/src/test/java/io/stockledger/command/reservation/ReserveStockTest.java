package io.stockledger.command.reservation;

import static io.stockledger.command.reservation.Say.line;
import static io.stockledger.command.reservation.Say.minute;
import static io.stockledger.command.reservation.Say.moment;
import static io.stockledger.command.reservation.Say.receive;
import static io.stockledger.command.reservation.Say.release;
import static io.stockledger.command.reservation.Say.reserve;
import static io.stockledger.command.reservation.Say.reserveLines;
import static io.stockledger.command.reservation.TestLedger.ITEM;
import static io.stockledger.command.reservation.TestLedger.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Circumstances;
import io.stockledger.api.reservation.ReservationCommand.Accept;
import io.stockledger.api.reservation.ReservationCommand.RequestedLine;
import io.stockledger.api.reservation.ReservationCommand.ReserveStock;
import io.stockledger.api.reservation.ReservationOutcome;
import io.stockledger.api.reservation.ReservationRefusal.DuplicateId;
import io.stockledger.api.reservation.ReservationRefusal.ExpiryPast;
import io.stockledger.api.reservation.ReservationRefusal.LineRefused;
import io.stockledger.api.reservation.ReservationRefusal.LinesRefused;
import io.stockledger.api.reservation.ReservationRefusal.UnknownChannel;
import io.stockledger.api.reservation.ReservationState;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.ReceiveStock;
import io.stockledger.api.stock.StockRefusal.InsufficientStock;
import io.stockledger.api.stock.StockRefusal.UnknownItem;
import io.stockledger.api.stock.StockRefusal.UnknownLocation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReserveStockTest {
  private static final ItemId OTHER = new ItemId("L2", "A");

  private static ReceiveStock elsewhere(long quantity) {
    return new ReceiveStock(OTHER, Condition.GOOD, quantity, minute(0));
  }

  private static ReserveStock asked(Accept accept, RequestedLine... lines) {
    return new ReserveStock("r1", List.of(lines), null, null, accept, false, Circumstances.NONE);
  }

  @Test
  void no_more_is_promised_than_is_available() {
    given(receive(5), reserve("r1", 3))
        .when(reserve("r2", 3))
        .refused(new InsufficientStock(ITEM, 3, 2));
  }

  @Test
  void with_an_end_it_is_pending_and_without_one_allocated() {
    var ledger = given(receive(5), reserve("r1", 1, 10), reserve("r2", 2));
    assertThat(ledger.reservation("r1").state(moment(0))).isEqualTo(ReservationState.PENDING);
    assertThat(ledger.reservation("r2").state(moment(0))).isEqualTo(ReservationState.ALLOCATED);
    assertThat(ledger.figures().pending()).isEqualTo(1);
    assertThat(ledger.figures().allocated()).isEqualTo(2);
  }

  @Test
  void a_used_id_is_refused_whatever_became_of_it() {
    given(receive(5), reserve("r1", 1), release("r1"))
        .when(reserve("r1", 1))
        .refused(new DuplicateId("r1"));
  }

  @Test
  void an_end_that_is_already_past_is_refused() {
    given(receive(5)).when(reserve("r1", 1, 0)).refused(new ExpiryPast(moment(0), moment(0)));
  }

  @Test
  void there_must_be_such_a_channel_and_such_an_item() {
    given(receive(5))
        .when(
            new ReserveStock(
                "r1",
                List.of(line("1", 1, "L1")),
                null,
                "web",
                Accept.ALL,
                true,
                Circumstances.NONE))
        .refused(new UnknownChannel("web"));
    given().when(reserve("r1", 1)).refused(new UnknownItem(ITEM));
  }

  @Test
  void the_same_item_on_two_lines_counts_as_their_sum_and_every_failing_line_is_named() {
    given(receive(10))
        .when(reserveLines("r1", line("a", 6, "L1"), line("b", 6, "L1"), line("c", 1, "X")))
        .refused(
            new LinesRefused(
                List.of(
                    new LineRefused("b", new InsufficientStock(ITEM, 6, 4)),
                    new LineRefused("c", new UnknownLocation("X")))));
  }

  @Test
  void the_first_location_that_can_serve_a_line_in_full_serves_it() {
    var ledger = given(receive(2), elsewhere(5), reserveLines("r1", line("a", 4, "L1", "L2")));
    assertThat(ledger.item(OTHER).figures().allocated()).isEqualTo(4);
    assertThat(ledger.figures().allocated()).isZero();
  }

  @Test
  void a_line_that_may_be_split_is_taken_from_several_in_order() {
    RequestedLine split = new RequestedLine("a", List.of("L1", "L2"), "A", 6, true);
    var ledger = given(receive(2), elsewhere(5), asked(Accept.ALL, split));
    assertThat(ledger.figures().allocated()).isEqualTo(2);
    assertThat(ledger.item(OTHER).figures().allocated()).isEqualTo(4);
    assertThat(ledger.reservation("r1").lines()).hasSize(2);
  }

  @Test
  void accepting_what_is_there_shows_the_lines_that_got_nothing() {
    var answer =
        given(receive(2), elsewhere(1), reserveLines("r0", line("x", 1, "L2")))
            .when(asked(Accept.AVAILABLE, line("a", 5, "L1"), line("b", 1, "L2")));
    ReservationOutcome outcome = (ReservationOutcome) answer.outcome();
    assertThat(outcome.reservations().getFirst().lines())
        .extracting(l -> l.line() + " " + l.requested() + " " + l.quantity())
        .containsExactly("a 5 2", "b 1 0");
    assertThat(answer.ledger().reservation("r1").lines()).hasSize(1);
  }

  @Test
  void accepting_what_is_there_is_refused_where_there_is_nothing_at_all() {
    given(receive(2), reserve("r0", 2))
        .when(asked(Accept.AVAILABLE, line("a", 5, "L1")))
        .refused(
            new LinesRefused(List.of(new LineRefused("a", new InsufficientStock(ITEM, 5, 0)))));
  }
}
