package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.load.LoadGenerator;
import io.stockledger.benchmarks.load.Measured;
import io.stockledger.benchmarks.stage.SalesChannel;
import io.stockledger.benchmarks.stage.Stage;
import io.stockledger.benchmarks.stage.StockledgerSide;
import io.stockledger.benchmarks.traffic.Acknowledged;
import io.stockledger.benchmarks.traffic.ReserveTraffic;
import io.stockledger.benchmarks.traffic.Shelf;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Reserves that are guarded by what is sellable in a channel, in turns with those that bypass it,
 * on the same server: on one item and on many. Then more want a few units through the channel than
 * it may sell, to see that it sells exactly those.
 */
public final class GuardedWorkload implements Workload {
  private static final long SEED = 42;
  private static final long PLENTY = 1_000_000_000;
  private static final int FEW = 500;
  private static final int KEPT_BACK = 100;
  private static final int CROWD = 32;
  private static final Duration RUSH = Duration.ofSeconds(3);
  private static final double OF_UNGUARDED = 0.9;

  @Override
  public String name() {
    return "guarded";
  }

  @Override
  public String purpose() {
    return "reserves through a channel with rules, in turns with those through none";
  }

  @Override
  public List<Option> options() {
    List<Option> options = new ArrayList<>(Pitch.options(10, "16,64,256", 3));
    options.add(Option.of("items", 10_000, "over which the commands go evenly"));
    options.add(Option.of("rules", 100, "of the channel, at least 2"));
    return options;
  }

  @Override
  public Outcome run(Options options) throws Exception {
    Pitch pitch = Pitch.of(options);
    Shelf hot = new Shelf("HOT", 1, PLENTY);
    Shelf many = new Shelf("ITEM", options.number("items"), PLENTY);
    Shelf scarce = new Shelf("SCARCE", 1, FEW);
    try (Stage stage = Stage.open()) {
      StockledgerSide side = StockledgerSide.start(stage);
      for (Shelf shelf : List.of(hot, many, scarce)) {
        side.stockUp(shelf);
      }
      SalesChannel.put(side, many, options.number("rules"));
      side.putRule(
          SalesChannel.ID,
          "scarce",
          "rule-scarce",
          "{\"scope\":{\"sku\":\""
              + scarce.sku(0)
              + "\"},\"buffer\":{\"units\":"
              + KEPT_BACK
              + "}}");
      side.settle();
      Acknowledged acknowledged = new Acknowledged();
      SequencedMap<String, Object> figures = new LinkedHashMap<>();
      SequencedMap<String, Double> ratios = new LinkedHashMap<>();
      inTurns("hot", pitch, side, hot, acknowledged).tell(figures, ratios);
      inTurns("spread", pitch, side, many, acknowledged).tell(figures, ratios);
      ratios.forEach((name, ratio) -> Bars.atLeast("guarded, of " + name, ratio, OF_UNGUARDED));
      boolean held = rushForFew(side, scarce, acknowledged);
      boolean right = Verification.ofReserves(side, acknowledged, hot, many, scarce).isEmpty();
      return new Outcome(figures, ratios, held && right);
    }
  }

  private static Standings inTurns(
      String where, Pitch pitch, StockledgerSide side, Shelf shelf, Acknowledged acknowledged)
      throws IOException, InterruptedException {
    return new Contest(
            pitch,
            List.of(
                new HttpEntrant("guarded-" + where, side, guarded(side, shelf, acknowledged)),
                new HttpEntrant(
                    "unguarded-" + where,
                    side,
                    new ReserveTraffic(side.bearer(), shelf, acknowledged, SEED))))
        .run();
  }

  private static ReserveTraffic guarded(
      StockledgerSide side, Shelf shelf, Acknowledged acknowledged) {
    return ReserveTraffic.through(SalesChannel.ID, side.bearer(), shelf, acknowledged, SEED);
  }

  private static boolean rushForFew(StockledgerSide side, Shelf scarce, Acknowledged acknowledged)
      throws IOException {
    int before = acknowledged.count();
    try (LoadGenerator clients = side.clients(CROWD)) {
      Measured measured = clients.closedLoop(guarded(side, scarce, acknowledged), RUSH);
      int served = acknowledged.count() - before;
      System.out.printf(
          "%,d asked for %,d units of which the channel keeps %,d back, %,d got one%n",
          measured.answered(), FEW, KEPT_BACK, served);
      return served == FEW - KEPT_BACK && measured.answered(409) > 0;
    }
  }
}
