package io.stockledger.command.stock;

import static io.stockledger.command.reservation.Say.pick;
import static io.stockledger.command.reservation.Say.receive;
import static io.stockledger.command.reservation.TestLedger.ITEM;
import static io.stockledger.command.reservation.TestLedger.given;

import io.stockledger.api.Outcome;
import io.stockledger.api.stock.StockRefusal.InsufficientStock;
import io.stockledger.api.stock.StockRefusal.UnknownItem;
import io.stockledger.command.reservation.TestLedger;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StockItemAggregateTest {
  private final AggregateTestFixture<StockItemAggregate> fixture =
      new AggregateTestFixture<>(StockItemAggregate.class);

  @BeforeEach
  void inject() {
    ExpiryRecord nobody = expired -> {};
    fixture.registerInjectableResource(given().surroundings());
    fixture.registerInjectableResource(nobody);
    fixture.registerCommandTargetResolver(new StockItemTargets());
  }

  @Test
  void what_the_item_decides_is_applied() {
    TestLedger same = given(receive(10));
    fixture.givenNoPriorActivity().when(receive(10)).expectEvents(same.entries(ITEM).getFirst());
  }

  @Test
  void a_refusal_is_an_answer_and_leaves_no_event() {
    TestLedger before = given(receive(10));
    fixture
        .given(before.entries(ITEM))
        .when(pick(11))
        .expectNoEvents()
        .expectResultMessagePayload(new Outcome.Refused(new InsufficientStock(ITEM, 11, 10)));
  }

  @Test
  void a_refused_item_does_not_come_into_being() {
    // The fixture would look for the item that was asked, and there is none.
    fixture.setReportIllegalStateChange(false);
    fixture
        .givenNoPriorActivity()
        .when(pick(1))
        .expectNoEvents()
        .expectResultMessagePayload(new Outcome.Refused(new UnknownItem(ITEM)));
  }
}
