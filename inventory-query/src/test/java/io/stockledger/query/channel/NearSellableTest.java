package io.stockledger.query.channel;

import static io.stockledger.projections.testing.Story.ITEM;
import static io.stockledger.projections.testing.Story.START;
import static io.stockledger.query.channel.Remembering.at;
import static io.stockledger.query.channel.Remembering.everywhere;
import static io.stockledger.query.channel.Remembering.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Answer;
import io.stockledger.api.channel.OfferLine;
import io.stockledger.api.channel.SellableOfManyView;
import io.stockledger.api.channel.SellableQuery.FindSellable;
import io.stockledger.api.channel.SellableQuery.FindSellableOfMany;
import io.stockledger.api.channel.SellableView;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent.StockReceived;
import io.stockledger.api.stock.StockQuery.FindStock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** When memory answers, and when only the tables may. */
class NearSellableTest {
  private static final ItemId OTHER = new ItemId("L2", ITEM.sku());
  private static final ItemId THIRD = new ItemId("L1", "22423");
  private static final Instant DUE = START.plusSeconds(60);
  private static final FindSellableOfMany BOTH =
      new FindSellableOfMany("default", List.of(ITEM.sku(), THIRD.sku()), List.of("L1"));

  private final Remembering node = new Remembering();

  private void settle() {
    node.hear().fold();
  }

  private static long version(Answer answer) {
    return Objects.requireNonNull(((SellableView) answer).locations().getFirst().version());
  }

  @Test
  void what_was_read_once_is_answered_without_the_database() {
    node.story.registered("L1", ITEM.sku()).received(ITEM, 12).setAside(ITEM, 3).received(OTHER, 1);
    settle();
    for (FindSellable query : List.of(item(), everywhere())) {
      assertThat(node.remembered(query)).isEmpty();
      Answer read = node.read(query);
      int reads = node.tables.reads();
      assertThat(node.remembered(query)).hasValue((SellableView) read);
      assertThat(node.tables.reads()).isEqualTo(reads);
    }
  }

  @Test
  void an_answer_from_memory_knows_everything_that_was_heard() {
    node.story.received(ITEM, 12);
    settle();
    node.read(item());
    node.story.received(THIRD, 1);
    node.hear();
    SellableView view = node.remembered(item()).orElseThrow();
    assertThat(view.position()).isEqualTo(2);
    assertThat(view.asOf()).isEqualTo(START.plusSeconds(1));
    node.fold();
    assertThat(((SellableView) node.read(item())).stamp()).isEqualTo(view.stamp());
  }

  @Test
  void from_the_moment_an_entry_is_heard_nothing_older_is_answered_and_the_tables_catch_up() {
    node.story.received(ITEM, 12);
    settle();
    node.read(item());
    node.story.received(ITEM, 1);
    node.hear();
    assertThat(node.remembered(item())).isEmpty();
    assertThat(version(node.read(item()))).as("as the tables have it").isEqualTo(1);
    assertThat(node.remembered(item())).as("but not kept").isEmpty();
    node.fold();
    assertThat(version(node.read(item()))).isEqualTo(2);
    assertThat(node.remembered(item())).isPresent();
  }

