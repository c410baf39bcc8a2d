package io.stockledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.ledger.ToyItem.Add;
import io.stockledger.ledger.ToyItem.Take;
import io.stockledger.ledger.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is kept in memory is bounded by weight, and no decision hangs on it. */
class StateCacheTest {
  private static final long SEED = Long.getLong("cache.seed", 1);

  /** A state of this text weighs as much as it is long, and one more. */
  private final StateCache<String> cache = new StateCache<>(String::length, 10);

  private void put(String id, String state) {
    cache.put(id, new Held<>(state, 0, 0, false));
  }

  @Test
  void what_was_used_longest_ago_makes_room_for_what_is_heavy() {
    put("a", "123");
    put("b", "123");
    assertThat(cache.find("a")).isNotNull();
    put("c", "123");
    assertThat(cache.find("b")).isNull();
    assertThat(cache.find("a")).isNotNull();
    assertThat(cache.find("c")).isNotNull();
  }

  @Test
  void what_grows_is_weighed_anew_and_what_shrinks_makes_room() {
    put("a", "123");
    put("b", "123");
    put("b", "12345678");
    assertThat(cache.find("a")).isNull();
    put("b", "");
    put("c", "12345678");
    assertThat(cache.find("b")).isNotNull();
    assertThat(cache.find("c")).isNotNull();
  }

  @Test
  void one_that_is_too_heavy_is_kept_alone() {
    put("a", "1");
    put("b", "1234567890123");
    assertThat(cache.find("a")).isNull();
    assertThat(cache.find("b")).isNotNull();
    put("c", "1");
    assertThat(cache.find("b")).isNull();
  }

  @Test
  void decisions_are_right_where_hardly_anything_is_kept() {
    Random random = new Random(SEED);
    long[] there = new long[5];
    TestPostgres postgres = TestPostgres.fresh();
    try (ToyLedger toys =
        new ToyLedger(postgres, postgres.app(), builder -> builder, ToyItem.kind().withLimits(1, 2))
            .start()) {
      List<CompletableFuture<Object>> sent = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        int item = random.nextInt(there.length);
        long quantity = 1L + random.nextInt(3);
        if (random.nextBoolean()) {
          sent.add(toys.send(new Add("toy:" + item, quantity)));
          there[item] += quantity;
          expected.add("added");
        } else if (there[item] < quantity) {
          sent.add(toys.send(new Take("toy:" + item, quantity)));
          expected.add("refused at " + there[item]);
        } else {
          sent.add(toys.send(new Take("toy:" + item, quantity)));
          there[item] -= quantity;
          expected.add("taken");
        }
        if (random.nextInt(20) == 0) {
          sent.getLast().join();
        }
      }
      assertThat(sent.stream().map(CompletableFuture::join))
          .as("cache.seed=%d", SEED)
          .isEqualTo(expected);
    }
  }
}
