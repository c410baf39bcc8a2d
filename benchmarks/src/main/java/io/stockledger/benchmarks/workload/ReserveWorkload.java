package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.load.LoadGenerator;
import io.stockledger.benchmarks.load.Measured;
import io.stockledger.benchmarks.stage.PeerSide;
import io.stockledger.benchmarks.stage.PeerSide.Peer;
import io.stockledger.benchmarks.stage.Side;
import io.stockledger.benchmarks.stage.Stage;
import io.stockledger.benchmarks.stage.StockledgerSide;
import io.stockledger.benchmarks.traffic.Acknowledged;
import io.stockledger.benchmarks.traffic.ReserveTraffic;
import io.stockledger.benchmarks.traffic.Shelf;
import io.stockledger.benchmarks.workload.Standings.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Reserves of one unit over HTTP, one command a request, projections running: ours beside the peers
 * that do the same work. Then everybody wants the same few units, to see that nobody gets one too
 * many; and where asked, all sides at the same rate, to compare what callers wait.
 */
public final class ReserveWorkload implements Workload {
  private static final long SEED = 42;
  private static final long PLENTY = 1_000_000_000;
  private static final int FEW = 500;
  private static final int CROWD = 32;
  private static final Duration RUSH = Duration.ofSeconds(3);
  private static final double PART_OF_MAXIMUM = 0.8;
  private static final String NONE = "none";

  private final String name;
  private final int items;

  /**
   * @param items over which the commands go evenly
   */
  public ReserveWorkload(String name, int items) {
    this.name = name;
    this.items = items;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String purpose() {
    return "one command a request on %,d item%s, beside row-lock and others"
        .formatted(items, items == 1 ? "" : "s");
  }

  @Override
  public List<Option> options() {
    List<Option> options = new ArrayList<>(Pitch.options(10, "16,64,256", 3));
    options.add(Option.of("items", items, "over which the commands go evenly"));
    options.add(Option.of("peers", "row-lock", "whom to measure beside, or none"));
    options.add(
        Option.of("against", NONE, "inventory-server-exec.jar of another version, as a peer"));
    options.add(Option.of("peer-connections", 16, "in the pool of each peer"));
    options.add(Option.of("row-lock-shape", "one-statement", "or statements, one for each table"));
    return options;
  }

  /** A side with what is asked of it. */
  private record Contender(Side side, Acknowledged acknowledged, Shelf shelf, Shelf scarce) {
    ReserveTraffic traffic(Shelf on) {
      return new ReserveTraffic(side.bearer(), on, acknowledged, SEED);
    }
  }

  @Override
  public Outcome run(Options options) throws Exception {
    try (Stage stage = Stage.open()) {
      List<Contender> contenders = new ArrayList<>();
      contenders.add(contender(StockledgerSide.start(stage), options));
      for (Side other : others(stage, options)) {
        contenders.add(contender(other, options));
      }
      List<HttpEntrant> entrants =
          contenders.stream().map(c -> new HttpEntrant(c.side(), c.traffic(c.shelf()))).toList();
      SequencedMap<String, Object> figures = new LinkedHashMap<>();
      SequencedMap<String, Double> ratios = new LinkedHashMap<>();
      Pitch pitch = Pitch.of(options);
      Standings standings = new Contest(pitch, entrants).run();
      standings.tell(figures, ratios);
      Optional<Standing> rowLock = standings.of(Peer.ROW_LOCK.peerName());
      if (rowLock.isPresent()) {
        double rate = PART_OF_MAXIMUM * rowLock.get().perSecond();
        SequencedMap<String, Double> p99 = SameRate.p99(pitch, rate, entrants);
        figures.put("sameRatePerSecond", rate);
        p99.forEach((name, millis) -> figures.put(name + "SameRateP99Ms", millis));
        double theirs = p99.getOrDefault(rowLock.get().name(), Double.NaN);
        ratios.put("row-lock-p99", p99.firstEntry().getValue() / theirs);
      }
      boolean verified = true;
      for (Contender contender : contenders) {
        verified &= rushForFew(contender);
        verified &=
            Verification.ofReserves(
                    contender.side(),
                    contender.acknowledged(),
                    contender.shelf(),
                    contender.scarce())
                .isEmpty();
      }
      return new Outcome(figures, ratios, verified);
    }
  }

  private static Contender contender(Side side, Options options)
      throws IOException, SQLException, InterruptedException {
    Shelf shelf = new Shelf("ITEM", options.number("items"), PLENTY);
    Shelf scarce = new Shelf("SCARCE", 1, FEW);
    side.stockUp(shelf);
    side.stockUp(scarce);
    side.settle();
    return new Contender(side, new Acknowledged(), shelf, scarce);
  }

  private static List<Side> others(Stage stage, Options options)
      throws IOException, SQLException, InterruptedException {
    List<Side> others = new ArrayList<>();
    if (!options.text("peers").equals(NONE)) {
      for (String peer : options.text("peers").split(",", -1)) {
        others.add(peer(stage, peer, options));
      }
    }
    if (!options.text("against").equals(NONE)) {
      others.add(StockledgerSide.startOther(stage, Path.of(options.text("against"))));
    }
    return others;
  }

  private static Side peer(Stage stage, String name, Options options)
      throws IOException, SQLException, InterruptedException {
    for (Peer peer : Peer.values()) {
      if (peer.peerName().equals(name) && peer != Peer.NO_OP) {
        return PeerSide.start(
            stage,
            peer,
            "--peer.connections=" + options.number("peer-connections"),
            "--peer.shape=" + options.text("row-lock-shape"));
      }
    }
    throw new MisusedException("There is no peer " + name + " that reserves.");
  }

  /** More want a unit than there are: exactly as many as there are get one. */
  private static boolean rushForFew(Contender contender) throws IOException {
    int before = contender.acknowledged().count();
    try (LoadGenerator clients = contender.side().clients(CROWD)) {
      Measured measured = clients.closedLoop(contender.traffic(contender.scarce()), RUSH);
      int served = contender.acknowledged().count() - before;
      System.out.printf(
          "%s: %,d asked for %,d units, %,d got one%n",
          contender.side().name(), measured.answered(), FEW, served);
      return served == FEW && measured.answered(409) > 0;
    }
  }
}
