package io.stockledger.command.transfer;

import static io.stockledger.command.reservation.TestLedger.given;
import static io.stockledger.command.transfer.Carry.DESTINATION;
import static io.stockledger.command.transfer.Carry.ID;
import static io.stockledger.command.transfer.Carry.ORIGIN;
import static io.stockledger.command.transfer.Carry.OTHER_DESTINATION;
import static io.stockledger.command.transfer.Carry.OTHER_ORIGIN;
import static io.stockledger.command.transfer.Carry.came;
import static io.stockledger.command.transfer.Carry.cancel;
import static io.stockledger.command.transfer.Carry.close;
import static io.stockledger.command.transfer.Carry.dispatch;
import static io.stockledger.command.transfer.Carry.line;
import static io.stockledger.command.transfer.Carry.move;
import static io.stockledger.command.transfer.Carry.receive;
import static io.stockledger.command.transfer.Carry.received;
import static io.stockledger.command.transfer.Carry.request;
import static io.stockledger.command.transfer.Carry.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Reference;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.CountKind;
import io.stockledger.api.stock.CountMethod;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.CountStock;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import io.stockledger.api.stock.StockEvent.StockReceived;
import io.stockledger.api.stock.StockRefusal.ExceedsOnHand;
import io.stockledger.api.stock.StockRefusal.ExceedsSetAside;
import io.stockledger.api.stock.StockRefusal.InsufficientStock;
import io.stockledger.api.stock.StockRefusal.UnknownItem;
import io.stockledger.api.stock.StockRefusal.UnknownLocation;
import io.stockledger.api.stock.TransferEvent.StockTransferCancelled;
import io.stockledger.api.stock.TransferEvent.StockTransferDispatched;
import io.stockledger.api.stock.TransferEvent.StockTransferReceived;
import io.stockledger.api.stock.TransferEvent.StockTransferRequested;
import io.stockledger.api.stock.TransferEvent.StockTransferUnderWay;
import io.stockledger.api.stock.TransferEvent.StockTransferWrittenOff;
import io.stockledger.api.transfer.TransferCommand.RequestTransfer;
import io.stockledger.api.transfer.TransferPart.PartLine;
import io.stockledger.api.transfer.TransferReason;
import io.stockledger.api.transfer.TransferRefusal.Difference;
import io.stockledger.api.transfer.TransferRefusal.DuplicateTransferId;
import io.stockledger.api.transfer.TransferRefusal.ExceedsInTransit;
import io.stockledger.api.transfer.TransferRefusal.ExceedsKept;
import io.stockledger.api.transfer.TransferRefusal.PartReceived;
import io.stockledger.api.transfer.TransferRefusal.ReasonNeeded;
import io.stockledger.api.transfer.TransferRefusal.TransferClosed;
import io.stockledger.api.transfer.TransferRefusal.TransferLineRefused;
import io.stockledger.api.transfer.TransferRefusal.TransferLinesRefused;
import io.stockledger.api.transfer.TransferRefusal.UnknownPart;
import io.stockledger.api.transfer.TransferRefusal.UnknownTransfer;
import io.stockledger.api.transfer.TransferRefusal.UnknownTransferLine;
import io.stockledger.api.transfer.TransferState;
import io.stockledger.command.reservation.Say;
import io.stockledger.command.reservation.TestLedger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The life of a transfer, step by step. */
class TransferLifeTest {
  private static Transfer transfer(TestLedger ledger) {
    return Objects.requireNonNull(ledger.transfers().get(ID));
  }

  private static TestLedger underWay(long quantity) {
    return given(received(ORIGIN, 10), request(quantity), dispatch("p"));
  }

  @Test
  void a_request_sets_aside_what_is_available() {
    TestLedger ledger =
        given(received(ORIGIN, 10)).when(request(4)).happened(StockTransferRequested.class);
    assertThat(ledger.item(ORIGIN).figures().available()).isEqualTo(6);
    assertThat(ledger.item(ORIGIN).keptForTransfers()).isEqualTo(4);
    assertThat(ledger.item(DESTINATION).exists()).isFalse();
    assertThat(transfer(ledger).state()).isEqualTo(TransferState.REQUESTED);
  }

  @Test
  void a_request_names_every_line_that_failed_and_counts_a_sku_on_two_lines_as_their_sum() {
    given(received(ORIGIN, 10))
        .when(request(line("1", "A", 6), line("2", "A", 5), line("3", "A", 4)))
        .refused(
            new TransferLinesRefused(
                List.of(new TransferLineRefused("2", new InsufficientStock(ORIGIN, 5, 4)))));
    given(received(ORIGIN, 10))
        .when(request(line("1", "A", 11), line("2", "B", 1)))
        .refused(
            new TransferLinesRefused(
                List.of(new TransferLineRefused("2", new UnknownItem(OTHER_ORIGIN)))));
  }

