package io.stockledger.query.near;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Many random orders of what can come between one another: commits of this node and of others, what
 * is heard of them, what is folded of them, reads that take their time.
 */
class HeardHistoriesTest {
  private static final int HISTORIES = 3_000;
  private static final int STEPS = 200;
  private static final int ITEMS = 4;

  @Test
  void memory_never_tells_less_than_its_position_nor_less_than_was_told_before() {
    long fromMemory = 0;
    for (long seed = 1; seed <= HISTORIES; seed++) {
      History history = new History(seed);
      for (int step = 0; step < STEPS; step++) {
        history.step();
      }
      fromMemory += history.fromMemory;
    }
    assertThat(fromMemory).as("reads from memory").isGreaterThan(HISTORIES * 2L);
  }

  /** A ledger is a list of items; a row's version is how often its item is in it. */
  private static final class History {
    final long seed;
    final Random random;
    final AtomicLong nanos = new AtomicLong();
    final Heard heard = new Heard(nanos::get, 3);
    final NearCache<TestRow> cache = new NearCache<>(heard, 2_000);
    final List<Integer> ledger = new ArrayList<>();
    final List<Load> loads = new ArrayList<>();
    final Map<NearKey, Long> told = new HashMap<>();
    int folded;
    int generation;
    long fromMemory;

    /** A row that was read and is not kept yet. */
    record Load(NearKey key, TestRow row, long epoch) {}

    History(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      heard.trueAt(0);
    }

    void step() {
      switch (random.nextInt(20)) {
        case 0, 1 -> commit(true);
        case 2 -> commit(false);
        case 3, 4, 5 -> hear();
        case 6, 7, 8 -> folded += random.nextInt(ledger.size() - folded + 1);
        case 9 -> load(key());
        case 10 -> keep();
        case 11 -> seldom();
        default -> read(key());
      }
    }

    private void seldom() {
      switch (random.nextInt(12)) {
        case 0 -> heard.skipTo(ledger.size());
        case 1 -> {
          generation++;
          heard.forget();
        }
        case 2 -> {
          nanos.addAndGet(Heard.PATIENCE.toNanos() + 1);
          assertThat(heard.sure()).isEqualTo(Heard.NOT_SURE);
        }
        default -> heard.trueAt(nanos.get());
      }
    }

    private void commit(boolean own) {
      int before = ledger.size();
      for (int i = random.nextInt(3); i >= 0; i--) {
        ledger.add(random.nextInt(ITEMS));
      }
      if (own) {
        heard.heard(before, ledger.size(), streams(before, ledger.size()));
      }
    }

    private void hear() {
      int from = Math.toIntExact(heard.position());
      int upTo = from + random.nextInt(ledger.size() - from + 1);
      heard.heard(from, upTo, streams(from, upTo));
    }

    private List<String> streams(int from, int upTo) {
      return ledger.subList(from, upTo).stream()
          .map(item -> "stock:L" + item % 2 + "/S" + item / 2)
          .toList();
    }

    private NearKey key() {
      int item = random.nextInt(ITEMS);
      boolean everywhere = random.nextInt(3) == 0;
      return new NearKey("default", new Place("S" + item / 2, everywhere ? null : "L" + item % 2));
    }

    private long version(NearKey key, long position) {
      return ledger.subList(0, Math.toIntExact(position)).stream()
          .filter(item -> key.place().sku().equals("S" + item / 2))
          .filter(
              item ->
                  key.place().location() == null || key.place().location().equals("L" + item % 2))
          .count();
    }

    /** The generation goes along in the weight. */
    private TestRow load(NearKey key) {
      TestRow row = new TestRow(folded, version(key, folded), 100 + generation);
      heard.told(folded);
      loads.add(new Load(key, row, heard.epoch()));
      return row;
    }

    private void keep() {
      if (!loads.isEmpty()) {
        Load load = loads.remove(random.nextInt(loads.size()));
        cache.keep(load.key(), load.row(), load.epoch());
      }
    }

    private void read(NearKey key) {
      long sure = heard.sure();
      TestRow row = sure == Heard.NOT_SURE ? null : cache.get(key);
      if (row != null) {
        fromMemory++;
        assertThat(row.version()).as("seed %d", seed).isEqualTo(version(key, sure));
        assertThat(row.weight()).as("generation, seed %d", seed).isEqualTo(100 + generation);
      } else {
        row = load(key);
        if (random.nextBoolean()) {
          keep();
        }
      }
      long before = told.merge(key, row.version(), Math::max);
      assertThat(row.version()).as("goes back, seed %d", seed).isEqualTo(before);
    }
  }
}
