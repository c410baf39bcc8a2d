package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.stage.PeerSide;
import io.stockledger.benchmarks.stage.PeerSide.Peer;
import io.stockledger.benchmarks.stage.SalesChannel;
import io.stockledger.benchmarks.stage.Side;
import io.stockledger.benchmarks.stage.Stage;
import io.stockledger.benchmarks.stage.StockledgerSide;
import io.stockledger.benchmarks.traffic.ReadTraffic;
import io.stockledger.benchmarks.traffic.Shelf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/**
 * What a channel with rules of its own may offer: of one item, of a page of them, and of many at
 * many locations. One item beside the same server without work, a page beside one item.
 */
public final class AvailabilityWorkload implements Workload {
  private static final long QUANTITY = 1_000_000;
  private static final long SEED = 7;
  private static final int PAGE = 200;
  private static final int RULES = 100;
  private static final double OF_NO_OP = 0.5;
  private static final double OF_ONE = 8;

  /** Of both sides, once for each line. */
  private static final String EXPECTED =
      "\"why\":\"band\",\"sellable\":" + (QUANTITY - SalesChannel.BUFFER) + ",";

  @Override
  public String name() {
    return "availability";
  }

  @Override
  public String purpose() {
    return "of 1 item, of %d, and of SKUs × locations, in a channel with %d rules"
        .formatted(PAGE, RULES);
  }

  @Override
  public List<Option> options() {
    List<Option> options = new ArrayList<>(Pitch.options(10, "8,32,128", 3));
    options.add(Option.of("items", 10_000, "at one location"));
    options.add(Option.of("skus", 500, "that lie at many locations"));
    options.add(Option.of("locations", 20, "where they lie"));
    options.add(Option.of("grid-clients", "2,8", "that ask of all SKUs at all locations"));
    return options;
  }

  /** A side, and what it is asked. */
  private record Reader(Side side, ReadTraffic one, ReadTraffic page, ReadTraffic grid) {
    static Reader of(Side side, Shelf shelf, Shelf wide, List<String> locations) {
      String key = side.bearer();
      String id = SalesChannel.ID;
      List<String> here = List.of(Shelf.LOCATION);
      return new Reader(
          side,
          ReadTraffic.ofOne(id, key, shelf, EXPECTED, SEED),
          ReadTraffic.ofMany(id, key, shelf, PAGE, here, EXPECTED, SEED),
          ReadTraffic.ofMany(id, key, wide, wide.items(), locations, EXPECTED, SEED));
    }

    boolean isRight() {
      System.out.printf(
          "%s: %,d wrong answers about one item, %,d about a page, %,d about all locations%n",
          side.name(), one.wrong(), page.wrong(), grid.wrong());
      return one.wrong() + page.wrong() + grid.wrong() == 0;
    }
  }

  @Override
  public Outcome run(Options options) throws Exception {
    Shelf shelf = new Shelf("ITEM", options.number("items"), QUANTITY);
    Shelf wide = new Shelf("WIDE", options.number("skus"), QUANTITY);
    Pitch pitch = Pitch.of(options);
    try (Stage stage = Stage.open()) {
      StockledgerSide ours = StockledgerSide.start(stage);
      List<String> locations = stockUp(ours, shelf, wide, options.number("locations"));
      Reader us = Reader.of(ours, shelf, wide, locations);
      Reader them = Reader.of(PeerSide.start(stage, Peer.NO_OP), shelf, wide, locations);
      SequencedMap<String, Object> figures = new LinkedHashMap<>();
      SequencedMap<String, Double> ratios = new LinkedHashMap<>();

      Standings one = contest(pitch, entrant("", us, us.one()), entrant("", them, them.one()));
      one.tell(figures, ratios);
      pageBesideOne(pitch, us, them, figures, ratios);
      Pitch few =
          new Pitch(pitch.time(), options.numbers("grid-clients"), pitch.rounds(), pitch.warmUp());
      String grid = "-%dx%d".formatted(wide.items(), locations.size());
      Standings all = contest(few, entrant(grid, us, us.grid()), entrant(grid, them, them.grid()));
      all.tell(figures, ratios);
      figures.put(
          "linesPerSecond" + grid, all.ours().perSecond() * wide.items() * locations.size());

      Bars.atLeast("one item, of the no-op", ratios.getOrDefault("no-op", Double.NaN), OF_NO_OP);
      Bars.atLeast(
          "items a second of pages, of one-item requests",
          ratios.getOrDefault("one-item", Double.NaN),
          OF_ONE);
      boolean verified = us.isRight();
      verified &= them.isRight();
      return new Outcome(figures, ratios, verified);
    }
  }

  /** In turns with requests of one item, and with the same bytes without work. */
  private static void pageBesideOne(
      Pitch pitch,
      Reader us,
      Reader them,
      SequencedMap<String, Object> figures,
      SequencedMap<String, Double> ratios)
      throws IOException, InterruptedException {
    Standings pages =
        contest(
            pitch,
            entrant("-" + PAGE, us, us.page()),
            entrant("-" + PAGE, them, them.page()),
            entrant("-beside", us, us.one()));
    pages.tell(figures, ratios);
    ratios.remove(us.side().name() + "-beside");
    double one = pages.of(us.side().name() + "-beside").orElseThrow().perSecond();
    ratios.put("one-item", pages.ours().perSecond() * PAGE / one);
  }

  private static HttpEntrant entrant(String suffix, Reader reader, ReadTraffic traffic) {
    return new HttpEntrant(reader.side().name() + suffix, reader.side(), traffic);
  }

  private static Standings contest(Pitch pitch, HttpEntrant... entrants)
      throws IOException, InterruptedException {
    return new Contest(pitch, List.of(entrants)).run();
  }

  /** Returns where the wide shelf lies. */
  private static List<String> stockUp(StockledgerSide side, Shelf shelf, Shelf wide, int count)
      throws Exception {
    side.stockUp(shelf);
    side.stockUp(wide);
    List<String> locations = new ArrayList<>(List.of(Shelf.LOCATION));
    for (int i = 1; i < count; i++) {
      String location = String.format(Locale.ROOT, "STORE-%02d", i);
      side.alsoAt(location, wide);
      locations.add(location);
    }
    SalesChannel.put(side, shelf, RULES);
    side.settle();
    return locations;
  }
}
