package io.stockledger.command.stock;

import static io.stockledger.command.reservation.Say.minute;
import static io.stockledger.command.reservation.Say.picked;
import static io.stockledger.command.reservation.Say.receive;
import static io.stockledger.command.reservation.TestLedger.ITEM;
import static io.stockledger.command.reservation.TestLedger.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Circumstances;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.CountKind;
import io.stockledger.api.stock.CountMethod;
import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyClosed;
import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyExplained;
import io.stockledger.api.stock.DiscrepancyReasons;
import io.stockledger.api.stock.DiscrepancyRefusal.ApprovalNeeded;
import io.stockledger.api.stock.DiscrepancyRefusal.DiscrepancyClosed;
import io.stockledger.api.stock.DiscrepancyRefusal.DuplicateDiscrepancy;
import io.stockledger.api.stock.DiscrepancyRefusal.NoteNeeded;
import io.stockledger.api.stock.DiscrepancyRefusal.ReasonNeeded;
import io.stockledger.api.stock.DiscrepancyRefusal.UnknownDiscrepancy;
import io.stockledger.api.stock.DiscrepancyRefusal.UnknownReason;
import io.stockledger.api.stock.DiscrepancyState;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.Correction;
import io.stockledger.api.stock.StockCommand.Counted;
import io.stockledger.api.stock.StockCommand.FlagDiscrepancy;
import io.stockledger.api.stock.StockCommand.ReceiveStock;
import io.stockledger.api.stock.StockCommand.ResolveDiscrepancy;
import io.stockledger.api.stock.StockEvent.StockAdjusted;
import io.stockledger.api.stock.StockEvent.StockCounted;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import io.stockledger.api.stock.StockRefusal.CountContradicted;
import io.stockledger.api.stock.StockRefusal.ExceedsOnHand;
import io.stockledger.api.stock.StockRefusal.UnknownItem;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiscrepancyTest {
  private static final Circumstances NOTED =
      new Circumstances(null, null, null, "fell behind the shelf", null, false);

  private static FlagDiscrepancy flag(String id, @Nullable Long missing) {
    return new FlagDiscrepancy(ITEM, id, Condition.GOOD, missing, "flagged", Circumstances.NONE);
  }

  private static ResolveDiscrepancy because(@Nullable String reason) {
    return resolve(null, null, reason, true, false, Circumstances.NONE);
  }

  private static ResolveDiscrepancy resolve(
      @Nullable Long counted,
      @Nullable Long adjust,
      @Nullable String reason,
      boolean close,
      boolean manager,
      Circumstances circumstances) {
    return new ResolveDiscrepancy(
        ITEM,
        "f1",
        counted == null
            ? null
            : new Counted(
                Map.of(Condition.GOOD, counted), CountMethod.MANUAL, CountKind.CYCLE_COUNT),
        adjust == null ? null : new Correction(Condition.GOOD, adjust),
        reason,
        close,
        manager,
        circumstances);
  }

  @Test
  void a_flag_moves_nothing_and_stays_open() {
    var ledger = given(receive(5)).when(flag("f1", 2L)).happened(StockDiscrepancyOpened.class);
    assertThat(ledger.figures().good()).isEqualTo(5);
    assertThat(ledger.item().openDiscrepancies())
        .isEqualTo(Map.of("f1", new OpenDiscrepancy(2, false, null)));
  }

  @Test
  void only_of_an_item_that_exists_something_is_flagged_or_settled() {
    given().when(flag("f1", null)).refused(new UnknownItem(ITEM));
    given().when(because("THEFT")).refused(new UnknownItem(ITEM));
  }

  @Test
  void an_id_is_used_once_in_the_whole_ledger() {
    given(receive(5), flag("f1", null))
        .when(flag("f1", null))
        .refused(new DuplicateDiscrepancy("f1"));
    given(receive(5), flag("f1", null), because("THEFT"))
        .when(flag("f1", null))
        .refused(new DuplicateDiscrepancy("f1"));
    var elsewhere = new ItemId("L2", "A");
    given(receive(5), flag("f1", null))
        .accepted(new ReceiveStock(elsewhere, Condition.GOOD, 1, Circumstances.NONE))
        .when(
            new FlagDiscrepancy(
                elsewhere, "f1", Condition.GOOD, null, "flagged", Circumstances.NONE))
        .refused(new DuplicateDiscrepancy("f1"));
  }

  @Test
  void one_request_verifies_adjusts_explains_and_closes_in_this_order() {
    var answer =
        given(receive(5), flag("f1", 2L))
            .when(resolve(4L, -1L, "MISPICK", true, false, Circumstances.NONE));
    answer.happened(
        StockCounted.class,
        StockAdjusted.class,
        StockDiscrepancyExplained.class,
        StockDiscrepancyClosed.class);
    assertThat(answer.ledger().figures().good()).isEqualTo(3);
    assertThat(answer.any(StockAdjusted.class).entry().reason()).isEqualTo("MISPICK");
    assertThat(answer.any(StockDiscrepancyClosed.class).entry().reason()).isEqualTo("MISPICK");
    assertThat(answer.ledger().item().openDiscrepancies()).isEmpty();
    assertThat(answer.ledger().item().stateOf("f1")).isEqualTo(DiscrepancyState.CLOSED);
  }

  @Test
  void what_counts_and_adjustments_refuse_refuses_the_whole() {
    given(receive(5), flag("f1", 2L))
        .when(resolve(4L, -9L, "MISPICK", true, false, Circumstances.NONE))
        .refused(new ExceedsOnHand(ITEM, Condition.GOOD, 9, 4));
    given(receive(5, minute(-20)), picked(5, minute(-1)), flag("f1", 2L))
        .when(resolve(4L, null, "MISPICK", true, false, minute(-10)))
        .refused(new CountContradicted(ITEM, Condition.GOOD, 4, 5, 0));
  }

  @Test
  void it_is_closed_by_what_it_was_explained_with_before() {
    var explained =
        given(receive(5), flag("f1", null))
            .accepted(resolve(null, null, "THEFT", false, false, Circumstances.NONE));
    assertThat(explained.item().stateOf("f1")).isEqualTo(DiscrepancyState.OPEN);
    assertThat(explained.when(because(null)).only(StockDiscrepancyClosed.class).entry().reason())
        .isEqualTo("THEFT");
  }

  @Test
  void nothing_is_closed_or_adjusted_without_a_reason() {
    given(receive(5), flag("f1", null)).when(because(null)).refused(new ReasonNeeded("f1"));
    given(receive(5), flag("f1", null))
        .when(resolve(null, -1L, null, false, false, Circumstances.NONE))
        .refused(new ReasonNeeded("f1"));
    given(receive(5), flag("f1", null))
        .when(resolve(4L, null, null, false, false, Circumstances.NONE))
        .happened(StockCounted.class);
  }

  @Test
  void only_listed_reasons_are_taken() {
    given(receive(5), flag("f1", null))
        .when(because("GREMLINS"))
        .refused(new UnknownReason("GREMLINS", DiscrepancyReasons.DEFAULT.codes()));
    given(receive(5), flag("f1", null)).when(because("OTHER")).refused(new NoteNeeded("OTHER"));
  }

  @Test
  void other_waits_for_a_manager() {
    var waiting = given(receive(5), flag("f1", null));
    waiting
        .when(resolve(null, null, "OTHER", true, false, NOTED))
        .happened(StockDiscrepancyExplained.class);
    assertThat(waiting.item().stateOf("f1")).isEqualTo(DiscrepancyState.AWAITING_APPROVAL);
    waiting.when(because(null)).refused(new ApprovalNeeded(ITEM, "f1", "OTHER"));
    waiting.accepted(resolve(null, null, "THEFT", true, false, Circumstances.NONE));
    assertThat(waiting.item().stateOf("f1")).isEqualTo(DiscrepancyState.AWAITING_APPROVAL);
    waiting
        .when(resolve(null, null, null, true, true, Circumstances.NONE))
        .happened(StockDiscrepancyClosed.class);
  }

  @Test
  void figures_move_for_other_only_by_a_manager() {
    given(receive(5), flag("f1", null))
        .when(resolve(null, -1L, "OTHER", true, false, NOTED))
        .refused(new ApprovalNeeded(ITEM, "f1", "OTHER"));
    given(receive(5), flag("f1", null))
        .when(resolve(null, -1L, "OTHER", true, true, NOTED))
        .happened(
            StockAdjusted.class, StockDiscrepancyExplained.class, StockDiscrepancyClosed.class);
  }

  @Test
  void a_closed_one_takes_nothing_more_and_one_that_never_was_is_unknown() {
    given(receive(5), flag("f1", null), because("THEFT"))
        .when(because("THEFT"))
        .refused(new DiscrepancyClosed(ITEM, "f1"));
    given(receive(5)).when(because("THEFT")).refused(new UnknownDiscrepancy(ITEM, "f1"));
  }

  @Test
  void what_the_ledger_opened_itself_is_settled_the_same_way() {
    var ledger = given(receive(2), picked(5));
    ledger
        .when(
            new ResolveDiscrepancy(
                ITEM, "d1", null, null, "RECEIVING", true, false, Circumstances.NONE))
        .happened(StockDiscrepancyExplained.class, StockDiscrepancyClosed.class);
    assertThat(ledger.item().openDiscrepancies()).isEmpty();
  }
}
