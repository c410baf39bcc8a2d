package io.stockledger.benchmarks;

import io.stockledger.benchmarks.workload.MisusedException;
import io.stockledger.benchmarks.workload.Options;
import io.stockledger.benchmarks.workload.Outcome;
import io.stockledger.benchmarks.workload.Workload;
import java.util.List;

/** The main class: the first argument names a workload, the others are its options. */
public final class Benchmarks {
  static final int VERIFIED = 0;
  static final int FAILED = 1;
  static final int MISUSED = 2;

  private Benchmarks() {}

  public static void main(String[] args) {
    System.setProperty("disable-axoniq-console-message", "true");
    System.exit(run(List.of(args)));
  }

  static int run(List<String> args) {
    if (args.isEmpty() || args.contains("--help") || args.contains("-h")) {
      System.out.println(Catalogue.help());
      return args.isEmpty() ? MISUSED : VERIFIED;
    }
    try {
      Workload workload =
          Catalogue.named(args.getFirst())
              .orElseThrow(
                  () ->
                      new MisusedException(
                          "There is no workload %s; --help tells which there are."
                              .formatted(args.getFirst())));
      Options options = Options.parse(args.subList(1, args.size()), workload.options());
      Outcome outcome = workload.run(options);
      System.out.flush();
      System.out.println(outcome.json(workload.name()));
      return outcome.verified() ? VERIFIED : FAILED;
    } catch (MisusedException e) {
      System.err.println(e.getMessage());
      return MISUSED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    } catch (Exception e) {
      e.printStackTrace();
      return FAILED;
    }
  }
}
