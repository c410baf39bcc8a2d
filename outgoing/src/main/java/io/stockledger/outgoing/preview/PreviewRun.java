package io.stockledger.outgoing.preview;

import io.stockledger.api.stock.ItemId;
import io.stockledger.outgoing.change.Items;
import io.stockledger.outgoing.change.Reach;
import io.stockledger.promise.replay.PlayedDay;
import io.stockledger.promise.replay.Preview;
import io.stockledger.promise.replay.Streams;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One preview on its way, in steps. */
final class PreviewRun {
  /** So many items are looked at in a step; a rest as long as the step follows. */
  private static final int AT_A_TIME = 50;

  private static final Duration SHORTEST_REST = Duration.ofMillis(5);

  private final String id;
  private final PreviewAsked asked;
  private final PreviewTable table;
  private final Items items;
  private final PreviewLimits limits;
  private final InstantSource clock;
  private final Preview preview;
  private final SortedMap<LocalDate, PreviewTotals> byDay = new TreeMap<>();
  private long looked;
  private long played;
  private long rows;

  PreviewRun(
      String id,
      PreviewAsked asked,
      PreviewTable table,
      Items items,
      Streams streams,
      PreviewLimits limits,
      InstantSource clock) {
    this.id = id;
    this.asked = asked;
    this.table = table;
    this.items = items;
    this.limits = limits;
    this.clock = clock;
    this.preview = new Preview(streams, asked.channel(), asked.draft(), asked.period());
  }

  /** Plays until it is done, cancelled, or beyond its limits. */
  void run() throws InterruptedException {
    Reach reach = reach();
    if (reach == null) {
      table.advance(id, 0, looked, played, byDay, clock.instant());
      table.end(id, "done", true, clock.instant());
    } else {
      run(reach);
    }
  }

  private void run(Reach reach) throws InterruptedException {
    long total = items.count(reach);
    ItemId last = null;
    boolean more = true;
    while (more && looked < limits.lookedAt() && played < limits.played() && rows < limits.rows()) {
      long began = System.nanoTime();
      List<ItemId> part = items.part(reach, last, AT_A_TIME);
      table.add(id, play(part));
      if (!table.advance(id, total, looked, played, byDay, clock.instant())) {
        return; // it was cancelled
      }
      more = part.size() == AT_A_TIME;
      last = part.isEmpty() ? last : part.getLast();
      Thread.sleep(Duration.ofNanos(System.nanoTime() - began).plus(SHORTEST_REST));
    }
    table.end(id, "done", !more, clock.instant());
  }

  private List<PreviewedDay> play(List<ItemId> part) {
    List<PreviewedDay> different = new ArrayList<>();
    for (ItemId item : part) {
      looked++;
      if (preview.isAbout(item)) {
        played++;
        for (PlayedDay day : preview.play(item)) {
          byDay.merge(day.day(), PreviewTotals.of(day), PreviewTotals::plus);
          if (day.differs()) {
            different.add(new PreviewedDay(++rows, item, day));
          }
        }
      }
    }
    return different;
  }

  /**
   * What was asked for, and of it what the rule may be about at all; none where that is nothing.
   */
  private @Nullable Reach reach() {
    List<String> skus = within(asked.skus(), preview.namedSkus());
    List<String> locations = within(asked.locations(), preview.namedLocations());
    return skus == null || locations == null ? null : new Reach(null, locations, skus);
  }

  /** Those in both, where none means all; null where nothing is in both. */
  private static @Nullable List<String> within(List<String> some, List<String> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return some.isEmpty() ? others : some;
    }
    List<String> both = some.stream().filter(others::contains).toList();
    return both.isEmpty() ? null : both;
  }
}
