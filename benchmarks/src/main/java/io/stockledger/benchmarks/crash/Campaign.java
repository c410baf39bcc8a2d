package io.stockledger.benchmarks.crash;

import io.stockledger.benchmarks.crash.check.Checker;
import io.stockledger.benchmarks.crash.check.Finding;
import io.stockledger.benchmarks.crash.history.Attempt;
import io.stockledger.benchmarks.crash.history.History;
import io.stockledger.benchmarks.crash.history.HistoryFiles;
import io.stockledger.benchmarks.crash.load.Recorder;
import io.stockledger.benchmarks.crash.site.Grounds;
import io.stockledger.benchmarks.crash.site.Site;
import io.stockledger.benchmarks.crash.site.Site.Ground;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Many cycles on one ledger after the other, each judged as soon as it is over. */
final class Campaign {
  private static final int CLIENTS = 40;

  /** A ledger lives that long; its history is judged whole after each of its cycles. */
  private static final int CYCLES_PER_LEDGER = 10;

  private static final int FINDINGS_SHOWN = 10;

  private final Path directory;
  private final long seed;
  private final boolean forgetful;
  private final PrintStream out;
  private final Tally tally = new Tally();
  private int ledgers;
  private int cycles;

  /**
   * @param directory for everything; histories of ledgers that failed stay there
   * @param forgetful on databases that do not wait for the disk
   */
  Campaign(Path directory, long seed, boolean forgetful, PrintStream out) {
    this.directory = directory;
    this.seed = seed;
    this.forgetful = forgetful;
    this.out = out;
  }

  Tally run(List<Fault> plan) throws IOException, InterruptedException, SQLException {
    out.println("seed " + seed);
    Grounds grounds = Grounds.prepare(directory);
    Deque<Fault> left = new ArrayDeque<>(plan);
    while (!left.isEmpty()) {
      onOneLedger(grounds, left);
    }
    return tally;
  }

  private void onOneLedger(Grounds grounds, Deque<Fault> left)
      throws IOException, InterruptedException, SQLException {
    Ground ground = ground(left.getFirst());
    Recorder recorder = new Recorder();
    Path place = directory.resolve("ledger-" + ++ledgers);
    Set<String> acknowledged = Set.of();
    boolean clean = true;
    boolean kept = false;
    try (Site site = Site.open(grounds, ground, Files.createDirectories(place), recorder)) {
      for (int i = 0; i < CYCLES_PER_LEDGER && clean && !left.isEmpty(); i++) {
        if (ground(left.getFirst()) != ground) {
          break;
        }
        clean = cycle(site, recorder, left.removeFirst());
        acknowledged = acknowledged(recorder);
      }
      // what a forgetful one has lost proves nothing but that it was noticed
      kept = !clean && !forgetful;
      if (kept) {
        keep(site, place);
      }
    }
    tally.acknowledged(acknowledged);
    if (!kept) {
      Trees.delete(place);
    }
  }

  private Ground ground(Fault fault) {
    return forgetful ? Ground.FORGETFUL : fault.ground();
  }

  /** Returns whether nothing was found. */
  private boolean cycle(Site site, Recorder recorder, Fault fault)
      throws IOException, InterruptedException, SQLException {
    Instant start = Instant.now();
    // of its own, so that what one cycle draws changes nothing in the next
    Random random = new Random(seed * 1_000_003 + ++cycles);
    int before = recorder.attempts().size();
    tally.cycle();
    boolean survived = run(site, recorder, fault, random);
    History history = site.history();
    List<Finding> findings = Checker.judge(history);
    tally.found(findings);
    out.printf(
        "cycle %3d, %-14s %6d sent, %5d unanswered, %6d events in all, %4.1f s: %s%n",
        cycles,
        fault.word(),
        history.attempts().size() - before,
        history.attempts().stream().skip(before).filter(a -> !a.isDecided()).count(),
        history.events().size(),
        Duration.between(start, Instant.now()).toMillis() / 1e3,
        findings.isEmpty() ? "nothing found" : findings.size() + " findings");
    findings.stream().limit(FINDINGS_SHOWN).forEach(finding -> out.println("  " + finding));
    return survived && findings.isEmpty();
  }

  /** Returns false where the site did not come back. */
  private boolean run(Site site, Recorder recorder, Fault fault, Random random)
      throws InterruptedException, IOException {
    try {
      Cycle cycle = new Cycle(site, recorder, random, "y" + cycles, CLIENTS);
      cycle.run(fault);
      if (!forgetful) {
        // positions that were read once and are forgotten now are nothing to wait for
        cycle.readAll();
      }
      return true;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      tally.broken("cycle " + cycles + ": " + e);
      out.printf("cycle %d, %s: broken: %s%n", cycles, fault.word(), e);
      site.startPostgres();
      return false;
    }
  }

  private static Set<String> acknowledged(Recorder recorder) {
    return recorder.attempts().stream()
        .filter(Attempt::isDecided)
        .map(Attempt::key)
        .collect(Collectors.toSet());
  }

  private void keep(Site site, Path place) throws IOException {
    Path kept = place.resolve("history");
    try {
      site.startPostgres();
      HistoryFiles.write(kept, site.history());
      for (Path log : site.logs().toList()) {
        if (Files.exists(log)) {
          String name = place.relativize(log).toString().replace('/', '-');
          Files.copy(log, kept.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      out.println("  the history is kept in " + kept + "; judge it again with --check " + kept);
    } catch (SQLException | IllegalStateException e) {
      out.println("  the history could not be kept: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
