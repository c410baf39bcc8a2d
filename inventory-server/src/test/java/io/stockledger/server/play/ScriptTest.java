package io.stockledger.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScriptTest {
  private static final Instant NOW = Instant.parse("2026-01-05T18:00:00Z");

  @Test
  void the_same_plan_gives_the_same_script() {
    assertThat(script(7)).isEqualTo(script(7));
  }

  @Test
  void another_seed_gives_another_script() {
    assertThat(script(7)).isNotEqualTo(script(8));
  }

  @Test
  void no_two_actors_have_the_same_name() {
    assertThat(script(7)).extracting(ActorScript::name).doesNotHaveDuplicates();
  }

  @Test
  void the_whole_day_lies_in_the_past() {
    DayPlan plan = plan(7);

    assertThat(steps(7)).allSatisfy(step -> assertThat(plan.at(step.second())).isBefore(NOW));
  }

  @Test
  void everything_that_is_touched_was_delivered_before_the_doors_opened() {
    List<Item> delivered =
        script(7).stream()
            .flatMap(actor -> actor.opening().stream())
            .map(step -> ((Step.Delivery) step).item())
            .toList();

    assertThat(delivered).doesNotHaveDuplicates().hasSize(10_000);
    assertThat(steps(7).flatMap(ScriptTest::itemsOf).distinct()).isSubsetOf(delivered);
  }

  @Test
  void a_day_has_everything_that_a_day_has() {
    assertThat(steps(7).map(Object::getClass).distinct().map(Class::getSimpleName))
        .containsExactlyInAnyOrder(
            "Delivery",
            "Sale",
            "Order",
            "Return",
            "Count",
            "Adjustment",
            "Display",
            "Inspection",
            "Mistake",
            "Transfer",
            "Supply",
            "Total",
            "Offline",
            "Doubt",
            "Foreign");
  }

  private static Stream<Item> itemsOf(Step step) {
    return switch (step) {
      case Step.Delivery d -> Stream.of(d.item());
      case Step.Sale s -> Stream.of(s.item());
      case Step.Order o -> o.lines().stream().map(Step.Line::item);
      case Step.Return r -> Stream.of(r.item());
      case Step.Count c -> Stream.of(c.item());
      case Step.Adjustment a -> Stream.of(a.item());
      case Step.Display d -> Stream.of(d.item());
      case Step.Inspection i -> Stream.of(i.item());
      case Step.Mistake m -> Stream.of(m.item());
      case Step.Transfer t ->
          t.lines().stream().flatMap(l -> Stream.of(l.item(), new Item(t.to(), l.item().sku())));
      case Step.Supply u -> u.lines().stream().map(Step.Line::item);
      case Step.Total t -> Stream.of(t.item());
      case Step.Offline o -> o.sold().stream().map(Step.Line::item);
      case Step.Doubt d -> Stream.of(d.item());
      case Step.Foreign f -> Stream.of(f.item());
    };
  }

  private static Stream<Step> steps(long seed) {
    return script(seed).stream().flatMap(a -> a.halfHours().stream()).flatMap(List::stream);
  }

  private static List<ActorScript> script(long seed) {
    DayPlan plan = plan(seed);
    return new Script(plan, new Assortment(plan), new Names(plan)).actors();
  }

  private static DayPlan plan(long seed) {
    return DayPlan.beginning(NOW, seed, 30_000, 0);
  }
}
