package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.load.LoadGenerator;
import io.stockledger.benchmarks.load.Measured;
import io.stockledger.benchmarks.load.Traffic;
import io.stockledger.benchmarks.stage.Side;
import java.io.IOException;
import java.time.Duration;

/** A side under some traffic over HTTP. */
record HttpEntrant(String name, Side side, Traffic traffic) implements Entrant {
  /** As a part of the time that counts. */
  private static final int LEAD_IN_PART = 5;

  /** Under the name of its side. */
  HttpEntrant(Side side, Traffic traffic) {
    this(side.name(), side, traffic);
  }

  @Override
  public Measured measure(int clients, Duration time) throws IOException {
    try (LoadGenerator generator = side.clients(clients)) {
      return generator.closedLoop(traffic, time.dividedBy(LEAD_IN_PART), time);
    }
  }

  @Override
  public Duration compiled() throws IOException, InterruptedException {
    return side.server().compiled();
  }
}
