package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.load.LoadGenerator;
import io.stockledger.benchmarks.load.Measured;
import io.stockledger.benchmarks.stage.Stage;
import io.stockledger.benchmarks.stage.StockledgerSide;
import io.stockledger.benchmarks.traffic.Acknowledged;
import io.stockledger.benchmarks.traffic.MixedTraffic;
import io.stockledger.benchmarks.traffic.RequestTemplate;
import io.stockledger.benchmarks.traffic.Shelf;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.HdrHistogram.Histogram;

/**
 * Reserves, picks, releases and receipts on items of very different demand, projections running:
 * how many at most, and how long until what was acknowledged can be read.
 */
public final class MixedWorkload implements Workload {
  private static final long STOCKED = 10_000;
  private static final long SEED = 11;
  private static final int CONNECTIONS = 256;
  private static final Duration LEAD_IN = Duration.ofSeconds(2);

  @Override
  public String name() {
    return "mixed";
  }

  @Override
  public String purpose() {
    return "60 % reserve, 20 % pick, 10 % release, 10 % receive; lag from commit to readable";
  }

  @Override
  public List<Option> options() {
    List<Option> options = new ArrayList<>(Pitch.options(10, "32,128", 3));
    options.add(Option.of("items", 10_000, "the k-th asked for with a weight of 1/k"));
    return options;
  }

  @Override
  public Outcome run(Options options) throws Exception {
    Shelf shelf = new Shelf("ITEM", options.number("items"), STOCKED);
    Pitch pitch = Pitch.of(options);
    try (Stage stage = Stage.open()) {
      StockledgerSide side = StockledgerSide.start(stage);
      side.stockUp(shelf);
      side.settle();
      Acknowledged acknowledged = new Acknowledged();
      MixedTraffic traffic = new MixedTraffic(side.bearer(), shelf, acknowledged, SEED);
      SequencedMap<String, Object> figures = new LinkedHashMap<>();
      Standings standings;
      try (LagProbe probe = LagProbe.start(side, traffic, shelf.sku(0))) {
        standings = new Contest(pitch, List.of(new HttpEntrant(side, traffic))).run();
        tellLag("atFullRate", probe.end(), figures);
      }
      standings.tell(figures, new LinkedHashMap<>());
      side.settle();
      atHalf(side, traffic, shelf, pitch, standings.ours().perSecond() / 2, figures);
      boolean verified = isRight(side, traffic, shelf, acknowledged);
      return new Outcome(figures, new LinkedHashMap<>(), verified);
    }
  }

  private static void atHalf(
      StockledgerSide side,
      MixedTraffic traffic,
      Shelf shelf,
      Pitch pitch,
      double perSecond,
      SequencedMap<String, Object> figures)
      throws IOException, InterruptedException {
    System.out.printf("at %,.0f a second%n", perSecond);
    try (LoadGenerator clients = side.clients(CONNECTIONS)) {
      try (LagProbe probe = LagProbe.start(side, traffic, shelf.sku(0))) {
        Duration time = pitch.time().multipliedBy(pitch.rounds());
        Measured measured = clients.openLoop(traffic, LEAD_IN, time, perSecond);
        Contest.tell(side.name(), CONNECTIONS, measured);
        figures.put("atHalfRatePerSecond", perSecond);
        figures.put("atHalfRateP99Ms", measured.millis(99));
        tellLag("atHalfRate", probe.end(), figures);
      }
    }
  }

  private static void tellLag(String when, Histogram lag, SequencedMap<String, Object> figures) {
    figures.put(when + "LagP50Ms", lag.getValueAtPercentile(50) / 1e6);
    figures.put(when + "LagP95Ms", lag.getValueAtPercentile(95) / 1e6);
    figures.put(when + "LagMaxMs", lag.getMaxValue() / 1e6);
    System.out.printf(
        "from acknowledged to readable %s: p50 %.1f ms, p95 %.1f ms, at most %.1f ms, %,d times%n",
        when,
        lag.getValueAtPercentile(50) / 1e6,
        lag.getValueAtPercentile(95) / 1e6,
        lag.getMaxValue() / 1e6,
        lag.getTotalCount());
  }

  /** Every figure of every item is what was acknowledged, and the ledger knows every command. */
  private static boolean isRight(
      StockledgerSide side, MixedTraffic traffic, Shelf shelf, Acknowledged acknowledged)
      throws Exception {
    side.settle();
    List<String> faults = new ArrayList<>();
    side.askEach(
        RequestTemplate.get(
            side.bearer(), "/v1/stock/" + Shelf.LOCATION + "/" + shelf.skuPattern()),
        1,
        shelf.items(),
        (item, reply) -> {
          ReservedFigures figures = ReservedFigures.read(reply.body());
          MixedTraffic.Books books = traffic.books(item);
          if (figures.onHand() != books.onHand(shelf.quantity())
              || figures.reserved() != books.open()) {
            faults.add(shelf.sku(item) + " has " + figures + ", acknowledged were " + books);
          }
          faults.addAll(figures.faults(books.onHand(shelf.quantity())));
        });
    Acknowledged.Comparison keys = acknowledged.compare();
    side.recordedKeys(keys::recorded);
    if (keys.missing() + keys.doubled() + keys.unasked() > 0) {
      faults.add(
          "%d commands missing, %d double, %d not acknowledged"
              .formatted(keys.missing(), keys.doubled(), keys.unasked()));
    }
    System.out.printf(
        "%s: %,d acknowledged, %,d recorded: %s%n",
        side.name(),
        acknowledged.count(),
        keys.recorded(),
        faults.isEmpty() ? "verified" : "NOT RIGHT");
    faults.stream().limit(20).forEach(fault -> System.out.println("  " + fault));
    return faults.isEmpty();
  }
}
