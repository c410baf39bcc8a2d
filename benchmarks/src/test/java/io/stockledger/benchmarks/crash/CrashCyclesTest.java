package io.stockledger.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.benchmarks.crash.check.Finding.Kind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * More cycles with {@code -Dcrash.cycles=…}, the same once more with {@code -Dcrash.seed=…}; how
 * processes and clients meet is chance all the same.
 */
class CrashCyclesTest {
  private static final int CYCLES = Integer.getInteger("crash.cycles", 10);
  private static final long SEED = Long.getLong("crash.seed", System.nanoTime());

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void nothing_acknowledged_is_lost_doubled_or_oversold_whatever_fails() throws Exception {
    List<Fault> faults = Fault.allPossible(directory, System.out);
    Tally tally = new Campaign(directory, SEED, false, System.out).run(Plan.of(faults, CYCLES));
    assertThat(tally.isClean()).as("crash.seed=%d: %s", SEED, tally.figures()).isTrue();
    assertThat(tally.figures()).containsEntry("cycles", CYCLES);
    assertThat((long) tally.figures().getOrDefault("acknowledged", 0L)).isGreaterThan(50L * CYCLES);
    assertThat((long) tally.figures().getOrDefault("acknowledgedTogether", 0L)).isPositive();
  }

  @Test
  void a_database_that_does_not_wait_for_the_disk_is_found_out() throws Exception {
    Tally tally =
        new Campaign(directory, SEED, true, System.out).run(List.of(Fault.STOP_IMMEDIATE));
    assertThat(tally.count(Kind.LOST)).as("crash.seed=%d", SEED).isPositive();
  }
}
