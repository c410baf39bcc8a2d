package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.load.Measured;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/** What the entrants of a contest came to, each where it is fastest; ours is the first. */
record Standings(List<Standing> all) {
  /**
   * @param clients where it is fastest
   * @param perSecond median of the rounds there
   * @param measured the round that is the median
   */
  record Standing(String name, int clients, double perSecond, Measured measured) {}

  Optional<Standing> of(String name) {
    return all.stream().filter(standing -> standing.name().equals(name)).findFirst();
  }

  Standing ours() {
    return all.getFirst();
  }

  /** The same under other names, where a run has several contests. */
  Standings as(UnaryOperator<String> names) {
    return new Standings(
        all.stream()
            .map(s -> new Standing(names.apply(s.name()), s.clients(), s.perSecond(), s.measured()))
            .toList());
  }

  /** Figures by names that say their units, and the ratio of ours to each other. */
  void tell(SequencedMap<String, Object> figures, SequencedMap<String, Double> ratios) {
    for (Standing standing : all) {
      String name = standing.name();
      figures.put(name + "PerSecond", standing.perSecond());
      figures.put(name + "Clients", standing.clients());
      figures.put(name + "P50Ms", standing.measured().millis(50));
      figures.put(name + "P99Ms", standing.measured().millis(99));
      if (!name.equals(ours().name())) {
        ratios.put(name, ours().perSecond() / standing.perSecond());
      }
    }
  }
}
