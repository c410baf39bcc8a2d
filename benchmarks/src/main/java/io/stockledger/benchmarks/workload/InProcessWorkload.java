package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.inprocess.WorkerProcess;
import io.stockledger.benchmarks.stage.PeerSide;
import io.stockledger.benchmarks.stage.PeerSide.Peer;
import io.stockledger.benchmarks.stage.Side;
import io.stockledger.benchmarks.stage.Stage;
import io.stockledger.benchmarks.stage.StockledgerSide;
import io.stockledger.benchmarks.traffic.Acknowledged;
import io.stockledger.benchmarks.traffic.Shelf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Reserves of one unit sent to the command bus in process, receipts included, projections paused:
 * our bus beside Axon as it comes.
 */
public final class InProcessWorkload implements Workload {
  private static final long PLENTY = 1_000_000_000;
  private static final String SHELF = "ITEM";

  private final String name;
  private final int items;

  /**
   * @param items over which the commands go evenly
   */
  public InProcessWorkload(String name, int items) {
    this.name = name;
    this.items = items;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String purpose() {
    return "the command bus without HTTP on %,d item%s, projections paused, beside axon-default"
        .formatted(items, items == 1 ? "" : "s");
  }

  @Override
  public List<Option> options() {
    List<Option> options = new ArrayList<>(Pitch.options(10, "64,512,4096", 3));
    options.add(Option.of("peer-clients", "16,64,256", "commands under way at once on the peer"));
    options.add(Option.of("peer-connections", 16, "in the pool of the peer"));
    options.add(Option.of("items", items, "over which the commands go evenly"));
    return options;
  }

  @Override
  public Outcome run(Options options) throws Exception {
    Pitch pitch = Pitch.of(options);
    Shelf shelf = new Shelf(SHELF, options.number("items"), PLENTY);
    try (Stage stage = Stage.open()) {
      StockledgerSide ours = StockledgerSide.start(stage);
      ours.stockUp(shelf);
      ours.settle();
      ours.stop();
      String connections = "--peer.connections=" + options.number("peer-connections");
      PeerSide peer = PeerSide.start(stage, Peer.AXON_DEFAULT, connections);
      peer.stockUp(shelf);
      peer.server().close();

      SequencedMap<String, Object> figures = new LinkedHashMap<>();
      SequencedMap<String, Double> ratios = new LinkedHashMap<>();
      Acknowledged acknowledged;
      Acknowledged acknowledgedByPeer;
      try (WorkerProcess us =
              WorkerProcess.start(
                  stage, StockledgerSide.NAME, "stockledger", shelf.items(), settings(ours));
          WorkerProcess them =
              WorkerProcess.start(
                  stage,
                  peer.name(),
                  peer.name(),
                  shelf.items(),
                  List.of(
                      "--bench.shelf=" + SHELF,
                      "--peer.database.url=" + peer.database().url(),
                      connections))) {
        List<Entrant> entrants =
            List.of(
                new WorkerEntrant(us, pitch.clients()),
                new WorkerEntrant(them, options.numbers("peer-clients")));
        new Contest(pitch, entrants).run().tell(figures, ratios);
        acknowledged = carriedOut(us);
        acknowledgedByPeer = carriedOut(them);
      }
      ours.restart();
      PeerSide again = peer.restarted(stage, connections);
      boolean oursIsRight = isRight(ours, acknowledged, shelf);
      boolean peerIsRight = isRight(again, acknowledgedByPeer, shelf);
      return new Outcome(figures, ratios, oursIsRight && peerIsRight);
    }
  }

  /** HTTP is there but not used; everything else is as the server has it, without projections. */
  private static List<String> settings(StockledgerSide ours) {
    List<String> settings = new ArrayList<>(ours.settings());
    settings.add("--server.port=0");
    settings.add("--stockledger.projections.enabled=false");
    settings.add("--bench.shelf=" + SHELF);
    settings.add("--bench.client=" + StockledgerSide.CLIENT);
    return settings;
  }

  /** Keys are given in order, and all were carried out unless the worker says otherwise. */
  private static Acknowledged carriedOut(WorkerProcess worker) throws IOException {
    if (worker.failed() > 0) {
      throw new IllegalStateException(
          "%d commands of %s failed:%n%s".formatted(worker.failed(), worker.name(), worker.log()));
    }
    Acknowledged acknowledged = new Acknowledged();
    for (long i = 0; i < worker.carriedOut(); i++) {
      acknowledged.acknowledge(acknowledged.next());
    }
    return acknowledged;
  }

  private static boolean isRight(Side side, Acknowledged acknowledged, Shelf shelf)
      throws Exception {
    return Verification.ofReserves(side, acknowledged, shelf).isEmpty();
  }
}
