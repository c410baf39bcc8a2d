package io.stockledger.command.reservation;

import static io.stockledger.command.channel.ChannelsInMemory.backorder;
import static io.stockledger.command.channel.ChannelsInMemory.buffer;
import static io.stockledger.command.channel.ChannelsInMemory.cap;
import static io.stockledger.command.channel.ChannelsInMemory.exposure;
import static io.stockledger.command.channel.ChannelsInMemory.preOrder;
import static io.stockledger.command.channel.ChannelsInMemory.silentAfter;
import static io.stockledger.command.channel.ChannelsInMemory.window;
import static io.stockledger.command.reservation.Say.change;
import static io.stockledger.command.reservation.Say.line;
import static io.stockledger.command.reservation.Say.moment;
import static io.stockledger.command.reservation.Say.receive;
import static io.stockledger.command.reservation.Say.release;
import static io.stockledger.command.reservation.Say.reserve;
import static io.stockledger.command.reservation.Say.reserveThrough;
import static io.stockledger.command.reservation.Say.setAside;
import static io.stockledger.command.reservation.TestLedger.ITEM;
import static io.stockledger.command.reservation.TestLedger.START;
import static io.stockledger.command.reservation.TestLedger.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Outcome;
import io.stockledger.api.Refusal;
import io.stockledger.api.channel.Backorder;
import io.stockledger.api.channel.Buffer;
import io.stockledger.api.channel.ChannelTraits;
import io.stockledger.api.channel.Exposure;
import io.stockledger.api.channel.Exposure.Shown;
import io.stockledger.api.channel.OfferState;
import io.stockledger.api.channel.PreOrder;
import io.stockledger.api.channel.RuleTerms;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.reservation.ReservationCommand.Accept;
import io.stockledger.api.reservation.ReservationRefusal.LineRefused;
import io.stockledger.api.reservation.ReservationRefusal.LinesRefused;
import io.stockledger.api.reservation.ReservationRefusal.NotSellable;
import io.stockledger.api.reservation.ReservationRefusal.UnknownChannel;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.ReceiveStock;
import io.stockledger.api.stock.StockEvent.StockReservationChanged;
import io.stockledger.api.stock.StockEvent.StockReserved;
import io.stockledger.api.stock.StockRefusal.InsufficientStock;
import io.stockledger.command.channel.ChannelsInMemory;
import io.stockledger.promise.Place;
import io.stockledger.promise.Place.Source;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised through a channel, on the worked example: 12 good, 4 reserved, 3 set aside. */
class ChannelReserveTest {
  private static final ChannelTraits TRAITS =
      new ChannelTraits("Web", null, null, null, null, null);
  private static final LocalDate DAY = LocalDate.parse("2026-04-01");

  /** What a rule says, how many units the channel sells, and whether it tells the figure. */
  static Stream<Arguments> rows() {
    return Stream.of(
        row("no rule", 5, new RuleTerms[0]),
        row("a unit is kept back", 4, buffer(1)),
        row("more is kept back than there is", 0, buffer(6)),
        row("10 per cent of 12, to the nearest", 4, buffer(new Buffer(null, 10L, null, null))),
        row("10 per cent, at least 3", 2, buffer(new Buffer(null, 10L, 3L, null))),
        row("50 per cent, at most 2", 3, buffer(new Buffer(null, 50L, null, 2L))),
        row("hidden at or below 5", 0, exposure(new Exposure(Shown.EXACT, null, null, 5L))),
        row("hidden at or below 4", 5, exposure(new Exposure(Shown.EXACT, null, null, 4L))),
        row("no exposure", 0, exposure(new Exposure(Shown.NONE, null, null, null))),
        row("listed at most 2", 2, cap(2)),
        row("3 beyond", 8, backorder(3)),
        row("a unit back and 3 beyond", 7, buffer(1), backorder(3)),
        row("3 beyond, over by now", 5, backorder(new Backorder(3L, null, START, null, null))),
        row("3 beyond, for a while", 8, backorder(new Backorder(3L, null, moment(1), null, null))),
        row("nothing is announced", 5, backorder(new Backorder(null, true, null, null, null))),
        row("10 before it is out, 4 of them gone", 6, preOrder(new PreOrder(10, DAY))),
        row("out since today", 5, preOrder(new PreOrder(10, LocalDate.parse("2026-03-02")))));
  }

