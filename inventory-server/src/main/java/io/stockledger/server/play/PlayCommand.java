package io.stockledger.server.play;

import io.stockledger.server.client.Answer;
import io.stockledger.server.client.Call;
import io.stockledger.server.client.LedgerClient;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The sub-command {@code demo}: a story, a trading day, a report; then, unless it is to quit, keys
 * and ready {@code curl} lines for whoever wants to go on by hand. The server runs already; the
 * demo is its client and nothing more.
 */
public final class PlayCommand {
  /** As many requests are on their way at once. */
  private static final int CONNECTIONS = 64;

  private static final int COMMANDS = 100_000;
  private static final long SEED = 20_261_123;

  private final PrintStream out;
  private final DemoFiles files;
  private final LedgerClient ledger;
  private final PlayOptions options;

  private PlayCommand(PlayOptions options, LedgerClient ledger, DemoFiles files, PrintStream out) {
    this.options = options;
    this.ledger = ledger;
    this.files = files;
    this.out = out;
  }

  /**
   * Plays to a running server.
   *
   * @param args {@code --quit}, {@code --seed N}, {@code --commands N}, {@code --no-story}
   * @param server its base address
   * @param dataDir where it keeps its data; the operator's key is read there, and the demo keeps
   *     its plan and its keys in {@code demo} below
   * @return exit code: 0, or 1 when the day showed a fault, or 2 for a wrong option
   */
  public static int run(List<String> args, URI server, Path dataDir) throws IOException {
    PrintStream out = System.out;
    Optional<PlayOptions> options =
        PlayOptions.parse(args, new PlayOptions(false, true, SEED, COMMANDS));
    if (options.isEmpty()) {
      out.println(PlayOptions.USAGE);
      return 2;
    }
    String operatorKey = Files.readString(dataDir.resolve("operator.key")).strip();
    try (LedgerClient ledger = new LedgerClient(server, CONNECTIONS)) {
      return new PlayCommand(options.get(), ledger, new DemoFiles(dataDir), out).play(operatorKey);
    }
  }

  /** Whether the arguments ask that nothing stays up when the play is over. */
  public static boolean quits(List<String> args) {
    return args.contains("--quit");
  }

  private int play(String operatorKey) {
    Map<Client, String> bearers = Credentials.ensure(ledger, operatorKey, files);
    List<String> surprises = options.story() ? story(bearers) : List.of();
    Report report = day(new Desk(ledger, bearers, plan(bearers)));
    report.print(out);
    surprises.forEach(out::println);
    if (!options.quit()) {
      new Farewell(ledger.server(), bearers, out).print();
    }
    return report.allIsWell() && surprises.isEmpty() ? 0 : 1;
  }

  private List<String> story(Map<Client, String> bearers) {
    out.println("The story");
    return new Story(ledger, bearers, out).tell();
  }

  /** A day that was broken off goes on; else a new one begins. */
  private DayPlan plan(Map<Client, String> bearers) {
    Optional<DayPlan> broken = files.plan().filter(plan -> !plan.finished());
    if (broken.isPresent()) {
      out.printf("%nThe trading day %s was broken off and goes on.%n", broken.get().run());
      return broken.get();
    }
    String auditor = Objects.requireNonNull(bearers.get(Client.AUDITOR));
    Answer head = ledger.send(Call.get("/v1/locations?limit=1", auditor));
    long after = Math.max(ledger.highestPosition(), head.body().path("position").asLong());
    DayPlan plan = DayPlan.beginning(Instant.now(), options.seed(), options.commands(), after);
    files.keep(plan);
    out.printf("%nA trading day begins: run %s, seed %d.%n", plan.run(), plan.seed());
    return plan;
  }

  private Report day(Desk desk) {
    TradingDay day = new TradingDay(desk, files, out);
    Duration length = day.play();
    out.println("  the doors are closed; waiting until the last promises have run out");
    await(desk.journal().lastExpiry().plusSeconds(2));
    Judgement judgement = new Judgement(desk.journal(), day.lowStock()::of);
    Comparison comparison = new Comparison(desk, day.assortment());
    comparison.compareFigures(judgement);
    List<Findings> findings = new ArrayList<>(day.findings(judgement));
    comparison.countCommands(desk.plan().after(), day::hear);
    findings.addAll(day.findingsAfterwards(judgement, desk.tally().replayed() > 0));
    files.keep(desk.plan().ended());
    day.forgetSheets();
    NaiveSite.Outcome naive = new NaiveSite(day.script().actors()).outcome();
    return new Report(desk.tally(), judgement, comparison, findings, day.kept(), naive, length);
  }

  private static void await(Instant moment) {
    try {
      Thread.sleep(Duration.between(Instant.now(), moment));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while promises were running out", e);
    }
  }
}
