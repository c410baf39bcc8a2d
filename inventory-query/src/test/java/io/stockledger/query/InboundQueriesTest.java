package io.stockledger.query;

import static io.stockledger.projections.testing.Story.ITEM;
import static io.stockledger.projections.testing.Story.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.inbound.AvailableToPromiseView;
import io.stockledger.api.inbound.AvailableToPromiseView.Day;
import io.stockledger.api.inbound.AvailableToPromiseView.Undated;
import io.stockledger.api.inbound.ExpectedView.ExpectedDay;
import io.stockledger.api.inbound.InboundCard.InboundLine;
import io.stockledger.api.inbound.InboundKind;
import io.stockledger.api.inbound.InboundQuery.FindAvailableToPromise;
import io.stockledger.api.inbound.InboundQuery.FindInbound;
import io.stockledger.api.inbound.InboundQuery.FindVendor;
import io.stockledger.api.inbound.InboundQuery.ListExpected;
import io.stockledger.api.inbound.InboundQuery.ListInbound;
import io.stockledger.api.inbound.InboundQuery.ListVendors;
import io.stockledger.api.inbound.InboundQuery.Period;
import io.stockledger.api.inbound.InboundState;
import io.stockledger.api.inbound.InboundView;
import io.stockledger.api.inbound.InboundsView;
import io.stockledger.api.inbound.InboundsView.InboundSummary;
import io.stockledger.api.inbound.VendorFigures;
import io.stockledger.api.inbound.VendorFigures.Deviation;
import io.stockledger.api.inbound.VendorsView;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.SupplyEvent.StockSupplyCancelled;
import io.stockledger.api.stock.SupplyEvent.StockSupplyExpected;
import io.stockledger.api.stock.SupplyEvent.StockSupplyReceived;
import io.stockledger.api.stock.SupplyEvent.StockSupplyRevised;
import io.stockledger.projections.testing.ReadDatabase;
import io.stockledger.projections.testing.Story;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is expected, what can be promised of it, and how vendors keep their word. */
class InboundQueriesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
  private static final Period ALWAYS = new Period(null, null);

  private final ReadDatabase database = new ReadDatabase();
  private final Asking asking = new Asking(database, START.plusSeconds(1));
  private final Story story = new Story().registered("L1", "85123A");

  private void expected(String id, String line, long quantity, LocalDate by) {
    story.stock(
        new StockSupplyExpected(
            story.entry(ITEM, Change.ofExpected(quantity)),
            id,
            line,
            InboundKind.PURCHASE_ORDER,
            quantity,
            "acme",
            null,
            by,
            null));
  }

  private void moved(String id, String line, long quantity, LocalDate by) {
    story.stock(
        new StockSupplyRevised(
            story.entry(ITEM, Change.NONE), id, line, quantity, null, by, "winter"));
  }

  private void came(String id, String line, LocalDate on, Condition condition, long units) {
    came(id, line, on, condition, units, units, 0);
  }

  private void came(
      String id,
      String line,
      LocalDate on,
      Condition condition,
      long units,
      long fulfilled,
      long missing) {
    story.stock(
        new StockSupplyReceived(
            story.entry(
                ITEM, Change.of(condition, units).plus(Change.ofExpected(-fulfilled - missing))),
            id,
            line,
            on,
            Map.of(condition, units),
            fulfilled,
            missing));
  }

  private void cancelled(String id, String line, long quantity) {
    story.stock(
        new StockSupplyCancelled(
            story.entry(ITEM, Change.ofExpected(-quantity)), id, line, quantity));
  }

  private VendorFigures vendor(Period period) {
    database.fold(story.events());
    return asking.view(new FindVendor("acme", period)).vendor();
  }

  private static ListInbound all(@Nullable InboundState state, boolean overdue) {
    return new ListInbound(null, null, null, state, null, overdue, null, Page.FIRST);
  }

  @Test
  void a_day_is_over_when_it_is_over_at_the_location() {
    expected("po", "1", 10, TODAY);
    database.fold(story.events());
    Instant beforeMidnight = Instant.parse("2026-11-23T22:59:59Z"); // in Berlin
    InboundView before = asking.at(beforeMidnight).view(new FindInbound("po"));
    InboundView after = asking.at(beforeMidnight.plusSeconds(1)).view(new FindInbound("po"));
    assertThat(before.inbound().lines()).extracting(InboundLine::overdue).containsExactly(false);
    assertThat(after.inbound().lines()).extracting(InboundLine::overdue).containsExactly(true);
    assertThat(after.stamp()).isNotEqualTo(before.stamp());
    assertThat(asking.view(all(null, true)).items()).hasSize(1);
    assertThat(asking.at(beforeMidnight).view(all(null, true)).items()).isEmpty();
  }

  @Test
  void a_card_has_what_became_of_every_line() {
    expected("po", "2", 10, TODAY);
    expected("po", "10", 5, TODAY);
    moved("po", "2", 10, TODAY.plusDays(2));
    came("po", "2", TODAY, Condition.DAMAGED, 4);
    cancelled("po", "10", 5);
    database.fold(story.events());
    InboundView view = asking.view(new FindInbound("po"));
    assertThat(view.inbound().state()).isEqualTo(InboundState.PARTLY_RECEIVED);
    assertThat(view.inbound().lines()).extracting(InboundLine::line).containsExactly("2", "10");
    InboundLine line = view.inbound().lines().getFirst();
    assertThat(line.received()).isEqualTo(Map.of(Condition.DAMAGED, 4L));
    assertThat(line.announcedBy()).isEqualTo(TODAY);
    assertThat(line.expectedBy()).isEqualTo(TODAY.plusDays(2));
    assertThat(line.cohort()).isEqualTo("winter");
    assertThat(asking.ask(new FindInbound("no")))
        .isEqualTo(new Answer.Unknown("unknown-inbound", Map.of("inboundId", "no")));
  }

  @Test
  void inbounds_are_found_by_state_and_page_by_page() {
    expected("po-1", "1", 10, TODAY);
    expected("po-2", "1", 10, TODAY);
    came("po-2", "1", TODAY, Condition.GOOD, 4);
    expected("po-3", "1", 10, TODAY);
    came("po-3", "1", TODAY, Condition.GOOD, 10);
    expected("po-4", "1", 10, TODAY);
    cancelled("po-4", "1", 10);
    database.fold(story.events());
    for (InboundState state : InboundState.values()) {
      assertThat(asking.view(all(state, false)).items())
          .extracting(InboundSummary::state)
          .as("%s", state)
          .containsExactly(state);
    }
    InboundsView first =
        asking.view(
            new ListInbound("acme", "L1", null, null, null, false, null, new Page(3, null)));
    assertThat(first.items()).hasSize(3);
    InboundsView second =
        asking.view(
            new ListInbound(
                "acme", "L1", null, null, null, false, null, new Page(3, first.next())));
    assertThat(second.items()).extracting(InboundSummary::inboundId).containsExactly("po-4");
    assertThat(second.next()).isNull();
  }

  @Test
  void what_is_said_of_lines_must_be_true_of_one_line() {
    expected("po", "1", 10, TODAY);
    expected("po", "2", 10, TODAY.plusDays(9));
    moved("po", "2", 10, TODAY.plusDays(9));
    database.fold(story.events());
    assertThat(
            asking
                .view(
                    new ListInbound(null, null, "85123A", null, "winter", false, null, Page.FIRST))
                .items())
        .hasSize(1);
    assertThat(
            asking
                .view(
                    new ListInbound(
                        null, null, "85123A", null, "winter", false, TODAY.plusDays(1), Page.FIRST))
                .items())
        .isEmpty();
  }

  @Test
  void expected_units_are_added_up_by_day() {
    expected("po-1", "1", 10, TODAY);
    expected("po-2", "1", 5, TODAY);
    expected("po-2", "2", 7, TODAY.minusDays(3));
    database.fold(story.events());
    ListExpected all = new ListExpected("L1", null, null, null, null, null, Page.FIRST);
    assertThat(asking.view(all).items())
        .containsExactly(
            new ExpectedDay(TODAY.minusDays(3), "L1", "85123A", 7, 1, true),
            new ExpectedDay(TODAY, "L1", "85123A", 15, 2, false));
    ListExpected fromToday =
        new ListExpected(null, "85123A", "acme", null, TODAY, TODAY, Page.FIRST);
    assertThat(asking.view(fromToday).items()).hasSize(1);
  }

  @Test
  void a_shortfall_takes_of_what_is_expected_first() {
    story.received(ITEM, 5).reserved(ITEM, "r1", 5, null);
    story.reserved(ITEM, "r2", 4, START.plusSeconds(60));
    expected("po", "1", 6, TODAY.plusDays(1));
    expected("po", "2", 10, TODAY.plusDays(4));
    expected("po", "3", 9, TODAY.minusDays(1));
    database.fold(story.events());
    AvailableToPromiseView view = asking.view(new FindAvailableToPromise(ITEM, null));
    assertThat(view.available()).isZero();
    assertThat(view.uncovered()).isEqualTo(4);
    assertThat(view.undated()).isEqualTo(new Undated(9, 0));
    assertThat(view.days())
        .containsExactly(
            new Day(TODAY, 0, 0),
            new Day(TODAY.plusDays(1), 6, 2),
            new Day(TODAY.plusDays(4), 10, 12));
    AvailableToPromiseView expired =
        asking.at(START.plusSeconds(60)).view(new FindAvailableToPromise(ITEM, TODAY.plusDays(1)));
    assertThat(expired.days())
        .containsExactly(new Day(TODAY, 0, 0), new Day(TODAY.plusDays(1), 6, 6));
    assertThat(expired.stamp()).isNotEqualTo(view.stamp());
  }

  @Test
  void a_vendor_is_measured_by_settled_lines_and_by_those_that_are_overdue() {
    expected("po-1", "1", 10, TODAY.minusDays(5));
    came("po-1", "1", TODAY.minusDays(5), Condition.GOOD, 6);
    came("po-1", "1", TODAY.minusDays(2), Condition.DAMAGED, 3, 3, 1); // 3 late, 1 short
    expected("po-1", "2", 10, TODAY);
    came("po-1", "2", TODAY.minusDays(1), Condition.GOOD, 12, 10, 0); // early, 2 too many
    expected("po-2", "1", 20, TODAY.minusDays(1)); // overdue
    expected("po-2", "2", 50, TODAY.plusDays(9)); // not due
    expected("po-2", "3", 70, TODAY);
    cancelled("po-2", "3", 70); // never counts
    VendorFigures figures = vendor(ALWAYS);
    assertThat(figures)
        .isEqualTo(
            new VendorFigures(
                "acme",
                2,
                4,
                2,
                1,
                2,
                1,
                1,
                1,
                0,
                20,
                21,
                new BigDecimal("0.8500"), // 1 - (1 + 2) / 20
                new BigDecimal("0.4000"), // (6 + 10 + 0) / (10 + 10 + 20)
                new Deviation(new BigDecimal("1.00"), -1, 3)));
  }

  @Test
  void a_day_that_was_moved_before_units_came_is_the_one_that_counts_and_is_told() {
    expected("po", "1", 10, TODAY.minusDays(5));
    moved("po", "1", 10, TODAY);
    came("po", "1", TODAY, Condition.GOOD, 10);
    VendorFigures figures = vendor(ALWAYS);
    assertThat(figures.movedLines()).isEqualTo(1);
    assertThat(figures.fillRate()).isEqualByComparingTo("1");
    assertThat(figures.daysLate()).isEqualTo(new Deviation(new BigDecimal("0.00"), 0, 0));
  }

  @Test
  void a_period_is_that_of_the_days_by_which_lines_are_expected() {
    expected("po", "1", 10, TODAY);
    VendorFigures none = vendor(new Period(TODAY.plusDays(1), null));
    assertThat(none).isEqualTo(VendorFigures.none("acme"));
    VendorsView vendors = asking.view(new ListVendors(new Period(TODAY, TODAY), Page.FIRST));
    assertThat(vendors.items()).extracting(VendorFigures::openLines).containsExactly(1L);
    assertThat(asking.ask(new FindVendor("nobody", ALWAYS)))
        .isEqualTo(new Answer.Unknown("unknown-vendor", Map.of("vendor", "nobody")));
  }

  @Test
  void rows_are_the_same_however_entries_are_cut_into_batches() {
    expected("po", "1", 10, TODAY);
    moved("po", "1", 10, TODAY.plusDays(1));
    came("po", "1", TODAY, Condition.GOOD, 6, 6, 1);
    expected("po", "2", 4, TODAY);
    came("po", "1", TODAY.plusDays(3), Condition.QUARANTINE, 6, 3, 0);
    cancelled("po", "2", 4);
    database.fold(story.events());
    ReadDatabase oneByOne = new ReadDatabase();
    story.events().forEach(event -> oneByOne.fold(List.of(event)));
    assertThat(database.rows("parked")).isEmpty();
    assertThat(oneByOne.rows("inbound_line")).hasSize(2).isEqualTo(database.rows("inbound_line"));
    oneByOne.fold(story.after(3)); // told again
    assertThat(oneByOne.rows("inbound_line")).isEqualTo(database.rows("inbound_line"));
  }

  @Test
  void a_used_id_that_was_forgotten_begins_anew() {
    expected("po", "1", 10, TODAY);
    came("po", "1", TODAY, Condition.GOOD, 10);
    expected("po", "1", 3, TODAY);
    database.fold(story.events());
    List<InboundLine> lines = asking.view(new FindInbound("po")).inbound().lines();
    assertThat(lines).extracting(InboundLine::open).containsExactly(3L);
    assertThat(lines).extracting(InboundLine::received).containsExactly(Map.of());
  }
}
