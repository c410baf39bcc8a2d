package io.stockledger.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {
  @Test
  void tasks_of_one_name_keep_their_order() {
    Map<String, List<Integer>> done = new ConcurrentHashMap<>();
    try (Lanes lanes = new Lanes(4)) {
      for (int i = 0; i < 2_000; i++) {
        int number = i;
        String name = "sku-" + i % 10;
        lanes.give(
            name, () -> done.computeIfAbsent(name, n -> new CopyOnWriteArrayList<>()).add(number));
      }
      lanes.finish();
    }

    assertThat(done).hasSize(10);
    assertThat(done.get("sku-3"))
        .isEqualTo(IntStream.range(0, 200).mapToObj(i -> i * 10 + 3).toList());
  }

  @Test
  void a_failure_reaches_the_giver_and_nobody_waits_for_ever() {
    try (Lanes lanes = new Lanes(2)) {
      lanes.give(
          "a",
          () -> {
            throw new IllegalStateException("out of reach");
          });

      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1_000; i++) {
                  lanes.give("a", () -> {});
                }
                lanes.finish();
              })
          .hasMessage("out of reach");
    }
  }
}
