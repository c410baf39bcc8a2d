package io.stockledger.command.reservation;

import static io.stockledger.command.channel.ChannelsInMemory.backorder;
import static io.stockledger.command.channel.ChannelsInMemory.buffer;
import static io.stockledger.command.channel.ChannelsInMemory.preOrder;
import static io.stockledger.command.channel.ChannelsInMemory.window;
import static io.stockledger.command.reservation.Say.change;
import static io.stockledger.command.reservation.Say.count;
import static io.stockledger.command.reservation.Say.expire;
import static io.stockledger.command.reservation.Say.line;
import static io.stockledger.command.reservation.Say.moment;
import static io.stockledger.command.reservation.Say.pickFor;
import static io.stockledger.command.reservation.Say.receive;
import static io.stockledger.command.reservation.Say.release;
import static io.stockledger.command.reservation.Say.reserve;
import static io.stockledger.command.reservation.Say.reserveThrough;
import static io.stockledger.command.reservation.Say.reverse;
import static io.stockledger.command.reservation.TestLedger.ITEM;
import static io.stockledger.command.reservation.TestLedger.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Circumstances;
import io.stockledger.api.channel.Backorder;
import io.stockledger.api.channel.PreOrder;
import io.stockledger.api.channel.RuleTerms;
import io.stockledger.api.inbound.InboundCommand.CancelSupply;
import io.stockledger.api.inbound.InboundCommand.ExpectSupply;
import io.stockledger.api.inbound.InboundCommand.ExpectedLine;
import io.stockledger.api.inbound.InboundCommand.ReviseSupply;
import io.stockledger.api.inbound.InboundCommand.RevisedLine;
import io.stockledger.api.inbound.InboundKind;
import io.stockledger.api.inbound.InboundReason;
import io.stockledger.api.reservation.ReservationCommand.Accept;
import io.stockledger.api.reservation.ReservationRefusal.NotSellable;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Entry.Uncovered;
import io.stockledger.api.stock.StockEvent.StockReceived;
import io.stockledger.api.stock.StockEvent.StockReservationChanged;
import io.stockledger.api.stock.StockEvent.StockReserved;
import io.stockledger.api.stock.StockRefusal.ExceedsOnHand;
import io.stockledger.api.stock.StockRefusal.InsufficientStock;
import io.stockledger.command.stock.StockItem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is promised beyond what is there, and what becomes of it. */
class BackorderTest {
  private static final LocalDate DAY = LocalDate.parse("2026-04-01");
  private static final LocalDate LATER = LocalDate.parse("2026-05-01");
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void a_backorder_is_no_shortfall_and_its_day_is_promised() {
    TestLedger ledger = selling(2, backorderOn(5));

    StockReserved made = ledger.when(reserveThrough("web", "r1", 6)).only(StockReserved.class);

    assertThat(made.backordered()).isEqualTo(4);
    assertThat(made.promisedOn()).isEqualTo(DAY);
    assertThat(made.entry().uncovers()).isNull();
    assertThat(ledger.figures().backordered()).isEqualTo(4);
    assertThat(ledger.figures().shortfall()).isZero();
    Reservation.Line line = ledger.reservation("r1").lines().getFirst();
    assertThat(line.backordered()).isEqualTo(4);
    assertThat(line.promisedOn()).isEqualTo(DAY);
  }

  @Test
  void units_that_come_cover_it_and_the_day_stays() {
    TestLedger ledger = selling(2, backorderOn(5)).accepted(reserveThrough("web", "r1", 6));

    StockReceived received = ledger.when(receive(3)).only(StockReceived.class);

    assertThat(received.entry().change().backordered()).isEqualTo(-3);
    assertThat(ledger.figures().backordered()).isEqualTo(1);
    ledger.accepted(receive(3));
    assertThat(ledger.figures().backordered()).isZero();
    assertThat(ledger.reservation("r1").lines().getFirst().promisedOn()).isEqualTo(DAY);
  }

  @Test
  void what_was_reversed_was_never_accepted_as_backorder() {
    TestLedger ledger =
        selling(2, backorderOn(5)).accepted(reserveThrough("web", "r1", 6)).accepted(receive(3));

    ledger.accepted(reverse(3));

    assertThat(ledger.figures().backordered()).isEqualTo(1);
    assertThat(ledger.figures().shortfall()).isEqualTo(3);
  }