  private static Arguments row(String what, long sellable, RuleTerms... terms) {
    return Arguments.of(what, sellable, terms);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("rows")
  void through_a_channel_its_sellable_is_promised_and_no_unit_more(
      String what, long sellable, RuleTerms[] terms) {
    TestLedger ledger = example();
    ledger.channels().put("web", terms);

    Refusal refusal = refusalOf(ledger, sellable + 1);

    if (refusal instanceof InsufficientStock r) {
      assertThat(sellable).as("rules have no part in it").isEqualTo(5);
      assertThat(r.available()).isEqualTo(sellable);
    } else {
      assertThat(((NotSellable) refusal).sellable()).as(what).isEqualTo(sellable);
    }
    if (sellable > 0) {
      ledger.accepted(reserveThrough("web", "r1", sellable));
      assertThat(ledger.figures().reserved()).isEqualTo(4 + sellable);
    }
  }

  @Test
  void a_channel_that_offers_nothing_says_why() {
    assertThat(why(channels -> channels.put("web", TRAITS, true))).isEqualTo("retired-channel");
    assertThat(
            why(
                channels ->
                    channels.put(
                        "web", new ChannelTraits("Web", null, null, null, true, null), false)))
        .isEqualTo("shadow-channel");
    assertThat(
            why(
                channels ->
                    channels.put(
                        "web",
                        new ChannelTraits("Web", List.of("L2"), null, null, null, null),
                        false)))
        .isEqualTo("not-exposed");
    assertThat(
            why(
                channels ->
                    channels.put(
                        "web",
                        new ChannelTraits("Web", null, List.of("B"), null, null, null),
                        false)))
        .isEqualTo("not-exposed");
    assertThat(why(channels -> channels.put("web").pull(SwitchLevel.HIDDEN))).isEqualTo("switch");
    assertThat(why(channels -> channels.put("web", buffer(5)))).isEqualTo("out-of-stock");
    Source silent = new Source("WMS", START.minusSeconds(60), START.minusSeconds(3_600));
    assertThat(
            why(
                channels ->
                    channels
                        .put(
                            "web",
                            silentAfter(Duration.ofMinutes(30), OfferState.TEMPORARILY_UNAVAILABLE))
                        .at("L1", new Place(null, List.of(silent)))))
        .isEqualTo("silent-source");
  }

  private static String why(Consumer<ChannelsInMemory> said) {
    TestLedger ledger = example();
    said.accept(ledger.channels());
    NotSellable refusal = (NotSellable) refusalOf(ledger, 1);
    assertThat(refusal.sellable()).isEqualTo(0);
    return refusal.why();
  }

  @Test
  void a_soft_switch_refuses_nothing_and_takes_the_figure_from_refusals() {
    TestLedger ledger = example();
    ledger.channels().put("web").pull(SwitchLevel.SOFT);

    ledger
        .when(reserveThrough("web", "r1", 6))
        .refused(new NotSellable(ITEM, "web", 6, null, "beyond-sellable"));
    ledger.accepted(reserveThrough("web", "r1", 5));
  }

  @Test
  void a_channel_with_bands_is_told_no_figure_in_any_refusal() {
    TestLedger ledger = example();
    ledger.channels().put("web", buffer(1), exposure(new Exposure(Shown.BANDED, null, 10L, null)));

    ledger
        .when(Say.reserveThrough("web", "r1", Accept.ALL, line("a", 3, "L1"), line("b", 3, "L1")))
        .refused(
            new LinesRefused(
                List.of(
                    new LineRefused(
                        "b", new NotSellable(ITEM, "web", 3, null, "beyond-sellable")))));
  }

  @Test
  void an_unknown_channel_is_told_before_all_else() {
    given(receive(1))
        .when(reserveThrough("nowhere", "r1", 5))
        .refused(new UnknownChannel("nowhere"));
  }

  @Test
  void without_a_channel_no_rule_holds() {
    TestLedger ledger = example();
    ledger.channels().put("default", buffer(5)).pull(SwitchLevel.HIDDEN);

    ledger.accepted(reserve("r1", 5));
  }

  @Test
  void lines_on_one_item_count_as_their_sum() {
    TestLedger ledger = example();
    ledger.channels().put("web", buffer(1));

    ledger
        .when(Say.reserveThrough("web", "r1", Accept.ALL, line("a", 3, "L1"), line("b", 2, "L1")))
        .refused(
            new LinesRefused(
                List.of(
                    new LineRefused("b", new NotSellable(ITEM, "web", 2, 1L, "beyond-sellable")))));
  }

  @Test
  void what_ran_out_is_sellable_again_at_its_second() {
    TestLedger ledger = example();
    ledger.channels().put("web", buffer(1));
    ledger.accepted(reserve("short", 5, 10));

    ledger.when(reserveThrough("web", "r1", 1)).refused(new InsufficientStock(ITEM, 1, 0));
    ledger.at(moment(10)).accepted(reserveThrough("web", "r1", 4));
  }

  @Test
  void the_shortest_window_of_its_items_ends_a_promise_that_names_no_end() {
    TestLedger ledger = example();
    ledger.channels().put("web", window(Duration.ofMinutes(15)));

    StockReserved made = ledger.when(reserveThrough("web", "r1", 1)).only(StockReserved.class);

    assertThat(made.expiresAt()).isEqualTo(moment(15));
    assertThat(ledger.figures().pending()).isEqualTo(1);
  }

  @Test
  void a_change_is_guarded_for_newly_promised_units_only() {
    TestLedger ledger = example();
    ledger.channels().put("web");
    ledger.accepted(reserveThrough("web", "r1", 5));
    ledger.channels().put("web", buffer(3));

    ledger.accepted(change("r1", line("1", 4, "L1")));
    ledger
        .when(change("r1", line("1", 5, "L1")))
        .refused(
            new LinesRefused(
                List.of(
                    new LineRefused("1", new NotSellable(ITEM, "web", 5, 4L, "out-of-stock")))));
    ledger.channels().put("web").pull(SwitchLevel.HIDDEN);
    ledger.accepted(change("r1", line("2", 3, "L1")));
    ledger.accepted(release("r1", 1));
  }

  @Test
  void a_change_accepts_backorder_for_the_lines_that_grow() {
    TestLedger ledger = example();
    ledger.channels().put("web", backorder(new Backorder(4L, null, null, DAY, null)));
    ledger.accepted(reserveThrough("web", "r1", 4));

    StockReservationChanged changed =
        ledger
            .when(change("r1", line("1", 7, "L1"), line("2", 1, "L1")))
            .only(StockReservationChanged.class);

    assertThat(changed.lines().stream().map(l -> l.backordered()).toList()).containsExactly(2L, 1L);
    assertThat(changed.lines().stream().map(l -> l.promisedOn()).toList())
        .containsExactly(DAY, DAY);
    assertThat(changed.entry().change().backordered()).isEqualTo(3);
    assertThat(ledger.figures().backordered()).isEqualTo(3);
    assertThat(ledger.figures().shortfall()).isZero();
  }

  @Test
  void a_candidate_that_has_the_units_goes_before_one_that_would_wait() {
    TestLedger ledger =
        given(
            receive(1),
            new ReceiveStock(new ItemId("L2", "A"), Condition.GOOD, 3, Circumstances.NONE));
    ledger.channels().put("web", backorder(10));

    StockReserved made =
        ledger
            .when(Say.reserveThrough("web", "r1", Accept.ALL, line("1", 3, "L1", "L2")))
            .only(StockReserved.class);

    assertThat(made.entry().location()).isEqualTo("L2");
    assertThat(made.backordered()).isNull();
  }

  @Test
  void what_is_there_and_then_what_may_be_backordered_is_taken_where_that_is_accepted() {
    TestLedger ledger = example();
    ledger.channels().put("web", backorder(3));

    StockReserved made =
        ledger
            .when(Say.reserveThrough("web", "r1", Accept.AVAILABLE, line("1", 20, "L1")))
            .only(StockReserved.class);

    assertThat(made.quantity()).isEqualTo(8);
    assertThat(made.backordered()).isEqualTo(3);
  }

  private static TestLedger example() {
    return given(receive(12), reserve("other", 4), setAside(3));
  }

  private static Refusal refusalOf(TestLedger ledger, long quantity) {
    Outcome outcome = ledger.send(reserveThrough("web", "r1", quantity));
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).refusal();
  }
}
