package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.load.LoadGenerator;
import io.stockledger.benchmarks.load.Measured;
import io.stockledger.benchmarks.load.StreamReaders;
import io.stockledger.benchmarks.stage.SalesChannel;
import io.stockledger.benchmarks.stage.Stage;
import io.stockledger.benchmarks.stage.StockledgerSide;
import io.stockledger.benchmarks.traffic.Acknowledged;
import io.stockledger.benchmarks.traffic.ReserveTraffic;
import io.stockledger.benchmarks.traffic.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What a channel is told as it happens: many who follow it while it changes a little, and few while
 * it changes a lot. How long until the last of them knows, and what each costs the server's heap.
 */
public final class ChangesWorkload implements Workload {
  private static final long SEED = 42;
  private static final long PLENTY = 1_000_000_000;
  private static final int CONNECTIONS = 64;
  private static final int RULES = 20;
  private static final double MOST_MILLIS = 500;
  private static final Duration SILENCE = Duration.ofSeconds(1);

  @Override
  public String name() {
    return "changes";
  }

  @Override
  public String purpose() {
    return "many streams of a channel that changes a little, few of one that changes a lot";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.seconds(30),
        Option.of("warm-up", 30, "seconds at the same rate before"),
        Option.of("items", 10_000, "over which the changes go evenly"),
        Option.of("many-streams", 1_000, "that follow few changes"),
        Option.of("few-changes", 20, "a second"),
        Option.of("few-streams", 10, "that follow many changes"),
        Option.of("many-changes", 2_000, "a second"));
  }

  /** How many follow how many changes a second. */
  private record Scene(String name, int streams, int changes) {}

  /** What stays the same for all scenes of a run. */
  private record Run(
      StockledgerSide side,
      ReserveTraffic traffic,
      Duration warmUp,
      Duration time,
      SequencedMap<String, Object> figures) {}

  @Override
  public Outcome run(Options options) throws Exception {
    Shelf shelf = new Shelf("ITEM", options.number("items"), PLENTY);
    Scene many = new Scene("many", options.number("many-streams"), options.number("few-changes"));
    Scene few = new Scene("few", options.number("few-streams"), options.number("many-changes"));
    try (Stage stage = Stage.open()) {
      StockledgerSide side = StockledgerSide.start(stage);
      side.stockUp(shelf);
      SalesChannel.put(side, shelf, RULES);
      side.settle();
      Recomputations.awaitAll(side);
      Acknowledged acknowledged = new Acknowledged();
      Run run =
          new Run(
              side,
              new ReserveTraffic(side.bearer(), shelf, acknowledged, SEED),
              Duration.ofSeconds(options.number("warm-up")),
              Duration.ofSeconds(options.number("seconds")),
              new LinkedHashMap<>());
      boolean told = play(run, many);
      told &= play(run, few);
      boolean right = Verification.ofReserves(side, acknowledged, shelf).isEmpty();
      return new Outcome(run.figures(), new LinkedHashMap<>(), told && right);
    }
  }

  private static boolean play(Run run, Scene scene) throws Exception {
    StockledgerSide side = run.side();
    long before = side.server().liveHeap();
    long after = side.database().number("select max(position) from ledger.event");
    System.out.printf("%,d streams, %,d changes a second%n", scene.streams(), scene.changes());
    try (StreamReaders readers =
        StreamReaders.open(side.address(), side.bearer(), SalesChannel.ID, scene.streams())) {
      run.figures()
          .put(scene.name() + "HeapPerStreamKiB", perStream(side, before, scene.streams()));
      long fromMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now().plus(run.warmUp()));
      Measured measured;
      long messages;
      try (LoadGenerator clients = side.clients(CONNECTIONS)) {
        measured = clients.openLoop(run.traffic(), run.warmUp(), run.time(), scene.changes());
        messages = readers.messages();
      }
      Contest.tell(scene.name(), CONNECTIONS, measured);
      readers.awaitSilence(SILENCE);
      run.figures()
          .put(scene.name() + "HeapPerStreamAfterKiB", perStream(side, before, scene.streams()));
      ReaderLag lag =
          ReaderLag.of(readers.end(), scene.streams(), side.database(), after, fromMicros);
      tell(run, scene, measured, messages, lag);
      return lag.isComplete();
    }
  }

  private static double perStream(StockledgerSide side, long before, int streams) throws Exception {
    return Math.max(0, side.server().liveHeap() - before) / 1024.0 / streams;
  }

  private static void tell(Run run, Scene scene, Measured measured, long messages, ReaderLag lag) {
    String name = scene.name();
    SequencedMap<String, Object> figures = run.figures();
    figures.put(name + "Streams", scene.streams());
    figures.put(name + "ChangesPerSecond", measured.perSecond());
    figures.put(
        name + "MessagesPerSecond", messages * 1e3 / run.warmUp().plus(run.time()).toMillis());
    for (double percentile : new double[] {50, 95, 100}) {
      String word = percentile == 100 ? "Max" : "P" + Math.round(percentile);
      figures.put(name + "Lag" + word + "Ms", lag.millis(percentile));
    }
    System.out.println(lag);
    System.out.printf(
        "heap of a stream: %s KiB while it is silent%n", figures.get(name + "HeapPerStreamKiB"));
    Bars.atLeast(name + ", changes a second", measured.perSecond(), scene.changes() * 0.95);
    Bars.atMost(name + ", p95 ms from commit to the last reader", lag.millis(95), MOST_MILLIS);
  }
}