  @Test
  void both_ends_must_be_registered() {
    given(received(ORIGIN, 10))
        .when(
            new RequestTransfer(
                ID, "L1", "nowhere", List.of(line("1", "A", 1)), null, false, Circumstances.NONE))
        .refused(new UnknownLocation("nowhere"));
  }

  @Test
  void an_id_is_used_once_whatever_became_of_its_transfer() {
    given(received(ORIGIN, 10), request(4), cancel())
        .when(request(1))
        .refused(new DuplicateTransferId(ID, null));
  }

  @Test
  void what_is_kept_for_a_transfer_is_not_put_back() {
    given(received(ORIGIN, 10), Say.setAside(3), request(4))
        .when(Say.putBack(4))
        .refused(new ExceedsSetAside(ORIGIN, 4, 3));
  }

  @Test
  void what_is_dispatched_is_neither_here_nor_available_there() {
    TestLedger ledger =
        given(received(ORIGIN, 10), request(4))
            .when(dispatch(null, units("1", 3L)))
            .happened(StockTransferDispatched.class, StockTransferUnderWay.class);
    assertThat(ledger.item(ORIGIN).figures().good()).isEqualTo(7);
    assertThat(ledger.item(ORIGIN).figures().setAside()).isEqualTo(1);
    assertThat(ledger.item(DESTINATION).figures().inTransit()).isEqualTo(3);
    assertThat(ledger.item(DESTINATION).figures().onHand()).isZero();
    assertThat(transfer(ledger).state()).isEqualTo(TransferState.IN_TRANSIT);
    assertThat(transfer(ledger).hasPart("p1")).isTrue();
  }

  @Test
  void more_than_is_set_aside_does_not_leave() {
    TestLedger ledger = given(received(ORIGIN, 10), request(4));
    ledger.when(dispatch(null, units("1", 5L))).refused(new ExceedsKept(ID, "1", 5L, 4));
    ledger.when(dispatch(null, units("x", 1L))).refused(new UnknownTransferLine(ID, "x"));
    ledger.accepted(dispatch("p")).when(dispatch(null)).refused(new ExceedsKept(ID, null, null, 0));
    ledger.when(dispatch("p", units("1", 1L))).refused(new DuplicateTransferId(ID, "p"));
  }

  @Test
  void what_a_count_did_not_find_does_not_leave() {
    given(received(ORIGIN, 10), request(4), Say.count(3))
        .when(dispatch(null))
        .refused(new ExceedsOnHand(ORIGIN, Condition.GOOD, 4, 3));
  }

  @Test
  void a_count_absorbs_what_left_before_it_and_the_rest_stands() {
    TestLedger ledger = given(received(ORIGIN, 10), request(4));
    ledger.at(Say.moment(30)).accepted(Say.count(2, Say.minute(20)));
    ledger
        .when(dispatch(Say.minute(10), "p"))
        .happened(StockTransferDispatched.class, StockTransferUnderWay.class);
    assertThat(ledger.item(ORIGIN).figures().good()).isEqualTo(2);
    assertThat(ledger.item(ORIGIN).figures().setAside()).isZero();
    assertThat(ledger.item(DESTINATION).figures().inTransit()).isEqualTo(4);
  }

  @Test
  void a_count_absorbs_what_arrived_before_it_and_it_is_on_its_way_no_more() {
    TestLedger ledger = underWay(4);
    CountStock counted =
        new CountStock(
            DESTINATION,
            Map.of(Condition.GOOD, 3L),
            CountMethod.BARCODE,
            CountKind.CYCLE_COUNT,
            null,
            Say.minute(20));
    ledger.at(Say.moment(30)).accepted(counted);
    StockTransferReceived event =
        ledger.when(receive(Say.minute(10), "p", null)).only(StockTransferReceived.class);
    assertThat(event.entry().absorbedBy()).containsKey(Condition.GOOD);
    assertThat(ledger.item(DESTINATION).figures().good()).isEqualTo(3);
    assertThat(ledger.item(DESTINATION).figures().inTransit()).isZero();
  }

  @Test
  void a_part_is_received_whole() {
    TestLedger ledger = underWay(4).when(receive("p")).happened(StockTransferReceived.class);
    assertThat(ledger.item(DESTINATION).figures().available()).isEqualTo(4);
    assertThat(ledger.item(DESTINATION).figures().inTransit()).isZero();
    assertThat(transfer(ledger).state()).isEqualTo(TransferState.RECEIVED);
    ledger
        .when(receive("p"))
        .refused(new PartReceived(ID, "p", List.of(new PartLine("1", 4, 0, 4, 0))));
    ledger.when(receive(null)).refused(new TransferClosed(ID, TransferState.RECEIVED));
  }

