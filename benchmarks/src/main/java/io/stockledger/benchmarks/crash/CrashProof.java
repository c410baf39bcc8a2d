package io.stockledger.benchmarks.crash;

import io.stockledger.benchmarks.crash.check.Checker;
import io.stockledger.benchmarks.crash.check.Finding.Kind;
import io.stockledger.benchmarks.crash.history.History;
import io.stockledger.benchmarks.crash.history.HistoryFiles;
import io.stockledger.benchmarks.workload.MisusedException;
import io.stockledger.benchmarks.workload.Option;
import io.stockledger.benchmarks.workload.Options;
import io.stockledger.benchmarks.workload.Outcome;
import io.stockledger.benchmarks.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Kills, stops, pauses, cuts off and starves real processes under load, and judges from outside
 * what they kept. As negative control it lets PostgreSQL forget, and is verified only if the
 * checker notices.
 */
public final class CrashProof implements Workload {
  private static final String ALL = "all";
  private static final String NONE = "none";
  private static final String RANDOM = "random";

  @Override
  public String name() {
    return "crash";
  }

  @Override
  public String purpose() {
    return "proves by faults under load that nothing acknowledged is lost, doubled or oversold";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.of("cycles", 20, "how many faults"),
        Option.of("fault", ALL, "which: " + words()),
        Option.of("seed", RANDOM, "of everything that is left to chance"),
        Option.flag("negative", "lets the database forget; verified if that is noticed"),
        Option.of("check", NONE, "judges a kept history again: its directory"));
  }

  private static String words() {
    return Arrays.stream(Fault.values()).map(Fault::word).collect(Collectors.joining(", "));
  }

  @Override
  public Outcome run(Options options) throws Exception {
    if (!options.text("check").equals(NONE)) {
      return judgeAgain(Path.of(options.text("check")));
    }
    boolean negative = options.isSet("negative");
    long seed = seed(options);
    List<Fault> named = named(options.text("fault"));
    int cycles = options.number("cycles");
    Path directory = Files.createTempDirectory("stockledger-crash-");
    List<Fault> faults = named.isEmpty() ? all(negative, directory) : named;
    Tally tally = new Campaign(directory, seed, negative, System.out).run(Plan.of(faults, cycles));
    if (negative || tally.isClean()) {
      Trees.delete(directory);
    }
    boolean verified = negative ? tally.count(Kind.LOST) > 0 : tally.isClean();
    return new Outcome(tally.figures(), new LinkedHashMap<>(), verified);
  }

  private static Outcome judgeAgain(Path directory) throws IOException {
    History history = HistoryFiles.read(directory);
    Tally tally = new Tally();
    tally.acknowledged(Checker.acknowledged(history));
    tally.found(Checker.judge(history));
    tally.findings().forEach(System.out::println);
    return new Outcome(tally.figures(), new LinkedHashMap<>(), tally.isClean());
  }

  private static long seed(Options options) {
    String text = options.text("seed");
    try {
      return text.equals(RANDOM) ? System.nanoTime() : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new MisusedException("--seed takes a whole number, not " + text);
    }
  }

  /** None for all of them. */
  private static List<Fault> named(String word) {
    return word.equals(ALL)
        ? List.of()
        : List.of(
            Fault.named(word)
                .orElseThrow(
                    () ->
                        new MisusedException("There is no fault " + word + "; known: " + words())));
  }

  private static List<Fault> all(boolean negative, Path directory) throws InterruptedException {
    return negative
        ? List.of(Fault.STOP_IMMEDIATE, Fault.KILL_POSTGRES)
        : Fault.allPossible(directory, System.out);
  }
}
