package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.inprocess.WorkerProcess;
import io.stockledger.benchmarks.load.LoadGenerator;
import io.stockledger.benchmarks.stage.Stage;
import io.stockledger.benchmarks.stage.StockledgerSide;
import io.stockledger.benchmarks.traffic.Acknowledged;
import io.stockledger.benchmarks.traffic.BulkTraffic;
import io.stockledger.benchmarks.traffic.ReserveTraffic;
import io.stockledger.benchmarks.traffic.Shelf;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Reserves, a thousand a request, beside one writer that appends the same rows and decides nothing:
 * first with projections paused on both, then with them running behind both.
 */
public final class BulkWorkload implements Workload {
  private static final long PLENTY = 1_000_000_000;
  private static final long SEED = 42;

  /** Beyond those of the sample; no two runs of the peer use the same. */
  private static final long FIRST_KEY = 1_000_000_000L;

  private static final String PAUSED = "--stockledger.projections.enabled=false";
  private static final Duration A_FEW = Duration.ofMillis(500);

  @Override
  public String name() {
    return "bulk";
  }

  @Override
  public String purpose() {
    return "many commands a request, beside raw-append, projections paused and running";
  }

  @Override
  public List<Option> options() {
    List<Option> options = new ArrayList<>(Pitch.options(10, "2,4,8,16", 3));
    options.add(Option.of("commands", 1000, "in a request"));
    options.add(Option.of("batches", "512,1024,2048,4096", "sizes for the peer to try"));
    options.add(Option.of("items", 10_000, "over which the commands go evenly"));
    return options;
  }

  /** A run with its stage set. */
  private record Scene(
      Pitch pitch, List<Integer> batches, StockledgerSide us, StockledgerSide them, Shelf shelf) {}

  @Override
  public Outcome run(Options options) throws Exception {
    Shelf shelf = new Shelf("ITEM", options.number("items"), PLENTY);
    try (Stage stage = Stage.open()) {
      StockledgerSide us = StockledgerSide.start(stage);
      StockledgerSide them = StockledgerSide.start(stage, "raw-append");
      us.stockUp(shelf);
      them.stockUp(shelf);
      us.settle();
      them.settle();
      leaveASample(them, shelf);
      Scene scene = new Scene(Pitch.of(options), options.numbers("batches"), us, them, shelf);
      Acknowledged acknowledged = new Acknowledged();
      BulkTraffic traffic =
          new BulkTraffic(us.bearer(), shelf, options.number("commands"), acknowledged, SEED);
      SequencedMap<String, Object> figures = new LinkedHashMap<>();
      SequencedMap<String, Double> ratios = new LinkedHashMap<>();

      us.restart(PAUSED);
      them.stop();
      contest(stage, scene, traffic, "raw-append", FIRST_KEY).tell(figures, ratios);

      us.restart();
      them.restart();
      us.settle();
      them.settle();
      contest(stage, scene, traffic, "raw-append-projecting", 2 * FIRST_KEY)
          .as(name -> name.equals(StockledgerSide.NAME) ? name + "-projecting" : name)
          .tell(figures, ratios);
      long from = System.nanoTime();
      us.settle();
      figures.put("projectionsCaughtUpAfterSeconds", (System.nanoTime() - from) / 1e9);
      boolean verified = Verification.ofReserves(us, acknowledged, shelf).isEmpty();
      return new Outcome(figures, ratios, verified);
    }
  }

  /** Rows for the peer to copy. */
  private static void leaveASample(StockledgerSide them, Shelf shelf) throws IOException {
    Acknowledged sample = new Acknowledged();
    try (LoadGenerator one = them.clients(1)) {
      one.closedLoop(new ReserveTraffic(them.bearer(), shelf, sample, SEED), A_FEW);
    }
  }

  private static Standings contest(
      Stage stage, Scene scene, BulkTraffic traffic, String peer, long firstKey)
      throws IOException, InterruptedException {
    List<String> settings =
        List.of(
            "--bench.shelf=" + scene.shelf().prefix(),
            "--bench.first-key=" + firstKey,
            "--peer.database.url=" + scene.them().database().url());
    try (WorkerProcess raw =
        WorkerProcess.start(stage, peer, "raw-append", scene.shelf().items(), settings)) {
      return new Contest(
              scene.pitch(),
              List.of(
                  new HttpEntrant(scene.us(), traffic), new WorkerEntrant(raw, scene.batches())))
          .run();
    }
  }
}
