package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.load.Measured;
import io.stockledger.benchmarks.stage.LaidHistory;
import io.stockledger.benchmarks.stage.SalesChannel;
import io.stockledger.benchmarks.stage.Stage;
import io.stockledger.benchmarks.stage.StockledgerSide;
import io.stockledger.benchmarks.traffic.Acknowledged;
import io.stockledger.benchmarks.traffic.ReserveTraffic;
import io.stockledger.benchmarks.traffic.Shelf;
import io.stockledger.benchmarks.workload.Recomputations.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A rule changes that is about every item of a large ledger: commands before it, and while all
 * items are looked at anew in the background, and after it.
 */
public final class RuleChangeWorkload implements Workload {
  private static final long SEED = 42;
  private static final long QUANTITY = 1_000_000;
  private static final int SOLD = 10_000;
  private static final int RULES = 100;
  private static final int OTHER_BUFFER = 7;
  private static final double OF_BEFORE = 0.8;

  @Override
  public String name() {
    return "rule-change";
  }

  @Override
  public String purpose() {
    return "commands while every item is looked at anew, beside commands before and after";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.seconds(10),
        Option.of("clients", 64, "that reserve"),
        Option.of("rounds", 3, "measurements before and after, of which the median counts"),
        Option.of("warm-up", 40, "seconds at most, until the server no longer gets faster"),
        Option.of("items", 1_000_000, "that the rule is about"),
        Option.of("longest", 1_800, "seconds that the background may take"));
  }

  /** What is measured, and how. */
  private record Run(
      StockledgerSide side, HttpEntrant entrant, int clients, Pitch pitch, Duration longest) {
    double perSecond() throws IOException {
      Measured measured = entrant.measure(clients, pitch.time());
      Contest.tell(entrant.name(), clients, measured);
      return measured.perSecond();
    }

    List<Double> rounds() throws IOException {
      List<Double> rates = new ArrayList<>();
      for (int i = 0; i < pitch.rounds(); i++) {
        rates.add(perSecond());
      }
      return rates;
    }
  }

  @Override
  public Outcome run(Options options) throws Exception {
    Shelf all = new Shelf("ITEM", options.number("items"), QUANTITY);
    Shelf sold = new Shelf("ITEM", Math.min(SOLD, all.items()), QUANTITY);
    Pitch pitch = Pitch.of(options);
    SequencedMap<String, Object> figures = new LinkedHashMap<>();
    try (Stage stage = Stage.open()) {
      StockledgerSide side = StockledgerSide.start(stage);
      layDown(side, all, figures);
      Acknowledged acknowledged = new Acknowledged();
      ReserveTraffic traffic =
          ReserveTraffic.through(SalesChannel.ID, side.bearer(), sold, acknowledged, SEED);
      Run run =
          new Run(
              side,
              new HttpEntrant(side, traffic),
              pitch.clients().getFirst(),
              pitch,
              Duration.ofSeconds(options.number("longest")));
      // warms up, and is the first measurement
      List<Double> beside =
          new ArrayList<>(
              List.of(
                  new Contest(
                          new Pitch(pitch.time(), List.of(run.clients()), 1, pitch.warmUp()),
                          List.of(run.entrant()))
                      .run()
                      .ours()
                      .perSecond()));
      beside.addAll(run.rounds());
      long position = SalesChannel.keepBack(side, OTHER_BUFFER, "rule-changed");
      boolean atOnce = answersBy(side, sold, position);
      List<Double> during = new ArrayList<>();
      boolean progressed = follow(run, position, all.items(), during, figures);
      beside.addAll(run.rounds());
      SequencedMap<String, Double> ratios = new LinkedHashMap<>();
      tell(beside, during, figures, ratios);
      boolean shown = isShown(side, all.items() - sold.items());
      boolean right = Verification.ofReserves(side, acknowledged, sold).isEmpty();
      return new Outcome(figures, ratios, atOnce && progressed && shown && right);
    }
  }

  private static void layDown(StockledgerSide side, Shelf all, SequencedMap<String, Object> figures)
      throws Exception {
    SalesChannel.open(side);
    System.out.printf("laying down %,d items%n", all.items());
    LaidHistory.on(side, QUANTITY).layShelf(all, 0);
    side.restart();
    System.out.println("projections fold them, and the channel sees them for the first time");
    long from = System.nanoTime();
    side.settle();
    figures.put("foldedSeconds", (System.nanoTime() - from) / 1e9);
    Recomputations.awaitAll(side);
    figures.put("firstSightSeconds", (System.nanoTime() - from) / 1e9);
    SalesChannel.ruleItems(side, all, RULES);
    Recomputations.awaitAll(side);
  }

  /** Reads answer by the new rule before the background has come to the item. */
  private static boolean answersBy(StockledgerSide side, Shelf sold, long position)
      throws IOException, InterruptedException {
    String sku = sold.sku(sold.items() - 1);
    long sellable =
        side.read(
                "channels/%s/availability/%s?location=%s&explain=true"
                    .formatted(SalesChannel.ID, sku, Shelf.LOCATION),
                position)
            .path("locations")
            .path(0)
            .path("detail")
            .path("explained")
            .path("buffer")
            .asLong(-1);
    System.out.printf("a read behind the new rule keeps %d back%n", sellable);
    return sellable == OTHER_BUFFER;
  }

  /** Commands until the background is done; true if it told its progress and came to the end. */
  private static boolean follow(
      Run run, long position, int items, List<Double> during, SequencedMap<String, Object> figures)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + run.longest().toNanos();
    long done = -1;
    boolean forward = true;
    while (System.nanoTime() - deadline < 0) {
      double perSecond = run.perSecond();
      Progress progress = Recomputations.askedBy(run.side(), position);
      if (progress == null) {
        during.add(perSecond);
        continue;
      }
      System.out.printf(
          "  %,d of %s items after %.1f s%n",
          progress.done(), progress.total(), progress.seconds());
      forward &= progress.done() >= done;
      done = progress.done();
      if (progress.finishedAt() != null) {
        figures.put("backgroundSeconds", progress.seconds());
        figures.put("backgroundPerSecond", progress.done() / progress.seconds());
        return forward && done >= items;
      }
      during.add(perSecond); // it was under way to the end
    }
    System.out.println("the background takes too long");
    return false;
  }

  private static void tell(
      List<Double> beside,
      List<Double> during,
      SequencedMap<String, Object> figures,
      SequencedMap<String, Double> ratios) {
    figures.put("besidePerSecond", Median.of(beside));
    figures.put("measurementsDuring", during.size());
    if (during.isEmpty()) {
      System.out.println("the background was done within one measurement: take more items");
      return;
    }
    double whileIt = Median.of(during);
    figures.put("duringPerSecond", whileIt);
    ratios.put("before-and-after", whileIt / Median.of(beside));
    Bars.atLeast(
        "commands while the background runs, of before and after",
        whileIt / Median.of(beside),
        OF_BEFORE);
  }

  /** Every item that was not sold meanwhile is shown by the new rule. */
  private static boolean isShown(StockledgerSide side, int expected) throws Exception {
    long shown =
        side.database()
            .number(
                """
                select count(*) from outgoing.shown
                 where channel = '%s' and sku ~ '^ITEM-' and substring(sku from 6)::int >= %d
                   and (offered ->> 'sellable')::bigint = %d
                """
                    .formatted(SalesChannel.ID, SOLD, QUANTITY - OTHER_BUFFER));
    System.out.printf("%,d of %,d items are shown by the new rule%n", shown, expected);
    return shown == expected;
  }
}
