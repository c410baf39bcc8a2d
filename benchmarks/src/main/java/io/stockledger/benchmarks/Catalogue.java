package io.stockledger.benchmarks;

import io.stockledger.benchmarks.crash.CrashProof;
import io.stockledger.benchmarks.workload.AvailabilityWorkload;
import io.stockledger.benchmarks.workload.BulkWorkload;
import io.stockledger.benchmarks.workload.ChangesWorkload;
import io.stockledger.benchmarks.workload.GrowWorkload;
import io.stockledger.benchmarks.workload.GuardedWorkload;
import io.stockledger.benchmarks.workload.InProcessWorkload;
import io.stockledger.benchmarks.workload.LongItemWorkload;
import io.stockledger.benchmarks.workload.MixedWorkload;
import io.stockledger.benchmarks.workload.OverloadWorkload;
import io.stockledger.benchmarks.workload.ReadWorkload;
import io.stockledger.benchmarks.workload.ReplayWorkload;
import io.stockledger.benchmarks.workload.ReserveWorkload;
import io.stockledger.benchmarks.workload.RuleChangeWorkload;
import io.stockledger.benchmarks.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every workload there is, in the order in which {@code --help} tells them. */
final class Catalogue {
  /** A new workload is a line here. */
  static final List<Workload> ALL =
      List.of(
          new ReserveWorkload("reserve-hot", 1),
          new ReserveWorkload("reserve-spread", 10_000),
          new InProcessWorkload("reserve-hot-in-process", 1),
          new InProcessWorkload("reserve-spread-in-process", 10_000),
          new BulkWorkload(),
          new MixedWorkload(),
          new ReadWorkload(),
          new AvailabilityWorkload(),
          new ChangesWorkload(),
          new GuardedWorkload(),
          new RuleChangeWorkload(),
          new ReplayWorkload(),
          new GrowWorkload(),
          new LongItemWorkload(),
          new OverloadWorkload(),
          new CrashProof());

  private Catalogue() {}

  static Optional<Workload> named(String name) {
    return ALL.stream().filter(workload -> workload.name().equals(name)).findFirst();
  }

  static String help() {
    return ALL.stream()
        .map(Catalogue::lines)
        .collect(
            Collectors.joining(
                "\n",
                "benchmarks/run WORKLOAD [--OPTION VALUE]…\n\n",
                "\n\nThe last line on standard output is one line of JSON. The exit status is 0 if"
                    + " the outcome was verified, 1 if not, 2 for a misspelt request."));
  }

  private static String lines(Workload workload) {
    String options =
        workload.options().stream()
            .map(
                option ->
                    "\n  %26s--%s N  %s (%s)"
                        .formatted("", option.name(), option.meaning(), option.defaultValue()))
            .collect(Collectors.joining());
    return "  %-26s%s%s".formatted(workload.name(), workload.purpose(), options);
  }
}
