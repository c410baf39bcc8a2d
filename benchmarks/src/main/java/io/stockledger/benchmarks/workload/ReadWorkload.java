package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.stage.PeerSide;
import io.stockledger.benchmarks.stage.PeerSide.Peer;
import io.stockledger.benchmarks.stage.Side;
import io.stockledger.benchmarks.stage.Stage;
import io.stockledger.benchmarks.stage.StockledgerSide;
import io.stockledger.benchmarks.traffic.ReadTraffic;
import io.stockledger.benchmarks.traffic.Shelf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What a shop asks all day: may I sell this? Of one item, and of a page of them. */
public final class ReadWorkload implements Workload {
  private static final long QUANTITY = 1_000_000;
  private static final long SEED = 7;
  private static final int PAGE = 200;

  @Override
  public String name() {
    return "read";
  }

  @Override
  public String purpose() {
    return "availability of 1 and of " + PAGE + " items, beside the same server without work";
  }

  @Override
  public List<Option> options() {
    List<Option> options = new ArrayList<>(Pitch.options(10, "8,32,128", 3));
    options.add(Option.of("items", 10_000, "that there are"));
    return options;
  }

  private record Reader(Side side, ReadTraffic one, ReadTraffic page) {
    static Reader of(Side side, Shelf shelf, String expected) {
      return new Reader(
          side,
          ReadTraffic.ofOne("default", side.bearer(), shelf, expected, SEED),
          ReadTraffic.ofMany(
              "default", side.bearer(), shelf, PAGE, List.of(Shelf.LOCATION), expected, SEED));
    }

    boolean isRight() {
      System.out.printf(
          "%s: %,d wrong answers about one item, %,d about many%n",
          side.name(), one.wrong(), page.wrong());
      return one.wrong() + page.wrong() == 0;
    }
  }

  @Override
  public Outcome run(Options options) throws Exception {
    Shelf shelf = new Shelf("ITEM", options.number("items"), QUANTITY);
    Pitch pitch = Pitch.of(options);
    try (Stage stage = Stage.open()) {
      StockledgerSide ours = StockledgerSide.start(stage);
      ours.stockUp(shelf);
      ours.settle();
      // the answer tells the figure of each location; that of one SKU also their sum before them
      Reader us = Reader.of(ours, shelf, "\"why\":\"band\",\"sellable\":" + QUANTITY + ",");
      Reader them =
          Reader.of(
              PeerSide.start(stage, Peer.NO_OP), shelf, "\"why\":\"band\",\"sellable\":999999,");
      SequencedMap<String, Object> figures = new LinkedHashMap<>();
      SequencedMap<String, Double> ratios = new LinkedHashMap<>();
      contest(pitch, us, us.one(), them, them.one()).tell(figures, ratios);
      contest(pitch, us, us.page(), them, them.page())
          .as(name -> name + "-" + PAGE)
          .tell(figures, ratios);
      return new Outcome(figures, ratios, us.isRight() && them.isRight());
    }
  }

  private static Standings contest(
      Pitch pitch, Reader us, ReadTraffic ours, Reader them, ReadTraffic theirs)
      throws IOException, InterruptedException {
    return new Contest(
            pitch, List.of(new HttpEntrant(us.side(), ours), new HttpEntrant(them.side(), theirs)))
        .run();
  }
}
