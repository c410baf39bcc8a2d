package io.stockledger.server.play;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/**
 * Plays a plan: registers places and goods, takes in the first deliveries, then lets all actors
 * trade, half-hour by half-hour. Within a half-hour everybody runs at once and nobody waits for
 * anybody.
 */
final class TradingDay {
  /** Before these half-hours everybody stands still, and associates count. */
  private static final Set<Integer> COUNTED_BEFORE = Set.of(6, 12);

  /** Before these half-hours channels are asked for the store that a switch takes away. */
  private static final Set<Integer> ASKED_BEFORE = Set.of(5, 9, 12);

  private final Desk desk;
  private final DemoFiles files;
  private final Assortment assortment;
  private final Names names;
  private final Script script;
  private final Signs signs;
  private final LowStock lowStock;
  private final Worklists worklists;
  private final Channels channels;
  private final Switching switching;
  private final Silences silences;
  private final Watch watch;
  private final Answers answers;
  private final Kept kept;
  private final Foresight foresight;
  private final Previews previews;
  private final Findings byNames = new Findings("commands by names of others compared");
  private final PrintStream out;

  TradingDay(Desk desk, DemoFiles files, PrintStream out) {
    this.desk = desk;
    this.files = files;
    this.out = out;
    this.assortment = new Assortment(desk.plan());
    this.names = new Names(desk.plan());
    this.script = new Script(desk.plan(), assortment, names);
    this.watch = new Watch(desk, assortment);
    this.signs = new Signs(desk, assortment, watch);
    this.channels = new Channels(desk, assortment);
    this.switching = new Switching(desk, assortment);
    this.silences = new Silences(desk.plan());
    this.answers = new Answers(desk, files, channels, switching, silences);
    this.kept = new Kept(desk.plan());
    Drafts drafts = new Drafts(desk.plan(), assortment, channels);
    this.foresight = new Foresight(desk.plan(), channels, drafts, switching, silences);
    this.previews = new Previews(desk, drafts, foresight);
    this.lowStock = new LowStock(desk, assortment);
    this.worklists = new Worklists(desk, files, assortment);
  }

  /** How long it took, registration and all. */
  Duration play() {
    Instant begun = Instant.now();
    List<Actor> actors =
        script.actors().stream()
            .map(actor -> new Actor(actor, desk, names, channels, byNames))
            .toList();
    try (ExecutorService crew = Executors.newVirtualThreadPerTaskExecutor();
        Progress progress = new Progress(desk.tally(), out)) {
      prepare(crew, progress, actors);
      for (int halfHour = 0; halfHour < DayPlan.HALF_HOURS; halfHour++) {
        int now = halfHour;
        if (COUNTED_BEFORE.contains(now)) {
          progress.at("counting what the worklists say");
          all(crew, worklists.round(now * DayPlan.SECONDS_OF_HALF_HOUR));
        }
        if (ASKED_BEFORE.contains(now)) {
          progress.at("asking channels what they offer");
          all(crew, answers.round(now, switching.store()));
        }
        progress.at("%02d:%02d".formatted(9 + halfHour / 2, halfHour % 2 * 30));
        List<Runnable> tasks = new ArrayList<>(switching.tasks(now));
        actors.forEach(actor -> tasks.add(() -> actor.playHalfHour(now)));
        all(crew, tasks);
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
    all(crew, channels.channels());
    all(crew, channels.rules());
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
    out.println("  asking what other rules would have made of the day");
    previews.ask();
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

  /** Hears an entry of the ledger, in order. */
  void hear(JsonNode entry) {
    signs.hear(entry);
    silences.hear(entry);
    kept.hear(entry);
    foresight.hear(entry);
  }

  /**
   * All about channels, against the ledger, after its entries were heard.
   *
   * @param interrupted the day was broken off in between
   */
  List<Findings> findingsAfterwards(Judgement judgement, boolean interrupted) {
    signs.compareEntries(interrupted);
    Guards guards = new Guards(channels, switching, silences);
    guards.judge(desk.journal());
    answers.compareAll(judgement);
    answers.findings().tell("switches pulled and returned", switching.turned());
    kept.compare(desk.journal());
    previews.compareAll();
    return List.of(
        watch.findings(),
        guards.promises(),
        guards.refusals(),
        answers.findings(),
        kept.findings(),
        new KeptReads(desk, kept).compare(),
        previews.days(),
        previews.sums());
  }

  Kept kept() {
    return kept;
  }

  Script script() {
    return script;
  }

  Assortment assortment() {
    return assortment;
  }

  LowStock lowStock() {
    return lowStock;
  }

  /** The lists that were counted from are needed no more. */
  void forgetSheets() {
    ASKED_BEFORE.forEach(answers::forget);
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
