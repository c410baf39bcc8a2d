package io.stockledger.command.inbound;

import static io.stockledger.command.inbound.SaySupply.DAY;
import static io.stockledger.command.inbound.SaySupply.cancel;
import static io.stockledger.command.inbound.SaySupply.day;
import static io.stockledger.command.inbound.SaySupply.expect;
import static io.stockledger.command.inbound.SaySupply.expectAt;
import static io.stockledger.command.inbound.SaySupply.good;
import static io.stockledger.command.inbound.SaySupply.line;
import static io.stockledger.command.inbound.SaySupply.quantity;
import static io.stockledger.command.inbound.SaySupply.receive;
import static io.stockledger.command.inbound.SaySupply.revise;
import static io.stockledger.command.reservation.Say.count;
import static io.stockledger.command.reservation.Say.minute;
import static io.stockledger.command.reservation.Say.reserve;
import static io.stockledger.command.reservation.TestLedger.ITEM;
import static io.stockledger.command.reservation.TestLedger.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Refusal;
import io.stockledger.api.inbound.InboundCommand.CancelledLine;
import io.stockledger.api.inbound.InboundCommand.ExpectedLine;
import io.stockledger.api.inbound.InboundCommand.ReceivedLine;
import io.stockledger.api.inbound.InboundCommand.RevisedLine;
import io.stockledger.api.inbound.InboundReason;
import io.stockledger.api.inbound.InboundRefusal.BelowReceived;
import io.stockledger.api.inbound.InboundRefusal.DuplicateInbound;
import io.stockledger.api.inbound.InboundRefusal.DuplicateLine;
import io.stockledger.api.inbound.InboundRefusal.ExceedsExpected;
import io.stockledger.api.inbound.InboundRefusal.InboundClosed;
import io.stockledger.api.inbound.InboundRefusal.InboundLineRefused;
import io.stockledger.api.inbound.InboundRefusal.InboundLinesRefused;
import io.stockledger.api.inbound.InboundRefusal.TooManyLines;
import io.stockledger.api.inbound.InboundRefusal.UnknownInbound;
import io.stockledger.api.inbound.InboundRefusal.UnknownInboundLine;
import io.stockledger.api.inbound.InboundState;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent.StockReservationsExpired;
import io.stockledger.api.stock.StockRefusal.FigureTooLarge;
import io.stockledger.api.stock.StockRefusal.UnknownLocation;
import io.stockledger.api.stock.StockRefusal.UnknownSku;
import io.stockledger.api.stock.SupplyEvent.StockSupplyCancelled;
import io.stockledger.api.stock.SupplyEvent.StockSupplyExpected;
import io.stockledger.api.stock.SupplyEvent.StockSupplyReceived;
import io.stockledger.api.stock.SupplyEvent.StockSupplyRevised;
import io.stockledger.command.reservation.TestLedger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a purchase order takes, from its announcement to its end. */
class InboundLifeTest {
  private static Inbound order(TestLedger ledger) {
    return Objects.requireNonNull(ledger.inbounds().get("po"));
  }

  private static Inbound.Line first(TestLedger ledger) {
    return order(ledger).lines().getFirst();
  }

  private static Refusal lines(InboundLineRefused... lines) {
    return new InboundLinesRefused(Arrays.asList(lines));
  }

  @Test
  void an_item_comes_into_being_with_its_first_expected_supply() {
    TestLedger ledger = given().when(expect(24)).happened(StockSupplyExpected.class);
    assertThat(ledger.figures().expected()).isEqualTo(24);
    assertThat(ledger.figures().available()).isZero();
    assertThat(order(ledger).state()).isEqualTo(InboundState.EXPECTED);
  }

  @Test
  void a_location_that_is_not_registered_refuses_all_and_skus_refuse_their_lines() {
    given().when(expectAt("X", line("1", "A", 1))).refused(new UnknownLocation("X"));
    given()
        .when(expect(line("1", "A", 1), line("2", "unknown", 1)))
        .refused(lines(new InboundLineRefused("2", new UnknownSku("unknown"))));
  }

  @Test
  void a_used_id_is_refused_whatever_became_of_it() {
    given(expect(5), cancel()).when(expect(5)).refused(new DuplicateInbound("po"));
  }

