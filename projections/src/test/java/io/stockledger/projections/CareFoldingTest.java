package io.stockledger.projections;

import static io.stockledger.projections.testing.Story.ITEM;
import static io.stockledger.projections.testing.Story.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.lowstock.LowStockRuleEvent.LowStockRuleSet;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyClosed;
import io.stockledger.api.stock.Entry;
import io.stockledger.api.stock.LowStockEvent.StockRanLow;
import io.stockledger.api.stock.LowStockEvent.StockRecovered;
import io.stockledger.api.stock.LowStockEvent.StockThresholdSet;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import io.stockledger.api.stock.StockEvent.StockReversed;
import io.stockledger.api.stock.TotalEvent.Lost;
import io.stockledger.api.stock.TotalEvent.StockTotalStated;
import io.stockledger.api.stock.TotalEvent.Why;
import io.stockledger.projections.testing.ReadDatabase;
import io.stockledger.projections.testing.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Given totals, crossings and what speaks for counting, then rows. */
class CareFoldingTest {
  private static final List<String> TABLES =
      List.of("source_word", "total_day", "low_stock", "low_stock_rule", "count_need");

  private final ReadDatabase database = new ReadDatabase();

  /** A total of good units, which the story's source states. */
  private static void total(
      Story story,
      long sequence,
      long stated,
      long book,
      @Nullable Instant previous,
      @Nullable Why why) {
    Entry entry = story.entry(ITEM, Change.of(Condition.GOOD, why == null ? stated - book : 0));
    story.stock(
        new StockTotalStated(
            entry,
            sequence,
            Map.of(Condition.GOOD, stated),
            why == null ? Map.of(Condition.GOOD, book) : Map.of(),
            previous,
            why == null ? null : new Lost(why, "WMS", START, 1)));
  }

  private static Story totals() {
    Story story = new Story().received(ITEM, 10).at(START.plusSeconds(60));
    Instant first = START.plusSeconds(10);
    total(story.occurred(first), 1, 8, 10, null, null);
    Instant second = START.plusSeconds(20);
    total(story.occurred(second), 2, 11, 8, first, null);
    total(story.occurred(START.plusSeconds(15)), 3, 99, 0, second, Why.OLDER_THAN_KNOWN);
    total(story.occurred(START.plusSeconds(30)), 4, 5, 0, second, Why.HIGHER_SOURCE);
    return story;
  }

  @Test
  void a_day_adds_up_what_won_and_counts_what_lost_by_the_age_of_the_word_before() {
    database.fold(totals().events());
    assertThat(database.row("select * from total_day where age = 'first'"))
        .containsEntry("day", "2026-11-23")
        .containsEntry("source", "POS-7")
        .containsEntry("stated", 1L)
        .containsEntry("net", -2L)
        .containsEntry("absolute", 2L);
    assertThat(database.row("select * from total_day where age = 'up-to-15-minutes'"))
        .containsEntry("stated", 3L)
        .containsEntry("lost", 2L)
        .containsEntry("net", 3L)
        .containsEntry("absolute", 3L);
  }

  @Test
  void the_newest_word_is_never_one_that_its_own_source_had_overtaken() {
    Story story = totals();
    database.fold(story.events().subList(0, 4));
    assertThat(database.row("select * from source_word"))
        .containsEntry("sequence", 2L)
        .containsEntry("won", true)
        .containsEntry("version", 3L);
    database.fold(story.after(4));
    assertThat(database.row("select * from source_word"))
        .containsEntry("sequence", 4L)
        .containsEntry("won", false)
        .containsEntry("version", 5L);
  }