  @Test
  void what_of_a_part_does_not_come_is_given_up_with_a_reason() {
    TestLedger ledger = underWay(4);
    ledger
        .when(receive("p", came("1", 3)))
        .refused(new ReasonNeeded(ID, "p", List.of(new Difference("1", 4, 3, 1))));
    StockTransferReceived event =
        ledger
            .when(receive(Circumstances.NONE, "p", TransferReason.LOST, came("1", 3)))
            .only(StockTransferReceived.class);
    assertThat(event.missing()).isEqualTo(1);
    assertThat(event.entry().reason()).isEqualTo("LOST");
    assertThat(ledger.item(DESTINATION).figures().inTransit()).isZero();
    assertThat(transfer(ledger).state()).isEqualTo(TransferState.RECEIVED);
  }

  @Test
  void a_line_of_a_part_that_is_not_named_did_not_come() {
    given(
            received(ORIGIN, 10),
            received(OTHER_ORIGIN, 10),
            request(line("1", "A", 4), line("2", "B", 2)),
            dispatch("p"))
        .when(receive("p", came("1", 4)))
        .refused(new ReasonNeeded(ID, "p", List.of(new Difference("2", 2, 0, 2))));
  }

  @Test
  void without_a_part_the_oldest_arrive_first_and_the_rest_stays_on_its_way() {
    TestLedger ledger =
        given(
            received(ORIGIN, 10),
            request(8),
            dispatch("p", units("1", 3L)),
            dispatch("q", units("1", 5L)),
            receive(null, came("1", 4)));
    assertThat(transfer(ledger).shares())
        .containsExactly(
            new Transfer.Share("p", "1", 3, 3, 0, null),
            new Transfer.Share("q", "1", 5, 1, 0, null));
    assertThat(ledger.item(DESTINATION).figures().inTransit()).isEqualTo(4);
    ledger.accepted(receive(null));
    assertThat(transfer(ledger).state()).isEqualTo(TransferState.RECEIVED);
  }

  @Test
  void damaged_units_arrive_as_such() {
    TestLedger ledger =
        underWay(4)
            .accepted(
                receive(
                    "p",
                    came(
                        "1",
                        Map.of(Condition.GOOD, 1L, Condition.DAMAGED, 3L),
                        TransferReason.DAMAGED)));
    assertThat(ledger.item(DESTINATION).figures().available()).isEqualTo(1);
    assertThat(ledger.item(DESTINATION).figures().damaged()).isEqualTo(3);
  }

  @Test
  void more_than_left_needs_a_reason_and_is_a_receipt_and_a_discrepancy_of_its_own() {
    TestLedger ledger = underWay(4);
    ledger.when(receive("p", came("1", 6))).refused(new ExceedsInTransit(ID, "1", 6L, 4));
    TestLedger.Answer answer =
        ledger.when(receive("p", came("1", Map.of(Condition.GOOD, 6L), TransferReason.SHORT)));
    answer.happened(StockTransferReceived.class, StockReceived.class, StockDiscrepancyOpened.class);
    assertThat(answer.any(StockTransferReceived.class).excess()).isEqualTo(2);
    StockReceived excess = answer.any(StockReceived.class);
    assertThat(excess.quantity()).isEqualTo(2);
    assertThat(excess.entry().reference()).isEqualTo(new Reference("transfer", ID));
    StockDiscrepancyOpened opened = answer.any(StockDiscrepancyOpened.class);
    assertThat(opened.cause()).isEqualTo("received-beyond-sent");
    assertThat(opened.stated()).isEqualTo(6);
    assertThat(opened.recorded()).isEqualTo(4);
    assertThat(opened.missing()).isEqualTo(-2);
    assertThat(ledger.item(DESTINATION).figures().good()).isEqualTo(6);
    assertThat(transfer(ledger).lines().getFirst().excess()).isEqualTo(2);
  }

  @Test
  void an_excess_of_a_line_that_left_with_another_part_is_told_with_that_one() {
    StockTransferReceived event =
        given(
                received(ORIGIN, 10),
                received(OTHER_ORIGIN, 10),
                request(line("1", "A", 4), line("2", "B", 2)),
                dispatch("p", units("2", 2L)),
                dispatch("q", units("1", 4L)))
            .when(
                receive(
                    "q", came("2", Map.of(Condition.GOOD, 1L), TransferReason.SHORT), came("1", 4)))
            .any(StockTransferReceived.class);
    assertThat(event.part()).isEqualTo("p");
    assertThat(event.excess()).isEqualTo(1);
    assertThat(event.received()).isEmpty();
  }

