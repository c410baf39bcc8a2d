package io.stockledger.command.location;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Refusal;
import io.stockledger.api.RegistryRefusal.GroupCycle;
import io.stockledger.api.RegistryRefusal.InUse;
import io.stockledger.api.RegistryRefusal.ItemInUse;
import io.stockledger.api.RegistryRefusal.StaleRegistryVersion;
import io.stockledger.api.location.LocationCommand;
import io.stockledger.api.location.LocationCommand.JudgeSource;
import io.stockledger.api.location.LocationCommand.ReinstateLocation;
import io.stockledger.api.location.LocationCommand.RetireLocation;
import io.stockledger.api.location.LocationEvent;
import io.stockledger.api.location.LocationEvent.LocationChanged;
import io.stockledger.api.location.LocationEvent.LocationRegistered;
import io.stockledger.api.location.LocationEvent.LocationReinstated;
import io.stockledger.api.location.LocationEvent.LocationRetired;
import io.stockledger.api.location.LocationEvent.LocationSourceBack;
import io.stockledger.api.location.LocationEvent.LocationSourceStale;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.location.LocationSource;
import io.stockledger.api.location.LocationTraits;
import io.stockledger.api.location.Pool;
import io.stockledger.api.location.RegisterLocation;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.StockRefusal.SumPool;
import io.stockledger.api.stock.StockRefusal.UnknownLocation;
import io.stockledger.command.registry.RegistryVerdict;
import io.stockledger.command.registry.TestDesk;
import io.stockledger.command.reservation.Say;
import io.stockledger.command.reservation.TestLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be said of a place, and when it may go out of use. */
class LocationRulesTest {
  private final TestDesk desk = new TestDesk();
  private Instant clock = TestLedger.START;
  private @Nullable Location location;

  private List<LocationEvent> accepted(LocationCommand command) {
    return switch (new LocationRules(location, desk.desk(), clock).decide(command)) {
      case RegistryVerdict.Refused<LocationEvent> refused ->
          throw new AssertionError(refused.refusal());
      case RegistryVerdict.Accepted<LocationEvent> accepted -> {
        accepted.events().forEach(event -> location = Location.evolve(location, event));
        yield accepted.events();
      }
    };
  }

  private Refusal refused(LocationCommand command) {
    return switch (new LocationRules(location, desk.desk(), clock).decide(command)) {
      case RegistryVerdict.Refused<LocationEvent> refused -> refused.refusal();
      case RegistryVerdict.Accepted<LocationEvent> accepted -> throw new AssertionError(accepted);
    };
  }

  private static RegisterLocation put(LocationTraits traits) {
    return new RegisterLocation("L1", "One", LocationKind.VIRTUAL, "UTC", traits, null);
  }

  private static LocationTraits in(String... groups) {
    return new LocationTraits(null, null, null, null, List.of(groups), null, null);
  }

  private static LocationTraits sumOf(String... locations) {
    return new LocationTraits(
        null, null, null, null, null, null, new Pool(Pool.Kind.SUM, List.of(locations)));
  }

  @Test
  void the_same_content_again_changes_nothing() {
    assertThat(accepted(put(in("north")))).hasOnlyElementsOfType(LocationRegistered.class);
    assertThat(accepted(put(in("north")))).isEmpty();
    assertThat(accepted(put(LocationTraits.NONE))).hasOnlyElementsOfType(LocationChanged.class);
  }

  @Test
  void a_group_that_leads_back_is_refused_with_the_way_round() {
    desk.place("north", in("other", "uk")).place("other", in("x")).place("uk", in("L1"));
    assertThat(refused(put(in("x", "north"))))
        .isEqualTo(new GroupCycle("L1", List.of("L1", "north", "uk", "L1")));
    assertThat(refused(put(in("L1")))).isEqualTo(new GroupCycle("L1", List.of("L1", "L1")));
  }

  @Test
  void groups_that_meet_again_above_are_no_cycle() {
    desk.place("a", in("top")).place("b", in("top")).place("top", in("a-name"));
    assertThat(accepted(put(in("a", "b")))).hasSize(1);
  }

  @Test
  void a_sum_is_over_known_places_that_hold_stock() {
    desk.place("L2", LocationTraits.NONE).place("P2", sumOf("L2"));
    assertThat(refused(put(sumOf("L2", "L9")))).isEqualTo(new UnknownLocation("L9"));
    assertThat(refused(put(sumOf("P2")))).isEqualTo(new SumPool("P2", List.of("L2")));
    assertThat(refused(put(sumOf("L1")))).isEqualTo(new SumPool("L1", List.of("L1")));
    assertThat(accepted(put(sumOf("L2")))).hasSize(1);
  }

