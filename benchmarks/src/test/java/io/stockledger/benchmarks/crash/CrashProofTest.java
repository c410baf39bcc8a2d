package io.stockledger.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockledger.benchmarks.crash.history.Attempt;
import io.stockledger.benchmarks.crash.history.History;
import io.stockledger.benchmarks.crash.history.HistoryFiles;
import io.stockledger.benchmarks.workload.MisusedException;
import io.stockledger.benchmarks.workload.Options;
import io.stockledger.benchmarks.workload.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashProofTest {
  private final CrashProof proof = new CrashProof();

  private Options options(String... given) {
    return Options.parse(List.of(given), proof.options());
  }

  @Test
  void the_negative_control_is_asked_for_without_a_value() {
    Options options = options("--negative", "--cycles", "3");
    assertThat(options.isSet("negative")).isTrue();
    assertThat(options.number("cycles")).isEqualTo(3);
    assertThat(options("--cycles=3").isSet("negative")).isFalse();
  }

  @Test
  void a_fault_or_a_seed_that_is_none_is_misuse() {
    assertThatThrownBy(() -> proof.run(options("--fault", "flood")))
        .isInstanceOf(MisusedException.class)
        .hasMessageContaining("kill-postgres");
    assertThatThrownBy(() -> proof.run(options("--fault", "pause", "--seed", "x")))
        .isInstanceOf(MisusedException.class);
  }

  @Test
  void a_kept_history_is_judged_again(@TempDir Path directory) throws Exception {
    Attempt attempt =
        new Attempt(
            "k1",
            "/v1/stock/L0/S0/receive",
            "{\"quantity\":1}",
            1,
            Instant.EPOCH,
            Instant.EPOCH.plusMillis(1),
            200,
            "{}",
            false,
            1);
    HistoryFiles.write(
        directory,
        new History(List.of(), List.of(attempt), List.of(), List.of(), List.of(), List.of()));
    Outcome outcome = proof.run(options("--check", directory.toString()));
    assertThat(outcome.verified()).isFalse();
    assertThat(outcome.figures()).containsEntry("acknowledged", 1L).containsEntry("lost", 1L);
  }
}
