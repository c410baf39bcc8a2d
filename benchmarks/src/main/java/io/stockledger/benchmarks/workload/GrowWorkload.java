package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.stage.LaidHistory;
import io.stockledger.benchmarks.stage.Stage;
import io.stockledger.benchmarks.stage.StockledgerSide;
import io.stockledger.benchmarks.traffic.Acknowledged;
import io.stockledger.benchmarks.traffic.ReserveTraffic;
import io.stockledger.benchmarks.traffic.Shelf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The same load on a ledger with few items and no past, and on one with many and a long one. */
public final class GrowWorkload implements Workload {
  private static final long QUANTITY = 1_000_000;
  private static final int FEW_ITEMS = 1_000;
  private static final long SEED = 42;
  private static final int BEFORE_RESERVES = 2;

  @Override
  public String name() {
    return "grow";
  }

  @Override
  public String purpose() {
    return "reserve-spread on a grown ledger, beside one with %,d items".formatted(FEW_ITEMS);
  }

  @Override
  public List<Option> options() {
    List<Option> options = new ArrayList<>(Pitch.options(10, "32,128", 3));
    options.add(Option.of("items", 1_000_000, "of the grown ledger"));
    options.add(Option.of("events", 10_000_000, "of the grown ledger"));
    return options;
  }

  @Override
  public Outcome run(Options options) throws Exception {
    Pitch pitch = Pitch.of(options);
    int items = options.number("items");
    int reserves = Math.max(1, options.number("events") / items - BEFORE_RESERVES);
    Shelf many = new Shelf("ITEM", items, QUANTITY, reserves);
    Shelf few = new Shelf("ITEM", FEW_ITEMS, QUANTITY);
    SequencedMap<String, Object> figures = new LinkedHashMap<>();
    try (Stage stage = Stage.open()) {
      StockledgerSide grown = StockledgerSide.start(stage, "grown");
      StockledgerSide small = StockledgerSide.start(stage, "small");
      small.stockUp(few);
      small.settle();
      grow(grown, many, reserves, figures);

      Acknowledged ofGrown = new Acknowledged();
      Acknowledged ofSmall = new Acknowledged();
      List<HttpEntrant> entrants =
          List.of(
              new HttpEntrant(grown, new ReserveTraffic(grown.bearer(), many, ofGrown, SEED)),
              new HttpEntrant(small, new ReserveTraffic(small.bearer(), few, ofSmall, SEED)));
      SequencedMap<String, Double> ratios = new LinkedHashMap<>();
      new Contest(pitch, entrants).run().tell(figures, ratios);
      boolean grownIsRight = Verification.ofReserves(grown, ofGrown, many).isEmpty();
      boolean smallIsRight = Verification.ofReserves(small, ofSmall, few).isEmpty();
      figures.put("heapMiB", grown.server().liveHeap() >> 20);
      return new Outcome(figures, ratios, grownIsRight && smallIsRight);
    }
  }

  private static void grow(
      StockledgerSide grown, Shelf many, int reserves, SequencedMap<String, Object> figures)
      throws Exception {
    long events = (long) many.items() * (reserves + BEFORE_RESERVES);
    System.out.printf("laying down %,d events of %,d items%n", events, many.items());
    LaidHistory.on(grown, QUANTITY).layShelf(many, reserves);
    long from = System.nanoTime();
    grown.restart();
    figures.put("startSeconds", (System.nanoTime() - from) / 1e9);
    System.out.println("projections fold them");
    from = System.nanoTime();
    grown.settle();
    double seconds = (System.nanoTime() - from) / 1e9;
    figures.put("events", events);
    figures.put("foldedPerSecond", events / seconds);
  }
}