  @Test
  void a_place_with_stock_does_not_become_a_sum() {
    accepted(put(LocationTraits.NONE));
    desk.place("L2", LocationTraits.NONE)
        .item(TestLedger.given(Say.receive(3)).item(TestLedger.ITEM));
    assertThat(refused(put(sumOf("L2")))).isInstanceOf(InUse.class);
  }

  @Test
  void a_place_with_stock_or_promises_is_not_retired() {
    accepted(put(LocationTraits.NONE));
    TestLedger ledger = TestLedger.given(Say.receive(3));
    desk.item(ledger.item());
    assertThat(refused(new RetireLocation("L1", null)))
        .isEqualTo(
            new InUse(
                "location",
                "L1",
                List.of(
                    new ItemInUse(TestLedger.ITEM, new Figures(3, 0, 0, 0, 0, 0, 0, 0, 0, 0)))));
  }

  @Test
  void an_emptied_place_is_retired_once_and_reinstated_once() {
    accepted(put(LocationTraits.NONE));
    desk.item(TestLedger.given(Say.receive(3), Say.pick(3)).item());
    assertThat(accepted(new RetireLocation("L1", null)))
        .hasOnlyElementsOfType(LocationRetired.class);
    assertThat(accepted(new RetireLocation("L1", null))).isEmpty();
    assertThat(accepted(put(in("north")))).hasSize(1);
    assertThat(location).extracting(Location::retired).isEqualTo(true);
    assertThat(accepted(new ReinstateLocation("L1", null)))
        .hasOnlyElementsOfType(LocationReinstated.class);
    assertThat(accepted(new ReinstateLocation("L1", null))).isEmpty();
  }

  @Test
  void an_unknown_place_and_a_stale_version_are_refused() {
    assertThat(refused(new RetireLocation("L1", 4L))).isEqualTo(new UnknownLocation("L1"));
    accepted(put(LocationTraits.NONE));
    assertThat(refused(new RetireLocation("L1", 4L)))
        .isEqualTo(new StaleRegistryVersion("location", "L1", 4, 1));
  }

  private static LocationTraits reporting(Duration every) {
    return new LocationTraits(
        null,
        null,
        null,
        null,
        null,
        List.of(new LocationSource("WMS", Duration.ofHours(1), every)),
        null);
  }

  private List<LocationEvent> judged(@Nullable Long heardAtMinute, long minute) {
    clock = Say.moment(minute);
    return accepted(
        new JudgeSource("L1", "WMS", heardAtMinute == null ? null : Say.moment(heardAtMinute)));
  }

  @Test
  void a_source_is_stale_a_tenth_of_its_time_after_it_should_have_reported() {
    accepted(put(reporting(Duration.ofMinutes(10))));
    assertThat(judged(null, 10)).isEmpty();
    assertThat(judged(3L, 13)).isEmpty();
    assertThat(judged(3L, 14))
        .containsExactly(
            new LocationSourceStale("L1", "WMS", Say.moment(3), Say.moment(14), Say.moment(14)));
    assertThat(judged(3L, 20)).isEmpty();
    assertThat(judged(19L, 20))
        .containsExactly(new LocationSourceBack("L1", "WMS", Say.moment(19), Say.moment(20)));
    assertThat(judged(19L, 20)).isEmpty();
  }

  @Test
  void one_that_was_never_heard_is_waited_for_from_when_it_was_named() {
    clock = Say.moment(60);
    accepted(put(reporting(Duration.ofMinutes(10))));
    assertThat(judged(null, 70)).isEmpty();
    assertThat(judged(null, 71)).hasOnlyElementsOfType(LocationSourceStale.class);
  }

  @Test
  void what_is_not_expected_any_more_is_not_stale_any_more() {
    accepted(put(reporting(Duration.ofMinutes(10))));
    assertThat(judged(null, 30)).hasSize(1);
    accepted(put(LocationTraits.NONE));
    assertThat(judged(null, 60)).isEmpty();
    accepted(put(reporting(Duration.ofMinutes(10))));
    assertThat(judged(null, 61)).isEmpty();
  }

  @Test
  void a_retired_place_expects_nothing_and_waits_anew_when_it_is_back() {
    accepted(put(reporting(Duration.ofMinutes(10))));
    accepted(new RetireLocation("L1", null));
    assertThat(judged(null, 60)).isEmpty();
    accepted(new ReinstateLocation("L1", null));
    assertThat(judged(null, 70)).isEmpty();
    assertThat(judged(null, 71)).hasSize(1);
  }
}