  @Test
  void a_count_below_what_is_promised_adds_a_shortfall_and_no_backorder() {
    TestLedger ledger = selling(2, backorderOn(5)).accepted(reserveThrough("web", "r1", 6));

    ledger.accepted(count(1));

    assertThat(ledger.figures().backordered()).isEqualTo(4);
    assertThat(ledger.figures().shortfall()).isEqualTo(1);
  }

  @Test
  void released_and_expired_backorders_can_be_promised_again() {
    TestLedger ledger = selling(0, backorderOn(5));
    ledger.channels().put("web", backorderOn(5), window(Duration.ofMinutes(10)));
    ledger.accepted(reserveThrough("web", "r1", 3)).accepted(reserveThrough("web", "r2", 2));
    ledger.when(reserveThrough("web", "r3", 1)).refused(none(1));

    ledger.accepted(release("r1", 1)).accepted(reserveThrough("web", "r3", 1));
    ledger.at(moment(10)).accepted(expire("r2"));

    assertThat(ledger.figures().backordered()).isZero();
    ledger.accepted(reserveThrough("web", "r4", 5));
  }

  @Test
  void a_line_that_waits_is_picked_only_when_units_are_there() {
    TestLedger ledger = selling(0, backorderOn(5)).accepted(reserveThrough("web", "r1", 2));

    ledger.when(pickFor("r1", 2)).refused(new ExceedsOnHand(ITEM, Condition.GOOD, 2, 0));
    ledger.accepted(receive(2)).accepted(pickFor("r1", 2));

    assertThat(ledger.figures().backordered()).isZero();
    assertThat(ledger.figures().good()).isZero();
  }

  @Test
  void channels_share_the_allowance_unless_it_is_their_own() {
    TestLedger ledger = selling(0, backorder(5));
    ledger.channels().put("app", backorder(5)).put("kiosk", own(5));
    ledger.accepted(reserveThrough("web", "r1", 3));

    ledger.when(reserveThrough("app", "r2", 3)).refused(notSellable("app", 3, 2));
    ledger.accepted(reserveThrough("kiosk", "r3", 5));
    ledger.when(reserveThrough("kiosk", "r4", 1)).refused(none(1));
    ledger.accepted(release("r3", 2)).accepted(reserveThrough("kiosk", "r4", 2));
  }

  @Test
  void units_cover_what_was_accepted_first_and_a_release_frees_its_own() {
    TestLedger ledger = selling(0, own(3));
    ledger.channels().put("app", own(3));
    ledger.accepted(reserveThrough("web", "r1", 3)).accepted(reserveThrough("app", "r2", 3));

    ledger.accepted(receive(2));
    assertThat(here(ledger, "web")).isEqualTo(1);
    assertThat(here(ledger, "app")).isEqualTo(3);
    ledger.accepted(release("r2", 3));
    assertThat(here(ledger, "web")).isEqualTo(1);
    assertThat(here(ledger, "app")).isZero();
  }

  @Test
  void ending_a_rule_revokes_nothing() {
    TestLedger ledger = selling(0, backorderOn(5)).accepted(reserveThrough("web", "r1", 4));
    ledger.channels().put("web", backorder(1));

    ledger.when(reserveThrough("web", "r2", 1)).refused(none(1));

    assertThat(ledger.figures().backordered()).isEqualTo(4);
    ledger.accepted(change("r1", line("1", 4, "L1")));
    ledger.accepted(receive(1));
    assertThat(ledger.figures().backordered()).isEqualTo(3);
  }

  @Test
  void against_expected_supply_its_day_is_promised_and_no_unit_more_than_announced() {
    TestLedger ledger =
        selling(0, backorder(new Backorder(null, true, null, null, null)))
            .accepted(expect("po1", 3, DAY))
            .accepted(expect("po2", 4, LATER));

    ledger.when(reserveThrough("web", "r0", 8)).refused(notSellable("web", 8, 7));
    assertThat(promisedOn(ledger, "r1", 2)).isEqualTo(DAY);
    assertThat(promisedOn(ledger, "r2", 2)).isEqualTo(LATER);
    ledger.accepted(cancel("po1"));
    ledger.when(reserveThrough("web", "r3", 1)).refused(none(1));
    ledger.accepted(
        new ReviseSupply(
            "po2", List.of(new RevisedLine("1", null, 6L, null, DAY, null)), Circumstances.NONE));
    assertThat(promisedOn(ledger, "r3", 2)).isEqualTo(DAY);
  }

