package io.stockledger.query.near;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows in memory, and what is heard while they are read. */
class NearCacheTest {
  private static final String STREAM = "stock:L1/A";
  private static final String OTHER_STREAM = "stock:L2/A";
  private static final NearKey ITEM = new NearKey("default", new Place("A", "L1"));
  private static final NearKey EVERYWHERE = new NearKey("default", new Place("A", null));

  private final AtomicLong nanos = new AtomicLong();
  private final Heard heard = new Heard(nanos::get, 4);
  private final NearCache<NearRow> cache = new NearCache<>(heard, 100_000);

  @BeforeEach
  void inTime() {
    heard.trueAt(0);
  }

  @Test
  void a_row_stays_until_something_newer_of_it_is_heard() {
    heard.heard(0, 1, List.of(STREAM));
    cache.keep(ITEM, TestRow.at(1), heard.epoch());
    cache.keep(EVERYWHERE, TestRow.at(1), heard.epoch());
    heard.heard(0, 1, List.of(STREAM));
    heard.heard(1, 2, List.of("stock:L1/B", "product:A", "location:L1"));
    assertThat(cache.get(ITEM)).isEqualTo(TestRow.at(1));

    heard.heard(2, 3, List.of(OTHER_STREAM));
    assertThat(cache.get(ITEM)).isEqualTo(TestRow.at(1));
    assertThat(cache.get(EVERYWHERE)).isNull();

    heard.heard(3, 4, List.of(STREAM));
    assertThat(cache.get(ITEM)).isNull();
  }

  @Test
  void a_row_of_any_channel_is_dropped() {
    NearKey shop = new NearKey("shop", ITEM.place());
    cache.keep(ITEM, TestRow.at(0), heard.epoch());
    cache.keep(shop, TestRow.at(0), heard.epoch());
    heard.heard(0, 1, List.of(STREAM));
    assertThat(cache.get(ITEM)).isNull();
    assertThat(cache.get(shop)).isNull();
  }

  @Test
  void a_row_that_was_read_before_an_entry_is_not_kept_after_it() {
    heard.heard(0, 5, List.of(STREAM));
    cache.keep(ITEM, TestRow.at(4), heard.epoch());
    assertThat(cache.get(ITEM)).isNull();
    cache.keep(ITEM, TestRow.at(5), heard.epoch());
    assertThat(cache.get(ITEM)).isEqualTo(TestRow.at(5));
  }

  @Test
  void a_row_that_is_just_being_kept_is_dropped_too() throws InterruptedException {
    whileARowIsBeingKept(() -> heard.heard(0, 1, List.of(STREAM)));
    assertThat(heard.position()).isEqualTo(1);
    assertThat(cache.get(ITEM)).isNull();
  }

  @Test
  void a_row_that_is_just_being_kept_is_forgotten_too() throws InterruptedException {
    whileARowIsBeingKept(heard::forget);
    assertThat(cache.get(ITEM)).isNull();
  }

  private void whileARowIsBeingKept(Runnable what) throws InterruptedException {
    CountDownLatch weighing = new CountDownLatch(1);
    CountDownLatch weighed = new CountDownLatch(1);
    Thread keeping =
        Thread.ofPlatform()
            .start(() -> cache.keep(ITEM, new SlowRow(weighing, weighed), heard.epoch()));
    weighing.await();
    Thread hearing = Thread.ofPlatform().start(what);
    while (hearing.getState() == Thread.State.RUNNABLE || hearing.getState() == Thread.State.NEW) {
      Thread.onSpinWait(); // until it waits for the row, or is through
    }
    weighed.countDown();
    keeping.join();
    hearing.join();
  }

  /** Takes its time between being found good and being there. */
  private record SlowRow(CountDownLatch weighing, CountDownLatch weighed) implements NearRow {
    @Override
    public long knows() {
      return 0;
    }

    @Override
    public @Nullable Instant nextDue() {
      return null;
    }