  @Test
  void what_was_never_sent_does_not_arrive_whatever_the_reason() {
    TestLedger ledger = given(received(ORIGIN, 10), request(4));
    ledger
        .when(receive(Circumstances.NONE, null, TransferReason.SHORT, came("1", 1)))
        .refused(new ExceedsInTransit(ID, "1", 1L, 0));
    ledger.when(receive(null)).refused(new ExceedsInTransit(ID, null, null, 0));
    ledger.when(receive("p")).refused(new UnknownPart(ID, "p"));
  }

  @Test
  void what_is_not_dispatched_is_cancelled_and_free_again() {
    TestLedger ledger =
        given(received(ORIGIN, 10), request(6), dispatch("p", units("1", 2L)))
            .when(cancel(units("1", 1L)))
            .happened(StockTransferCancelled.class);
    assertThat(ledger.item(ORIGIN).figures().available()).isEqualTo(5);
    ledger.when(cancel(units("1", 4L))).refused(new ExceedsKept(ID, "1", 4L, 3));
    ledger.accepted(cancel());
    assertThat(transfer(ledger).state()).isEqualTo(TransferState.IN_TRANSIT);
    assertThat(given(received(ORIGIN, 1), request(1), cancel()).transfers().get(ID))
        .extracting(Transfer::state)
        .isEqualTo(TransferState.CANCELLED);
  }

  @Test
  void closing_frees_what_is_here_and_writes_off_what_is_on_its_way_with_a_reason() {
    TestLedger ledger = given(received(ORIGIN, 10), request(6), dispatch("p", units("1", 2L)));
    ledger
        .when(close(null))
        .refused(new ReasonNeeded(ID, null, List.of(new Difference("1", 2, 0, 2))));
    ledger
        .when(close(TransferReason.LOST))
        .happened(StockTransferCancelled.class, StockTransferWrittenOff.class);
    assertThat(ledger.item(ORIGIN).figures().available()).isEqualTo(8);
    assertThat(ledger.item(DESTINATION).figures().inTransit()).isZero();
    assertThat(transfer(ledger).state()).isEqualTo(TransferState.CLOSED);
    ledger.when(close(TransferReason.LOST)).refused(new TransferClosed(ID, TransferState.CLOSED));
  }

  @Test
  void a_move_across_the_street_is_one_command() {
    TestLedger ledger =
        given(received(ORIGIN, 10), received(OTHER_ORIGIN, 2))
            .when(move(Circumstances.NONE, line("1", "A", 4), line("2", "B", 2)))
            .happened(
                StockTransferDispatched.class,
                StockTransferUnderWay.class,
                StockTransferReceived.class,
                StockTransferDispatched.class,
                StockTransferUnderWay.class,
                StockTransferReceived.class);
    assertThat(ledger.item(ORIGIN).figures().good()).isEqualTo(6);
    assertThat(ledger.item(DESTINATION).figures().available()).isEqualTo(4);
    assertThat(ledger.item(OTHER_DESTINATION).figures().available()).isEqualTo(2);
    assertThat(transfer(ledger).state()).isEqualTo(TransferState.RECEIVED);
  }

  @Test
  void a_move_is_all_or_none() {
    given(received(ORIGIN, 10), received(OTHER_ORIGIN, 2))
        .when(move(Circumstances.NONE, line("1", "A", 4), line("2", "B", 3)))
        .refused(
            new TransferLinesRefused(
                List.of(new TransferLineRefused("2", new InsufficientStock(OTHER_ORIGIN, 3, 2)))));
  }

  @Test
  void a_late_move_behind_a_count_at_its_origin_takes_nothing_there_and_brings_it_here() {
    TestLedger ledger = given(received(ORIGIN, 10), Say.reserve("r", 9));
    ledger.at(Say.moment(30)).accepted(Say.count(9, Say.minute(20)));
    ledger.accepted(move(Say.minute(10), line("1", "A", 1)));
    assertThat(ledger.item(ORIGIN).figures().good()).isEqualTo(9);
    assertThat(ledger.item(DESTINATION).figures().good()).isEqualTo(1);
  }

  @Test
  void an_unknown_one_takes_nothing() {
    ItemId none = ORIGIN;
    TestLedger ledger = given(received(none, 1));
    for (Object command :
        List.of(dispatch(null), receive(null), cancel(), close(TransferReason.LOST))) {
      ledger.when(command).refused(new UnknownTransfer(ID));
    }
  }
}