  @Test
  void an_item_is_low_from_the_crossing_to_its_recovery() {
    Story story = new Story().received(ITEM, 3);
    story.stock(new StockThresholdSet(story.entry(ITEM, Change.NONE), 3L, 5L, null));
    story.stock(new StockRanLow(story.entry(ITEM, Change.NONE), 3, 3));
    database.fold(story.events());
    assertThat(database.row("select * from low_stock where since is not null"))
        .containsEntry("low", 3L)
        .containsEntry("restored", 5L)
        .containsEntry("version", 3L);
    story.received(ITEM, 4);
    story.stock(new StockRecovered(story.entry(ITEM, Change.NONE), 7, 5));
    database.fold(story.after(3));
    assertThat(database.row("select * from low_stock"))
        .containsEntry("since", null)
        .containsEntry("low", 3L);
  }

  @Test
  void what_speaks_for_counting_is_kept_for_as_long_as_it_matters() {
    Instant later = START.plus(Duration.ofDays(31));
    Story story = new Story().received(ITEM, 50).picked(ITEM, 6).picked(ITEM, 1);
    story.stock(
        new StockReversed(story.entry(ITEM, Change.of(Condition.GOOD, 1)), 3, "stock.picked"));
    story.stock(
        new StockDiscrepancyOpened(
            story.entry(ITEM, Change.NONE), "d1", "test", Condition.GOOD, 2L, 0L, 2L));
    for (int i = 1; i <= 6; i++) {
      story.counted(ITEM, 44, 44 + i, 0);
    }
    database.fold(story.events());
    assertThat(needed("picked")).isEqualTo("{\"2026-11-23\": 6}");
    assertThat(needed("variances")).isEqualTo("[6, 5, 4, 3, 2]");
    assertThat(needed("open_discrepancies")).isEqualTo("1");
    int known = story.size();
    story.at(later).picked(ITEM, 2);
    story.stock(new StockDiscrepancyClosed(story.entry(ITEM, Change.NONE), "d1"));
    database.fold(story.after(known));
    assertThat(needed("picked")).isEqualTo("{\"2026-12-24\": 2}");
    assertThat(needed("open_discrepancies")).isEqualTo("0");
  }

  private static LowStockRuleSet rule(List<String> skus, @Nullable Long low) {
    return new LowStockRuleSet("r", "L1", skus, low, low == null ? null : low + 1, START, START);
  }

  @Test
  void a_rule_says_what_its_last_entry_said() {
    Story story = new Story().add("low-stock-rule:r", rule(List.of("85123A", "NULL"), 3L));
    database.fold(story.events());
    assertThat(database.row("select skus::text as it, low from low_stock_rule"))
        .containsEntry("it", "{85123A,\"NULL\"}")
        .containsEntry("low", 3L);
    story.add("low-stock-rule:r", rule(List.of(), null));
    database.fold(story.after(1));
    assertThat(database.row("select skus::text as it, low from low_stock_rule"))
        .containsEntry("it", "{}")
        .containsEntry("low", null);
  }

  private String needed(String column) {
    return String.valueOf(
        database.row("select " + column + "::text as it from count_need").get("it"));
  }

  @Test
  void what_was_folded_already_changes_nothing_however_it_is_cut() {
    Story story = totals().picked(ITEM, 2);
    story.stock(new StockThresholdSet(story.entry(ITEM, Change.NONE), 30L, 31L, "r"));
    story.stock(new StockRanLow(story.entry(ITEM, Change.NONE), 9, 30));
    story.counted(ITEM, 9, 9, 0).picked(ITEM, 1);
    story.add("low-stock-rule:r", rule(List.of("85123A", "NULL"), 3L));
    story.add("low-stock-rule:r", rule(List.of(), null));
    database.fold(story.events());
    List<List<String>> once = TABLES.stream().map(database::rows).toList();
    database.fold(story.events());
    assertThat(TABLES.stream().map(database::rows).toList()).isEqualTo(once);
    ReadDatabase oneByOne = new ReadDatabase();
    story.events().forEach(event -> oneByOne.fold(List.of(event)));
    assertThat(TABLES.stream().map(oneByOne::rows).toList()).isEqualTo(once);
    assertThat(once).allSatisfy(rows -> assertThat(rows).isNotEmpty());
  }
}