    @Override
    public int weight() {
      weighing.countDown();
      try {
        assertThat(weighed.await(10, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return 1;
    }
  }

  @Test
  void what_was_written_longer_ago_than_is_remembered_is_believed_only_to_who_knows_it_all() {
    heard.heard(0, 1, List.of(STREAM));
    for (int i = 2; i <= 5; i++) {
      heard.heard(i - 1, i, List.of("stock:L1/B" + i));
    }
    cache.keep(ITEM, TestRow.at(0), heard.epoch());
    assertThat(cache.get(ITEM)).isNull();
    cache.keep(ITEM, TestRow.at(4), heard.epoch());
    assertThat(cache.get(ITEM)).isEqualTo(TestRow.at(4));
  }

  @Test
  void rows_that_are_being_read_while_all_is_forgotten_are_not_kept() {
    long epoch = heard.epoch();
    cache.keep(ITEM, TestRow.at(0), epoch);
    heard.forget();
    assertThat(cache.get(ITEM)).isNull();
    cache.keep(ITEM, TestRow.at(1), epoch);
    assertThat(cache.get(ITEM)).isNull();
    cache.keep(ITEM, TestRow.at(1), heard.epoch());
    assertThat(cache.get(ITEM)).isEqualTo(TestRow.at(1));
  }

  @Test
  void a_row_of_tables_that_were_replaced_does_not_take_the_place_of_one_of_the_new() {
    long before = heard.epoch();
    heard.forget();
    cache.keep(ITEM, TestRow.at(1), heard.epoch());
    cache.keep(ITEM, TestRow.at(2), before);
    assertThat(cache.get(ITEM)).isEqualTo(TestRow.at(1));
  }

  @Test
  void who_has_not_listened_believes_no_row_from_before() {
    cache.keep(ITEM, TestRow.at(3), heard.epoch());
    heard.skipTo(7);
    assertThat(cache.get(ITEM)).isNull();
    cache.keep(ITEM, TestRow.at(6), heard.epoch());
    assertThat(cache.get(ITEM)).isNull();
    cache.keep(ITEM, TestRow.at(7), heard.epoch());
    assertThat(cache.get(ITEM)).isEqualTo(TestRow.at(7));
    assertThat(heard.sure()).isEqualTo(7);
  }

  @Test
  void an_older_row_does_not_take_the_place_of_a_newer_one() {
    cache.keep(ITEM, TestRow.at(2), heard.epoch());
    cache.keep(ITEM, TestRow.at(1), heard.epoch());
    assertThat(cache.get(ITEM)).isEqualTo(TestRow.at(2));
  }

  @Test
  void entries_of_others_in_between_leave_the_position_where_it_is() {
    heard.heard(0, 2, List.of(STREAM));
    heard.heard(4, 6, List.of(OTHER_STREAM));
    assertThat(heard.sure()).isEqualTo(2);
    heard.heard(2, 5, List.of("stock:L1/C"));
    assertThat(heard.sure()).isEqualTo(5);
    heard.heard(5, 6, List.of(OTHER_STREAM));
    assertThat(heard.sure()).isEqualTo(6);
  }

  @Test
  void nobody_is_told_less_from_memory_than_somebody_was_told_from_the_tables() {
    heard.heard(0, 2, List.of(STREAM));
    heard.told(3);
    assertThat(heard.sure()).isEqualTo(Heard.NOT_SURE);
    heard.heard(2, 3, List.of(OTHER_STREAM));
    assertThat(heard.sure()).isEqualTo(3);
  }

  @Test
  void who_does_not_hear_any_more_is_not_sure() {
    nanos.set(Heard.PATIENCE.toNanos());
    assertThat(heard.sure()).isZero();
    nanos.incrementAndGet();
    assertThat(heard.sure()).isEqualTo(Heard.NOT_SURE);
    heard.trueAt(1);
    assertThat(heard.sure()).isZero();
  }

  @Test
  void nobody_is_sure_who_never_heard_anything() {
    assertThat(new Heard().sure()).isEqualTo(Heard.NOT_SURE);
  }

  @Test
  void rows_take_no_more_than_their_share_of_memory() {
    for (int i = 0; i < 1_000; i++) {
      cache.keep(new NearKey("default", new Place("S" + i, null)), TestRow.at(0), heard.epoch());
    }
    assertThat(cache.size()).isBetween(100L, 100_000L / 300);

    NearCache<TestRow> none = new NearCache<>(heard, 0);
    none.keep(ITEM, TestRow.at(0), heard.epoch());
    assertThat(none.size()).isZero();
  }
}
