package io.stockledger.server.play;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Plays a plan: registers places and goods, takes in the first deliveries, then lets all actors
 * trade, half-hour by half-hour. Within a half-hour everybody runs at once and nobody waits for
 * anybody.
 */
final class TradingDay {
  /** Before these half-hours everybody stands still, and associates count. */
  private static final Set<Integer> COUNTED_BEFORE = Set.of(6, 12);

  private final Desk desk;
  private final DemoFiles files;
  private final Assortment assortment;
  private final Names names;
  private final Script script;
  private final Signs signs;
  private final LowStock lowStock;
  private final Worklists worklists;
  private final Findings byNames = new Findings("commands by names of others compared");
  private final PrintStream out;

  TradingDay(Desk desk, DemoFiles files, PrintStream out) {
    this.desk = desk;
    this.files = files;
    this.out = out;
    this.assortment = new Assortment(desk.plan());
    this.names = new Names(desk.plan());
    this.script = new Script(desk.plan(), assortment, names);
    this.signs = new Signs(desk, assortment);
    this.lowStock = new LowStock(desk, assortment);
    this.worklists = new Worklists(desk, files, assortment);
  }

  /** How long it took, registration and all. */
  Duration play() {
    Instant begun = Instant.now();
    List<Actor> actors =
        script.actors().stream().map(actor -> new Actor(actor, desk, names, byNames)).toList();
    try (ExecutorService crew = Executors.newVirtualThreadPerTaskExecutor();
        Progress progress = new Progress(desk.tally(), out)) {
      prepare(crew, progress, actors);
      for (int halfHour = 0; halfHour < DayPlan.HALF_HOURS; halfHour++) {
        int now = halfHour;
        if (COUNTED_BEFORE.contains(now)) {
          progress.at("counting what the worklists say");
          all(crew, worklists.round(now * DayPlan.SECONDS_OF_HALF_HOUR));
        }
        progress.at("%02d:%02d".formatted(9 + halfHour / 2, halfHour % 2 * 30));
        all(crew, actors.stream().map(actor -> (Runnable) () -> actor.playHalfHour(now)).toList());
      }
    }
    return Duration.between(begun, Instant.now());
  }

  private void prepare(ExecutorService crew, Progress progress, List<Actor> actors) {
    Registration registration = new Registration(desk, assortment, names);
    progress.at("registering 22 locations and 2,000 SKUs");
    all(crew, registration.placesAndProducts());
    all(crew, registration.aliases());
    all(crew, registration.ambiguities());
    signs.begin();
    lowStock.putRules();
    progress.at("first deliveries");
    all(crew, actors.stream().map(actor -> (Runnable) actor::playOpening).toList());
    progress.at("setting what is low");
    lowStock.awaitThresholds();
    all(crew, lowStock.ownThresholds());
  }

  /**
   * Everything that the day is about beside figures, against the ledger; after the last promise.
   */
  List<Findings> findings(Judgement judgement) {
    signs.compare();
    Findings readByNames = new ForeignReads(desk, names).compare(script, judgement);
    lowStock.compare(judgement);
    worklists.compare(judgement);
    return List.of(
        byNames,
        readByNames,
        signs.findings(),
        lowStock.progress(),
        lowStock.items(),
        worklists.findings());
  }

  Script script() {
    return script;
  }

  Assortment assortment() {
    return assortment;
  }

  Signs signs() {
    return signs;
  }

  LowStock lowStock() {
    return lowStock;
  }

  /** The lists that were counted from are needed no more. */
  void forgetSheets() {
    COUNTED_BEFORE.forEach(
        halfHour ->
            worklists.names(halfHour * DayPlan.SECONDS_OF_HALF_HOUR).forEach(files::forgetSheet));
  }

  private static void all(ExecutorService crew, List<Runnable> tasks) {
    List<? extends Future<?>> running = tasks.stream().map(crew::submit).toList();
    for (Future<?> task : running) {
      try {
        task.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("the day cannot go on", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the day was interrupted", e);
      }
    }
  }
}