  @Test
  void no_figure_grows_beyond_what_the_ledger_can_hold() {
    given(expect(Figures.MAX))
        .when(revise(quantity("1", Figures.MAX + 1)))
        .refused(lines(new InboundLineRefused("1", new FigureTooLarge(ITEM, Figures.MAX))));
  }

  @Test
  void what_comes_uses_up_what_was_expected() {
    TestLedger ledger =
        given(expect(10)).when(receive(good("1", 4))).happened(StockSupplyReceived.class);
    assertThat(ledger.figures().good()).isEqualTo(4);
    assertThat(ledger.figures().expected()).isEqualTo(6);
    assertThat(order(ledger).state()).isEqualTo(InboundState.PARTLY_RECEIVED);
    ledger.accepted(receive(good("1", 6)));
    assertThat(order(ledger).state()).isEqualTo(InboundState.RECEIVED);
    ledger.when(receive(good("1", 1))).refused(new InboundClosed("po", InboundState.RECEIVED));
  }

  @Test
  void damaged_units_fulfil_the_line_and_are_not_available() {
    ReceivedLine mixed =
        new ReceivedLine("1", Map.of(Condition.GOOD, 7L, Condition.DAMAGED, 3L), 0, null);
    TestLedger ledger = given(expect(10), receive(mixed));
    assertThat(ledger.figures().damaged()).isEqualTo(3);
    assertThat(ledger.figures().available()).isEqualTo(7);
    assertThat(ledger.figures().expected()).isZero();
  }

  @Test
  void units_given_up_are_expected_no_more_and_do_not_exceed_what_is() {
    TestLedger ledger = given(expect(10), receive(good("1", 7, 3, InboundReason.SHORT)));
    assertThat(ledger.figures().expected()).isZero();
    assertThat(first(ledger).missing()).isEqualTo(3);
    given(expect(10))
        .when(receive(good("1", 7, 4, InboundReason.SHORT)))
        .refused(lines(new InboundLineRefused("1", new ExceedsExpected("po", "1", 11, 10))));
  }

  @Test
  void more_than_expected_needs_a_reason() {
    TestLedger ledger =
        given(expect(line("1", "A", 10), line("2", "B", 1)))
            .when(receive(good("1", 12)))
            .refused(lines(new InboundLineRefused("1", new ExceedsExpected("po", "1", 12, 10))));
    StockSupplyReceived received =
        ledger
            .when(receive(good("1", 12, 0, InboundReason.EXCESS)))
            .only(StockSupplyReceived.class);
    assertThat(received.fulfilled()).isEqualTo(10);
    assertThat(received.entry().reason()).isEqualTo("EXCESS");
    assertThat(ledger.figures().good()).isEqualTo(12);
    assertThat(ledger.figures().expected()).isZero();
    ledger.accepted(receive(good("1", 2, 0, InboundReason.EXCESS)));
    assertThat(first(ledger).received()).isEqualTo(14);
  }

  @Test
  void lines_take_a_command_all_or_none_and_every_one_that_failed_is_named() {
    given(expect(line("1", "A", 10), line("2", "B", 1)))
        .when(receive(good("1", 4), good("2", 2), good("3", 1)))
        .refused(
            lines(
                new InboundLineRefused("2", new ExceedsExpected("po", "2", 2, 1)),
                new InboundLineRefused("3", new UnknownInboundLine("po", "3"))));
  }

  @Test
  void a_quantity_is_stated_in_all_and_not_below_what_became_of_the_line() {
    TestLedger ledger =
        given(expect(10), receive(good("1", 4, 1, InboundReason.SHORT)))
            .when(revise(quantity("1", 8)))
            .happened(StockSupplyRevised.class);
    assertThat(ledger.figures().expected()).isEqualTo(3);
    ledger.accepted(cancel(new CancelledLine("1", 1L)));
    ledger
        .when(revise(quantity("1", 5)))
        .refused(lines(new InboundLineRefused("1", new BelowReceived("po", "1", 5, 4, 1, 1))));
    ledger.accepted(revise(quantity("1", 6)));
    assertThat(order(ledger).state()).isEqualTo(InboundState.RECEIVED);
  }