  @Test
  void a_row_that_was_read_before_a_commit_is_not_kept_after_it() throws InterruptedException {
    node.story.received(ITEM, 12);
    settle();
    CountDownLatch read = new CountDownLatch(1);
    CountDownLatch committed = new CountDownLatch(1);
    node.tables.afterReading(
        () -> {
          read.countDown();
          await(committed);
        });
    Thread reader = Thread.ofPlatform().start(() -> node.read(item()));
    await(read);
    node.story.received(ITEM, 1);
    node.hear();
    committed.countDown();
    reader.join();
    assertThat(node.remembered(item())).isEmpty();
    node.fold();
    node.read(item());
    assertThat(node.remembered(item()).map(NearSellableTest::version)).hasValue(2L);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_reservation_that_ran_out_is_not_remembered_as_one() {
    node.story.received(ITEM, 12).reserved(ITEM, "r1", 2, DUE);
    settle();
    node.read(item());
    node.read(BOTH);
    node.at(DUE.minusNanos(1));
    assertThat(node.remembered(item()).map(SellableView::sellable)).hasValue(10L);
    node.at(DUE);
    assertThat(node.remembered(item())).isEmpty();
    assertThat(node.remembered(BOTH)).isEmpty();
    assertThat(((SellableView) node.read(item())).sellable()).isEqualTo(12);
    assertThat(node.remembered(item())).as("what depends on the clock is not kept").isEmpty();
    node.at(DUE.minusSeconds(1));
    assertThat(node.remembered(item()).map(SellableView::sellable)).hasValue(10L);
    node.story.due(null).expired(ITEM, "r1", 2, DUE);
    settle();
    node.at(DUE);
    node.read(item());
    assertThat(node.remembered(item()).map(SellableView::sellable)).hasValue(12L);
  }

  @Test
  void what_another_node_wrote_and_the_tables_told_is_not_followed_by_something_older() {
    node.story.received(ITEM, 12).received(THIRD, 1);
    settle();
    node.read(BOTH);
    node.story.received(ITEM, 1);
    node.fold(); // another node has written and folded it, and this one has not heard of it
    assertThat(node.remembered(BOTH)).as("not told by anybody yet").isPresent();
    assertThat(version(node.read(everywhere()))).isEqualTo(2);
    assertThat(node.remembered(BOTH)).isEmpty();
    assertThat(node.remembered(item())).isEmpty();
    node.hear();
    assertThat(node.remembered(item())).isEmpty();
    assertThat(node.remembered(everywhere()).map(NearSellableTest::version)).hasValue(2L);
  }

  @Test
  void memory_that_does_not_know_the_position_that_is_asked_for_leaves_it_to_the_tables() {
    node.story.received(ITEM, 12).received(THIRD, 1);
    settle();
    node.read(item());
    node.read(BOTH);
    assertThat(node.queries.fromMemory(item(), 2)).isPresent();
    assertThat(node.queries.fromMemory(item(), 3)).isEmpty();
    assertThat(node.queries.fromMemory(BOTH, 3)).isEmpty();
    node.story.received(THIRD, 1);
    node.hear();
    assertThat(node.queries.fromMemory(item(), 3)).isPresent();
    assertThat(node.queries.fromMemory(BOTH, 3)).as("the tables are behind").isEmpty();
    assertThat(node.queries.fromMemory(BOTH, 2)).isPresent();
  }

  @Test
  void unknown_and_parked_items_are_not_remembered() {
    node.story.registered("L1", ITEM.sku()).received(ITEM, 2).received(THIRD, 1);
    node.story.stock(
        new StockReceived(
            node.story.entry(ITEM, Change.of(Condition.GOOD, -5)), Condition.GOOD, 1));
    settle();
    assertThat(node.read(at("L9"))).isInstanceOf(Answer.Unknown.class);
    assertThat(node.read(item())).isInstanceOf(Answer.Parked.class);
    assertThat(node.read(everywhere())).isInstanceOf(Answer.Parked.class);
    SellableOfManyView read = node.read(BOTH);
    assertThat(node.remembered(at("L9"))).isEmpty();
    assertThat(node.remembered(item())).isEmpty();
    assertThat(node.remembered(everywhere())).isEmpty();
    assertThat(node.remembered(BOTH)).hasValue(read);
    assertThat(read.items())
        .extracting(OfferLine::unknown)
        .containsExactly("projection-behind", null);
  }

  @Test
  void of_many_only_what_is_not_remembered_is_read() {
    node.story.registered("L1", ITEM.sku()).registered("L2", THIRD.sku());
    node.story.received(ITEM, 12).received(THIRD, 1);
    settle();
    FindSellableOfMany grid =
        new FindSellableOfMany(
            "default", List.of("nope", THIRD.sku(), ITEM.sku()), List.of("L2", "L1", "L9"));
    FindSellableOfMany sums =
        new FindSellableOfMany("default", List.of(ITEM.sku(), "nope", THIRD.sku()), List.of());
    for (FindSellableOfMany query : List.of(grid, sums)) {
      SellableOfManyView read = node.read(query);
      assertThat(node.remembered(query)).hasValue(read);
    }
    int reads = node.tables.reads();
    assertThat(node.remembered(BOTH)).isPresent();
    assertThat(node.tables.reads()).isEqualTo(reads);
    node.story.received(THIRD, 1);
    settle();
    Optional<SellableOfManyView> half = node.remembered(BOTH);
    assertThat(node.tables.reads()).isEqualTo(reads + 1);
    assertThat(half).hasValue(node.read(BOTH));
    assertThat(half.orElseThrow().items()).extracting(OfferLine::version).containsExactly(1L, 2L);
  }

  @Test
  void lines_that_were_written_together_are_answered_together() {
    node.story.received(ITEM, 12).received(THIRD, 12);
    settle();
    node.read(item());
    node.tables.beforeReading(
        () -> {
          node.tables.beforeReading(() -> {});
          node.story.received(ITEM, 1).received(THIRD, 1);
          settle();
        });
    assertThat(node.remembered(BOTH)).as("one line from before, one from after").isEmpty();
    assertThat(node.remembered(BOTH).orElseThrow().items())
        .extracting(OfferLine::version)
        .containsExactly(2L, 2L);
  }

  @Test
  void lines_are_of_the_position_that_the_answer_names() {
    node.story.received(ITEM, 12).received(THIRD, 12);
    settle();
    node.read(BOTH);
    node.onClock(
        () -> {
          node.story.received(ITEM, 1);
          settle();
          node.read(item());
        });
    assertThat(node.remembered(BOTH)).as("one line is newer than the position").isEmpty();
    assertThat(node.remembered(BOTH).orElseThrow().position()).isEqualTo(3);
  }

  @Test
  void rows_of_tables_that_were_replaced_are_forgotten() {
    node.story.received(ITEM, 12);
    settle();
    node.read(item());
    node.heard.forget();
    assertThat(node.remembered(item())).isEmpty();
    node.read(item());
    assertThat(node.remembered(item())).isPresent();
  }

  @Test
  void there_is_a_memory_of_sellable_figures_only() {
    assertThat(node.queries.fromMemory(new FindStock(ITEM), 0)).isEmpty();
  }
}
