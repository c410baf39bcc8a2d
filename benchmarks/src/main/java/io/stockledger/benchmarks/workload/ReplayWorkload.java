package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.inprocess.WorkerProcess;
import io.stockledger.benchmarks.load.Measured;
import io.stockledger.benchmarks.stage.LaidHistory;
import io.stockledger.benchmarks.stage.ServerProcess;
import io.stockledger.benchmarks.stage.Stage;
import io.stockledger.benchmarks.stage.StockledgerSide;
import io.stockledger.benchmarks.traffic.Acknowledged;
import io.stockledger.benchmarks.traffic.Shelf;
import io.stockledger.server.StockledgerServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * All read models anew from the ledger, as the sub-command does it, beside Axon's way of folding
 * event by event into the same tables.
 */
public final class ReplayWorkload implements Workload {
  private static final long QUANTITY = 1_000_000;
  private static final int EVENTS_OF_AN_ITEM = 10;
  private static final int RESERVES = EVENTS_OF_AN_ITEM - 2;

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public String purpose() {
    return "all read models from the ledger, beside axon-default folding event by event";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.seconds(30),
        Option.of("events", 2_000_000, "to fold; the peer folds as many as it can in its time"),
        Option.of("segments", "1,4", "of the peer's processors to try"));
  }

  @Override
  public Outcome run(Options options) throws Exception {
    int items = options.number("events") / EVENTS_OF_AN_ITEM;
    Shelf shelf = new Shelf("ITEM", items, QUANTITY, RESERVES);
    SequencedMap<String, Object> figures = new LinkedHashMap<>();
    SequencedMap<String, Double> ratios = new LinkedHashMap<>();
    try (Stage stage = Stage.open()) {
      StockledgerSide side = StockledgerSide.start(stage);
      System.out.printf("laying down %,d events%n", options.number("events"));
      LaidHistory.on(side, QUANTITY).layShelf(shelf, RESERVES);
      long events = side.database().number("select count(*) from ledger.event");
      double seconds = rebuild(stage, side);
      figures.put("events", events);
      figures.put("rebuildSeconds", seconds);
      figures.put("stockledgerPerSecond", events / seconds);
      double theirs = peer(stage, side, options, figures);
      ratios.put("axon-default", events / seconds / theirs);
      boolean same = runs(stage, side, "rebuild", "--compare");
      System.out.println("a second fold comes to the same: " + same);
      side.restart();
      boolean right = Verification.ofReserves(side, new Acknowledged(), shelf).isEmpty();
      return new Outcome(figures, ratios, same && right);
    }
  }

  private static double rebuild(Stage stage, StockledgerSide side)
      throws IOException, InterruptedException {
    long from = System.nanoTime();
    if (!runs(stage, side, "rebuild")) {
      throw new IllegalStateException("the rebuild failed");
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    System.out.printf("rebuilt in %.1f s, the start of the program included%n", seconds);
    return seconds;
  }

  /** Runs a sub-command of the server and tells whether it came to a good end. */
  private static boolean runs(Stage stage, StockledgerSide side, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(ServerProcess.java(StockledgerServer.class.getName()));
    command.addAll(List.of(words));
    command.addAll(side.settings());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    stage.alsoEnds(process);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      System.out.println(said);
    }
    return status == 0;
  }

  private static double peer(
      Stage stage, StockledgerSide side, Options options, SequencedMap<String, Object> figures)
      throws IOException {
    double best = 0;
    Duration time = Duration.ofSeconds(options.number("seconds"));
    List<String> settings = List.of("--peer.database.url=" + side.database().url());
    try (WorkerProcess peer =
        WorkerProcess.start(stage, "axon-default", "axon-replay", 1, settings)) {
      for (int segments : options.numbers("segments")) {
        Measured measured = peer.measure(segments, time);
        System.out.printf(
            "axon-default with %d segments: %,.0f a second%n", segments, measured.perSecond());
        best = Math.max(best, measured.perSecond());
      }
    }
    figures.put("axon-defaultPerSecond", best);
    return best;
  }
}
