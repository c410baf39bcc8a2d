package io.stockledger.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaiveSiteTest {
  private static final Item ITEM = new Item("L", "S");

  @Test
  void what_a_till_took_since_the_last_copy_is_oversold() {
    assertThat(outcome(in(-1, 2), order(10, 1), sale(20, 1), order(30, 1)))
        .isEqualTo(new NaiveSite.Outcome(1, 1));
  }

  @Test
  void after_the_next_copy_the_site_knows() {
    assertThat(outcome(in(-1, 2), order(10, 1), sale(20, 1), order(300, 1)))
        .isEqualTo(new NaiveSite.Outcome(0, 0));
  }

  @Test
  void its_own_sales_it_knows_at_once() {
    assertThat(outcome(in(-1, 2), order(10, 2), order(20, 1)))
        .isEqualTo(new NaiveSite.Outcome(0, 0));
  }

  private static NaiveSite.Outcome outcome(Step... steps) {
    ActorScript actor = new ActorScript("a", Client.WEB, List.of(), List.of(List.of(steps)));
    return new NaiveSite(List.of(actor)).outcome();
  }

  private static Step in(int second, int units) {
    return new Step.Delivery(second, ITEM, units);
  }

  private static Step sale(int second, int units) {
    return new Step.Sale(second, ITEM, units, true, 0, false);
  }

  private static Step order(int second, int units) {
    List<Step.Line> lines = List.of(new Step.Line(ITEM, units));
    return new Step.Order(second, Outlet.WEB, lines, Step.Fate.PAID, false);
  }
}