  @Test
  void a_day_is_stated_anew_and_the_same_again_says_nothing() {
    TestLedger ledger =
        given(expect(10))
            .when(revise(day("1", DAY.plusDays(2))))
            .happened(StockSupplyRevised.class);
    assertThat(first(ledger).expectedBy()).isEqualTo(DAY.plusDays(2));
    assertThat(first(ledger).open()).isEqualTo(10);
    ledger.when(revise(day("1", DAY.plusDays(2)))).happened();
  }

  @Test
  void a_line_is_added_by_its_sku() {
    RevisedLine added = new RevisedLine("2", "B", 5L, null, DAY, "winter");
    TestLedger ledger = given(expect(10)).when(revise(added)).happened(StockSupplyExpected.class);
    assertThat(ledger.item(new ItemId("L1", "B")).figures().expected()).isEqualTo(5);
    ledger
        .when(revise(new RevisedLine("1", "B", 5L, null, DAY, null)))
        .refused(lines(new InboundLineRefused("1", new DuplicateLine("po", "1", "A"))));
    ledger
        .when(revise(quantity("9", 1)))
        .refused(lines(new InboundLineRefused("9", new UnknownInboundLine("po", "9"))));
  }

  @Test
  void an_inbound_has_no_more_lines_than_it_may() {
    ExpectedLine[] most = new ExpectedLine[ReviseRules.MOST_LINES];
    Arrays.setAll(most, i -> line("l" + i, "A", 1));
    given(expect(most))
        .when(revise(new RevisedLine("one-more", "B", 5L, null, DAY, null)))
        .refused(new TooManyLines("po", ReviseRules.MOST_LINES + 1, ReviseRules.MOST_LINES));
  }

  @Test
  void what_is_cancelled_is_expected_no_more() {
    TestLedger ledger =
        given(expect(10))
            .when(cancel(new CancelledLine("1", 4L)))
            .happened(StockSupplyCancelled.class);
    assertThat(ledger.figures().expected()).isEqualTo(6);
    ledger
        .when(cancel(new CancelledLine("1", 7L)))
        .refused(lines(new InboundLineRefused("1", new ExceedsExpected("po", "1", 7, 6))));
    ledger.accepted(cancel());
    assertThat(order(ledger).state()).isEqualTo(InboundState.CANCELLED);
    ledger.when(cancel()).refused(new InboundClosed("po", InboundState.CANCELLED));
  }

  @Test
  void an_id_that_was_never_used_is_unknown() {
    given().when(receive(good("1", 1))).refused(new UnknownInbound("po"));
  }

  @Test
  void what_came_before_a_count_and_is_told_after_it_moves_nothing_today() {
    TestLedger ledger = given(expect(10)).after(java.time.Duration.ofHours(1));
    ledger.accepted(count(4, minute(60)));
    StockSupplyReceived late =
        ledger.when(receive(minute(30), good("1", 4))).only(StockSupplyReceived.class);
    assertThat(ledger.figures().good()).isEqualTo(4);
    assertThat(ledger.figures().expected()).isEqualTo(6);
    assertThat(late.entry().absorbedBy()).isEqualTo(Map.of(Condition.GOOD, 2L));
    assertThat(late.entry().moved(Condition.GOOD)).isEqualTo(4);
  }

  @Test
  void the_day_is_that_of_the_location() {
    TestLedger ledger = given(expect(10)).at(Instant.parse("2026-03-09T23:30:00Z"));
    StockSupplyReceived received =
        ledger.when(receive(Circumstances.NONE, good("1", 4))).only(StockSupplyReceived.class);
    assertThat(received.receivedOn()).isEqualTo(DAY);
  }

  @Test
  void promises_that_ran_out_are_recorded_on_the_way() {
    TestLedger ledger =
        given(io.stockledger.command.reservation.Say.receive(5), reserve("r1", 5, 10), expect(10))
            .after(java.time.Duration.ofMinutes(11))
            .when(receive(good("1", 4)))
            .happened(StockReservationsExpired.class, StockSupplyReceived.class);
    assertThat(ledger.reservation("r1").open()).isZero();
  }
}
