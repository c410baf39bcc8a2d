package io.stockledger.query.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.query.channel.Split.Share;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Which places serve lines together. */
class SplitTest {
  private static final int CASES = 500;

  @Test
  void the_fewest_places_are_found_also_where_the_fullest_one_is_no_part_of_them() {
    long[] wanted = {4, 4};
    long[][] units = {{3, 3}, {4, 0}, {0, 4}};
    Split split = Split.of(wanted, units);
    assertThat(split.greedy()).isFalse();
    assertThat(split.shares())
        .containsExactly(new Share(1, List.of(4L, 0L)), new Share(2, List.of(0L, 4L)));
  }

  @Test
  void what_all_together_do_not_have_is_missing_and_nothing_is_split() {
    long[] wanted = {4, 4};
    long[][] units = {{3, 9}, {0, 0}};
    assertThat(Split.missing(wanted, units)).containsExactly(1L, 0L);
    assertThat(Split.of(wanted, units)).isEqualTo(Split.NONE);
  }

  @Test
  void every_split_serves_all_from_what_is_there_and_no_combination_of_fewer_places_could() {
    long seed = System.nanoTime();
    System.out.println("seed of " + getClass().getSimpleName() + ": " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < CASES; i++) {
      int places = 1 + random.nextInt(i % 10 == 0 ? 30 : 8);
      int lines = 1 + random.nextInt(4);
      long[] wanted = random.longs(lines, 1, 9).toArray();
      long[][] units = new long[places][];
      for (int place = 0; place < places; place++) {
        units[place] = random.longs(lines, 0, 7).toArray();
      }
      Split split = Split.of(wanted, units);
      boolean possible = Split.missing(wanted, units).stream().allMatch(open -> open == 0);
      assertThat(split.shares().isEmpty()).as("seed %d, case %d", seed, i).isEqualTo(!possible);
      requireServed(wanted, units, split);
      if (possible && places <= 8) {
        assertThat(split.shares()).as("seed %d, case %d", seed, i).hasSize(fewest(wanted, units));
      }
      assertThat(split.greedy()).isEqualTo(possible && places > Split.EXACT_PLACES);
    }
  }

  private static void requireServed(long[] wanted, long[][] units, Split split) {
    for (int line = 0; line < wanted.length && !split.shares().isEmpty(); line++) {
      long served = 0;
      for (Share share : split.shares()) {
        long own = share.units().get(line);
        assertThat(own).isBetween(0L, units[share.place()][line]);
        served += own;
      }
      assertThat(served).isEqualTo(wanted[line]);
    }
  }

  private static int fewest(long[] wanted, long[][] units) {
    int fewest = Integer.MAX_VALUE;
    for (int chosen = 1; chosen < 1 << units.length; chosen++) {
      boolean serves = true;
      for (int line = 0; line < wanted.length; line++) {
        long sum = 0;
        for (int place = 0; place < units.length; place++) {
          sum += (chosen >> place & 1) * units[place][line];
        }
        serves = serves && sum >= wanted[line];
      }
      fewest = serves ? Math.min(fewest, Integer.bitCount(chosen)) : fewest;
    }
    return fewest;
  }
}
