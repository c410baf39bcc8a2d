package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.load.LoadGenerator;
import io.stockledger.benchmarks.load.Measured;
import io.stockledger.benchmarks.load.Reply;
import io.stockledger.benchmarks.load.Traffic;
import io.stockledger.benchmarks.stage.Stage;
import io.stockledger.benchmarks.stage.StockledgerSide;
import io.stockledger.benchmarks.traffic.Acknowledged;
import io.stockledger.benchmarks.traffic.ReserveTraffic;
import io.stockledger.benchmarks.traffic.Shelf;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Offers ten times what the server can take: the rest is told 503 and when to come again, what it
 * takes stays near its maximum, and afterwards it is soon as quick as before.
 */
public final class OverloadWorkload implements Workload {
  private static final long PLENTY = 1_000_000_000;
  private static final long SEED = 42;
  private static final double TIMES = 10;
  private static final int BUSY = 503;
  private static final int FEW_CLIENTS = 32;
  private static final double NEAR = 0.8;
  private static final Duration MOMENT = Duration.ofMillis(500);
  private static final int MOMENTS = 60;

  @Override
  public String name() {
    return "overload";
  }

  @Override
  public String purpose() {
    return "offered ten times what the server can take, then little again";
  }

  @Override
  public List<Option> options() {
    List<Option> options = new ArrayList<>(Pitch.options(10, "32,128", 3));
    options.add(Option.of("items", 10_000, "over which the commands go evenly"));
    options.add(Option.of("connections", 8_000, "over which too much is offered"));
    options.add(Option.of("heap-gib", 2, "of the server; each connection that waits takes of it"));
    return options;
  }

  /** Counts refusals that do not say when to come again. */
  private static final class Polite implements Traffic {
    private final Traffic traffic;
    private long impolite;

    Polite(Traffic traffic) {
      this.traffic = traffic;
    }

    @Override
    public long ask(ByteBuffer request) {
      return traffic.ask(request);
    }

    @Override
    public int answered(long ticket, Reply reply) {
      boolean known = reply.status() < 300 || (reply.status() == BUSY && reply.hasRetryAfter());
      impolite += known ? 0 : 1;
      return traffic.answered(ticket, reply);
    }

    @Override
    public void lost(long ticket) {
      traffic.lost(ticket);
    }
  }

  @Override
  public Outcome run(Options options) throws Exception {
    Shelf shelf = new Shelf("ITEM", options.number("items"), PLENTY);
    Pitch pitch = Pitch.of(options);
    try (Stage stage = Stage.open()) {
      StockledgerSide side = StockledgerSide.startWithHeap(stage, options.number("heap-gib"));
      side.stockUp(shelf);
      side.settle();
      Acknowledged acknowledged = new Acknowledged();
      Polite traffic = new Polite(new ReserveTraffic(side.bearer(), shelf, acknowledged, SEED));
      SequencedMap<String, Object> figures = new LinkedHashMap<>();
      Standings standings = new Contest(pitch, List.of(new HttpEntrant(side, traffic))).run();
      double most = standings.ours().perSecond();
      double calm = fewClients(side, traffic, pitch.time()).perSecond();
      figures.put("mostPerSecond", most);
      boolean kept =
          offerTooMuch(side, traffic, pitch, most, options.number("connections"), figures);
      boolean recovered = recovers(side, traffic, calm, figures);
      figures.put("otherAnswers", traffic.impolite);
      boolean right = Verification.ofReserves(side, acknowledged, shelf).isEmpty();
      System.out.printf(
          "throughput kept: %s, recovered: %s, answers that were neither a reservation nor a 503"
              + " with Retry-After: %,d%n",
          kept, recovered, traffic.impolite);
      return new Outcome(
          figures, new LinkedHashMap<>(), right && kept && recovered && traffic.impolite == 0);
    }
  }

  private static boolean offerTooMuch(
      StockledgerSide side,
      Polite traffic,
      Pitch pitch,
      double most,
      int connections,
      SequencedMap<String, Object> figures)
      throws IOException {
    try (LoadGenerator crowd = side.clients(connections)) {
      Measured measured =
          crowd.openLoop(traffic, pitch.time().dividedBy(2), pitch.time(), most * TIMES);
      Contest.tell(side.name(), connections, measured);
      figures.put("overloadedPerSecond", measured.perSecond());
      figures.put("overloadedPartOfMost", measured.perSecond() / most);
      figures.put("refusedPerSecond", measured.answered(BUSY) * 1e9 / measured.nanos());
      figures.put("lostConnections", measured.lost());
      return measured.perSecond() >= NEAR * most;
    }
  }

  private static Measured fewClients(StockledgerSide side, Polite traffic, Duration time)
      throws IOException {
    try (LoadGenerator few = side.clients(FEW_CLIENTS)) {
      return few.closedLoop(traffic, time);
    }
  }

  /** How long until a few clients are served nearly as fast as they were before the crowd came. */
  private static boolean recovers(
      StockledgerSide side, Polite traffic, double calm, SequencedMap<String, Object> figures)
      throws IOException {
    long from = System.nanoTime();
    for (int i = 0; i < MOMENTS; i++) {
      Measured measured = fewClients(side, traffic, MOMENT);
      if (measured.perSecond() >= NEAR * calm && measured.answered(BUSY) == 0) {
        figures.put("recoveredAfterSeconds", (System.nanoTime() - from) / 1e9);
        return true;
      }
    }
    return false;
  }
}
