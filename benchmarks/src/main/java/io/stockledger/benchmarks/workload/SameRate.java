package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.load.LoadGenerator;
import io.stockledger.benchmarks.load.Measured;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Sides in turn at one and the same fixed rate, whatever they answer: what callers wait. */
final class SameRate {
  private static final int CONNECTIONS = 256;

  /** Until all connections stand and every queue is as long as it will be. */
  private static final Duration LEAD_IN = Duration.ofSeconds(2);

  private SameRate() {}

  /** The median of each one's 99th percentile, milliseconds, by name. */
  static SequencedMap<String, Double> p99(Pitch pitch, double perSecond, List<HttpEntrant> entrants)
      throws IOException {
    System.out.printf("all at %,.0f a second, whatever they answer%n", perSecond);
    SequencedMap<String, List<Double>> p99 = new LinkedHashMap<>();
    for (int round = 0; round < pitch.rounds(); round++) {
      for (HttpEntrant entrant : entrants) {
        try (LoadGenerator clients = entrant.side().clients(CONNECTIONS)) {
          Measured measured = clients.openLoop(entrant.traffic(), LEAD_IN, pitch.time(), perSecond);
          Contest.tell(entrant.name(), CONNECTIONS, measured);
          p99.computeIfAbsent(entrant.name(), name -> new ArrayList<>()).add(measured.millis(99));
        }
      }
    }
    SequencedMap<String, Double> medians = new LinkedHashMap<>();
    p99.forEach((name, values) -> medians.put(name, Median.of(values)));
    return medians;
  }
}
