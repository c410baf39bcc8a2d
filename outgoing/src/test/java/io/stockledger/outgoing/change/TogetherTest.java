package io.stockledger.outgoing.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.outgoing.change.Entries.Happening;
import java.util.List;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private static Reach products(String... skus) {
    return new Reach(null, List.of(), List.of(skus));
  }

  private static Reach places(String... locations) {
    return new Reach(null, List.of(locations), List.of());
  }

  @Test
  void products_that_were_changed_at_once_are_one() {
    assertThat(
            Together.of(
                List.of(
                    new Happening(1, Cause.REGISTRY, products("A")),
                    new Happening(2, Cause.REGISTRY, products("B")),
                    new Happening(3, Cause.REGISTRY, products("A")))))
        .containsExactly(new Happening(3, Cause.REGISTRY, products("A", "B")));
  }

  @Test
  void what_is_about_all_does_not_become_about_some_nor_the_other_way_round() {
    List<Happening> apart =
        List.of(
            new Happening(1, Cause.REGISTRY, Reach.EVERYTHING),
            new Happening(2, Cause.REGISTRY, products("A")),
            new Happening(3, Cause.REGISTRY, places("L")),
            new Happening(4, Cause.SOURCE, places("L")),
            new Happening(5, Cause.RULE, Reach.ofChannel("web")),
            new Happening(6, Cause.RULE, Reach.ofChannel("shop")),
            new Happening(7, Cause.RULE, new Reach("shop", List.of("L"), List.of("A"))),
            new Happening(8, Cause.RULE, new Reach("shop", List.of("M"), List.of("B"))));

    assertThat(Together.of(apart)).isEqualTo(apart);
  }

  @Test
  void a_rule_that_is_changed_twice_is_gone_through_once() {
    assertThat(
            Together.of(
                List.of(
                    new Happening(1, Cause.RULE, Reach.ofChannel("web")),
                    new Happening(2, Cause.SOURCE, places("L", "M")),
                    new Happening(3, Cause.RULE, Reach.ofChannel("web")),
                    new Happening(4, Cause.SOURCE, places("M", "N")))))
        .containsExactly(
            new Happening(3, Cause.RULE, Reach.ofChannel("web")),
            new Happening(4, Cause.SOURCE, places("L", "M", "N")));
  }
}