  @Test
  void before_it_is_out_a_product_is_promised_for_its_day_whatever_is_there() {
    TestLedger ledger = selling(2, preOrder(new PreOrder(5, DAY)));

    StockReserved made = ledger.when(reserveThrough("web", "r1", 4)).only(StockReserved.class);

    assertThat(made.backordered()).isEqualTo(4);
    assertThat(made.promisedOn()).isEqualTo(DAY);
    assertThat(ledger.figures().backordered()).isEqualTo(2);
    ledger.when(reserveThrough("web", "r2", 2)).refused(notSellable("web", 2, 1));
  }

  @Test
  void a_buffer_that_a_backorder_eats_into_is_no_backorder_of_the_books() {
    TestLedger ledger = selling(5, backorderOn(10));
    ledger.channels().put("web", buffer(2), backorderOn(10));

    StockReserved made = ledger.when(reserveThrough("web", "r1", 8)).only(StockReserved.class);

    assertThat(made.backordered()).isEqualTo(5);
    assertThat(ledger.figures().backordered()).isEqualTo(3);
    ledger.when(reserveThrough("web", "r2", 8)).refused(notSellable("web", 8, 7));
  }

  @Test
  void a_line_that_grows_before_newer_ones_names_whose_units_it_takes() {
    TestLedger ledger = selling(5, backorderOn(5));
    ledger.accepted(reserveThrough("web", "r1", 2)).accepted(reserve("r2", 3));

    StockReservationChanged changed =
        ledger.when(change("r1", line("1", 4, "L1"))).only(StockReservationChanged.class);

    assertThat(changed.entry().uncovers()).containsExactly(new Uncovered("r2", "1", 2));
    assertThat(ledger.figures().shortfall()).isZero();
  }

  @Test
  void no_promise_brings_an_item_into_being() {
    TestLedger ledger = selling(1, backorderOn(5));

    StockReserved made =
        ledger
            .when(reserveThrough("web", "r1", Accept.ALL, line("1", 3, "L2", "L1")))
            .only(StockReserved.class);

    assertThat(made.entry().location()).isEqualTo("L1");
  }

  @Test
  void a_snapshot_keeps_who_waits_and_what_is_announced() {
    TestLedger ledger =
        selling(0, own(9)).accepted(expect("po1", 3, DAY)).accepted(reserveThrough("web", "r1", 4));

    StockItem restored = JSON.readValue(JSON.writeValueAsString(ledger.item()), StockItem.class);

    assertThat(restored).isEqualTo(ledger.item());
    assertThat(restored.stock("web").backorderedHere()).isEqualTo(4);
    assertThat(restored.stock("web").arrivals()).hasSize(1);
  }

  private static TestLedger selling(long good, RuleTerms terms) {
    TestLedger ledger = good == 0 ? given(receive(1), Say.pick(1)) : given(receive(good));
    ledger.channels().put("web", terms);
    return ledger;
  }

  private static RuleTerms backorderOn(long units) {
    return backorder(new Backorder(units, null, null, DAY, null));
  }

  private static RuleTerms own(long units) {
    return backorder(new Backorder(units, null, null, null, true));
  }

  private static NotSellable notSellable(String channel, long requested, long sellable) {
    return new NotSellable(
        ITEM, channel, requested, sellable, sellable == 0 ? "out-of-stock" : "beyond-sellable");
  }

  private static InsufficientStock none(long requested) {
    return new InsufficientStock(ITEM, requested, 0);
  }

  private static long here(TestLedger ledger, String channel) {
    return ledger.item().stock(channel).backorderedHere();
  }

  private static @Nullable LocalDate promisedOn(TestLedger ledger, String id, long quantity) {
    return ledger.when(reserveThrough("web", id, quantity)).only(StockReserved.class).promisedOn();
  }

  private static ExpectSupply expect(String id, long quantity, LocalDate day) {
    return new ExpectSupply(
        id,
        InboundKind.PURCHASE_ORDER,
        "v1",
        "L1",
        List.of(new ExpectedLine("1", "A", quantity, null, day, null)),
        Circumstances.NONE);
  }

  private static CancelSupply cancel(String id) {
    return new CancelSupply(id, List.of(), InboundReason.SHORT, Circumstances.NONE);
  }
}
