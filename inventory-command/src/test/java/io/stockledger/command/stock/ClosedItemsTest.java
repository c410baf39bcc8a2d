package io.stockledger.command.stock;

import static io.stockledger.command.reservation.TestLedger.ITEM;
import static io.stockledger.command.reservation.TestLedger.given;

import io.stockledger.api.Circumstances;
import io.stockledger.api.reservation.ReservationRefusal.LineRefused;
import io.stockledger.api.reservation.ReservationRefusal.LinesRefused;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand;
import io.stockledger.api.stock.StockCommand.ReceiveStock;
import io.stockledger.api.stock.StockEvent.StockCounted;
import io.stockledger.api.stock.StockEvent.StockReceived;
import io.stockledger.api.stock.StockEvent.StockReserved;
import io.stockledger.api.stock.StockRefusal.Retired;
import io.stockledger.api.stock.StockRefusal.SumPool;
import io.stockledger.command.reservation.Say;
import io.stockledger.command.reservation.TestLedger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a location or product is retired, or a location only shows the stock of others. */
class ClosedItemsTest {
  private static final Retired RETIRED = new Retired(ITEM, "location");
  private static final ItemId OTHER = new ItemId("L2", ITEM.sku());

  /** What was there went out before it was retired. */
  private static TestLedger emptied() {
    return given(Say.receive(3), Say.pick(3)).close(ITEM, RETIRED);
  }

  @Test
  void no_units_come_in_by_whichever_command() {
    emptied().when(Say.receive(1)).refused(RETIRED);
    emptied().when(Say.adjust(1)).refused(RETIRED);
    emptied().when(Say.count(1)).refused(RETIRED);
    emptied().when(Say.reverse(2)).refused(RETIRED);
  }

  @Test
  void a_count_of_nothing_is_taken() {
    emptied().when(Say.count(0)).happened(StockCounted.class);
  }

  @Test
  void a_late_receipt_that_a_count_contained_brings_nothing_in_and_is_taken() {
    given(Say.receive(3), Say.pick(3), Say.count(0))
        .close(ITEM, RETIRED)
        .when(Say.receive(2, Say.minute(-10)))
        .happened(StockReceived.class);
  }

  @Test
  void an_item_does_not_come_into_being_there() {
    given()
        .close(ITEM, new SumPool("L1", List.of("L2")))
        .when(Say.count(0))
        .refused(new SumPool("L1", List.of("L2")));
  }

  @Test
  void a_place_that_only_shows_stock_of_others_takes_no_command_at_all() {
    SumPool sum = new SumPool("L1", List.of("L2"));
    for (StockCommand command :
        List.of(Say.receive(1), Say.pick(1), Say.adjust(-1), Say.count(0), Say.setAside(1))) {
      given(Say.receive(3), Say.pick(3)).close(ITEM, sum).when(command).refused(sum);
    }
  }

  @Test
  void nothing_is_promised_there() {
    emptied().when(Say.reserve("r", 1)).refused(RETIRED);
  }

  @Test
  void a_line_that_may_be_served_elsewhere_is() {
    emptied()
        .accepted(new ReceiveStock(OTHER, Condition.GOOD, 5, Circumstances.NONE))
        .when(Say.reserveLines("r", Say.line("1", 2, ITEM.location(), OTHER.location())))
        .happened(StockReserved.class);
  }

  @Test
  void a_line_that_may_only_be_served_there_says_so() {
    emptied()
        .when(Say.reserveLines("r", Say.line("1", 2, ITEM.location())))
        .refused(new LinesRefused(List.of(new LineRefused("1", RETIRED))));
  }
}
