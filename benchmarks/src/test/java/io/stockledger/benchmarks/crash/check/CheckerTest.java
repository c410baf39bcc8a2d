package io.stockledger.benchmarks.crash.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.benchmarks.crash.check.Finding.Kind;
import io.stockledger.benchmarks.crash.history.History;
import io.stockledger.benchmarks.crash.history.HistoryFiles;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Other histories and other places of damage with {@code -Dchecker.seed=…}. */
class CheckerTest {
  private static final long SEED = Long.getLong("checker.seed", 1);
  private static final int COMMANDS = 240;
  private static final int DAMAGES = 6;

  /** Of a ledger that keeps its promises; each with the seed of its place. */
  private static final List<History> HISTORIES =
      IntStream.range(0, 5).mapToObj(i -> ImaginedRun.of(SEED + i, COMMANDS)).toList();

  @Test
  void nothing_is_found_in_histories_of_a_ledger_that_keeps_its_promises() {
    long refused = 0;
    Set<String> recorded = new HashSet<>();
    for (int i = 0; i < HISTORIES.size(); i++) {
      History history = HISTORIES.get(i);
      assertThat(Checker.judge(history)).as("checker.seed=%d", SEED + i).isEmpty();
      history.events().forEach(event -> recorded.add(event.type()));
      refused += history.receipts().stream().filter(receipt -> !receipt.isAccepted()).count();
    }
    assertThat(refused).isGreaterThan(HISTORIES.size() * 10L);
    assertThat(recorded)
        .contains(
            TransferFold.REQUESTED,
            TransferFold.DISPATCHED,
            TransferFold.UNDER_WAY,
            TransferFold.RECEIVED,
            TransferFold.WRITTEN_OFF,
            TransferFold.CANCELLED);
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void every_damage_is_found(Damage damage) {
    for (int i = 0; i < HISTORIES.size(); i++) {
      History history = HISTORIES.get(i);
      for (int j = 0; j < DAMAGES; j++) {
        History damaged = Damaged.by(damage, history, new Random(SEED * 1_000 + i * 100L + j));
        assertThat(Checker.judge(damaged))
            .as("damage %d of history %d, checker.seed=%d", j, i, SEED)
            .isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "A_LEG_OF_A_TRANSFER_IS_MISSING",
        "A_LEG_OF_A_TRANSFER_HAS_ANOTHER_QUANTITY",
        "A_RECEIPT_OF_A_TRANSFER_IS_THERE_TWICE"
      })
  void half_a_transfer_is_found_as_such(Damage damage) {
    everyDamageIsFoundAs(damage, Kind.HALF_TRANSFER);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "A_PART_OF_AN_ATOMIC_REQUEST_IS_MISSING",
        "SOMETHING_IS_BETWEEN_THE_PARTS_OF_AN_ATOMIC_REQUEST"
      })
  void half_a_request_is_found_as_such(Damage damage) {
    everyDamageIsFoundAs(damage, Kind.HALF_REQUEST);
  }

  private static void everyDamageIsFoundAs(Damage damage, Kind kind) {
    for (int i = 0; i < HISTORIES.size(); i++) {
      History history = HISTORIES.get(i);
      for (int j = 0; j < DAMAGES; j++) {
        History damaged = Damaged.by(damage, history, new Random(SEED * 1_000 + i * 100L + j));
        assertThat(Checker.judge(damaged))
            .as("damage %d of history %d, checker.seed=%d", j, i, SEED)
            .extracting(Finding::kind)
            .contains(kind);
      }
    }
  }

  @Test
  void a_history_that_was_kept_is_judged_as_before(@TempDir Path directory) throws Exception {
    History damaged =
        Damaged.by(Damage.AN_ENTRY_IS_ALTERED, HISTORIES.getFirst(), new Random(SEED));
    HistoryFiles.write(directory, damaged);
    assertThat(HistoryFiles.read(directory)).isEqualTo(damaged);
    assertThat(Checker.judge(HistoryFiles.read(directory))).isEqualTo(Checker.judge(damaged));
  }
}
