package io.stockledger.command.stock;

import static io.stockledger.command.reservation.Say.count;
import static io.stockledger.command.reservation.Say.minute;
import static io.stockledger.command.reservation.Say.moment;
import static io.stockledger.command.reservation.Say.pick;
import static io.stockledger.command.reservation.Say.receive;
import static io.stockledger.command.reservation.Say.reserve;
import static io.stockledger.command.reservation.Say.reverse;
import static io.stockledger.command.reservation.TestLedger.ITEM;
import static io.stockledger.command.reservation.TestLedger.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.StockEvent.StockReversed;
import io.stockledger.api.stock.StockRefusal.AlreadyReversed;
import io.stockledger.api.stock.StockRefusal.CountedSince;
import io.stockledger.api.stock.StockRefusal.ExceedsOnHand;
import io.stockledger.api.stock.StockRefusal.NotReversible;
import io.stockledger.api.stock.StockRefusal.UnknownEntry;
import org.junit.jupiter.api.Test;

class ReverseEntryTest {
  @Test
  void a_reversal_compensates_an_entry_at_the_moment_of_that_entry() {
    var ledger = given(receive(10, minute(-30)), pick(4, minute(-10)));
    StockReversed entry = ledger.when(reverse(2)).only(StockReversed.class);
    assertThat(entry.occurredAt()).isEqualTo(moment(-10));
    assertThat(entry.reversedType()).isEqualTo("stock.picked");
    assertThat(ledger.figures().good()).isEqualTo(10);
  }

  @Test
  void an_entry_is_reversed_once_and_a_reversal_never() {
    var ledger = given(receive(10), reverse(1));
    ledger.when(reverse(1)).refused(new AlreadyReversed(ITEM, 1));
    ledger.when(reverse(2)).refused(new NotReversible(ITEM, 2, "stock.reversed"));
  }

  @Test
  void an_entry_behind_a_later_count_stays() {
    given(receive(10), count(10)).when(reverse(1)).refused(new CountedSince(ITEM, 2));
  }

  @Test
  void a_receipt_is_reversed_only_while_its_units_are_there() {
    given(receive(10), pick(4))
        .when(reverse(1))
        .refused(new ExceedsOnHand(ITEM, Condition.GOOD, 10, 6));
  }

  @Test
  void a_reversal_may_uncover_promises() {
    assertThat(given(receive(10), reserve("r1", 6)).accepted(reverse(1)).figures().shortfall())
        .isEqualTo(6);
  }

  @Test
  void there_must_be_such_an_entry() {
    given(receive(1)).when(reverse(2)).refused(new UnknownEntry(ITEM, 2));
  }

  @Test
  void promises_are_not_reversed() {
    given(receive(1), reserve("r1", 1))
        .when(reverse(2))
        .refused(new NotReversible(ITEM, 2, "stock.reserved"));
  }
}
