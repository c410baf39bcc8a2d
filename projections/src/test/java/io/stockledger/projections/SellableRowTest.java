package io.stockledger.projections;

import static io.stockledger.projections.testing.Story.ITEM;
import static io.stockledger.projections.testing.Story.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.StockEvent.StockReleased;
import io.stockledger.api.stock.StockEvent.StockReserved;
import io.stockledger.projections.channel.SellableRow;
import io.stockledger.projections.testing.Story;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What channels answer knows of backorders what the guard of their promises knows. */
class SellableRowTest {
  private static final LocalDate DAY = LocalDate.parse("2026-12-24");

  private final Story story = new Story().at(START);

  @Test
  void what_is_backordered_follows_the_changes_of_entries() {
    Change made = Change.ofAllocated(3).withBackordered(3);
    SellableRow waiting =
        SellableRow.fold(
            null,
            new StockReserved(story.entry(ITEM, made), "r", "1", 3, 3, null, "web", 3L, DAY),
            1,
            1);
    assertThat(waiting.backordered()).isEqualTo(3);

    Change ended = Change.ofAllocated(-2).withBackordered(-2);
    SellableRow after =
        SellableRow.fold(waiting, new StockReleased(story.entry(ITEM, ended), "r", "1", 2), 2, 2);
    assertThat(after.backordered()).isEqualTo(1);
  }
}
