package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.load.Measured;
import io.stockledger.benchmarks.load.Warmth;
import io.stockledger.benchmarks.workload.Standings.Standing;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Measures entrants in turn, so that whatever the machine does meanwhile falls on all of them: each
 * is warmed up, then round by round and number of clients by number of clients each has its turn,
 * first and last by turns.
 */
final class Contest {
  private static final Duration WARMING = Duration.ofSeconds(1);
  private static final String LINE = "%-24s %8s %12s %9s %9s %9s  %s%n";

  private final Pitch pitch;
  private final List<? extends Entrant> entrants;

  /** By entrant, then by number of clients. */
  private final SequencedMap<String, SequencedMap<Integer, List<Measured>>> results =
      new LinkedHashMap<>();

  Contest(Pitch pitch, List<? extends Entrant> entrants) {
    this.pitch = pitch;
    this.entrants = entrants;
  }

  Standings run() throws IOException, InterruptedException {
    for (Entrant entrant : entrants) {
      warmUp(entrant);
    }
    System.out.println("measured, and to be verified at the end:");
    System.out.printf(
        LINE, "", "clients", "per second", "p50 ms", "p99 ms", "p99.9 ms", "answers by status");
    for (int round = 0; round < pitch.rounds(); round++) {
      for (int column = 0; column < columns(); column++) {
        for (Entrant entrant : round % 2 == 0 ? entrants : entrants.reversed()) {
          if (column >= entrant.widths(pitch).size()) {
            continue;
          }
          int clients = entrant.widths(pitch).get(column);
          Measured measured = entrant.measure(clients, pitch.time());
          tell(entrant.name(), clients, measured);
          results
              .computeIfAbsent(entrant.name(), name -> new LinkedHashMap<>())
              .computeIfAbsent(clients, number -> new ArrayList<>())
              .add(measured);
        }
      }
    }
    List<Standing> standings = new ArrayList<>();
    results.forEach((name, byClients) -> standings.add(best(name, byClients)));
    return new Standings(standings);
  }

  private int columns() {
    return entrants.stream().mapToInt(entrant -> entrant.widths(pitch).size()).max().orElse(0);
  }

  private void warmUp(Entrant entrant) throws IOException, InterruptedException {
    Warmth warmth = new Warmth();
    long begin = System.nanoTime();
    long told = begin;
    int turn = 0;
    do {
      // at all numbers of clients in turn: each compiles and caches something of its own
      List<Integer> widths = entrant.widths(pitch);
      int clients = widths.get(turn++ / 2 % widths.size());
      warmth.add(entrant.measure(clients, WARMING).perSecond());
      if (turn % Warmth.SPAN == 0) {
        long now = System.nanoTime();
        warmth.compiled(entrant.compiled(), Duration.ofNanos(now - told));
        told = now;
      }
    } while (!warmth.isSteady() && System.nanoTime() - begin < pitch.warmUp().toNanos());
    System.out.printf(
        "%s is %s after %d s, its compilers at work for %.0f %% of the time%n",
        entrant.name(),
        warmth.isSteady() ? "warm" : "still getting faster",
        Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
        100 * warmth.compiling());
  }

  private static Standing best(String name, Map<Integer, List<Measured>> byClients) {
    return byClients.entrySet().stream()
        .map(
            entry -> {
              List<Measured> sorted =
                  entry.getValue().stream()
                      .sorted(Comparator.comparingDouble(Measured::perSecond))
                      .toList();
              Measured median = sorted.get(sorted.size() / 2);
              return new Standing(name, entry.getKey(), median.perSecond(), median);
            })
        .max(Comparator.comparingDouble(Standing::perSecond))
        .orElseThrow();
  }

  static void tell(String name, int clients, Measured measured) {
    System.out.printf(
        Locale.ROOT,
        LINE,
        name,
        clients,
        "%,.0f".formatted(measured.perSecond()),
        "%.1f".formatted(measured.millis(50)),
        "%.1f".formatted(measured.millis(99)),
        "%.1f".formatted(measured.millis(99.9)),
        measured.statuses() + (measured.lost() > 0 ? " lost " + measured.lost() : ""));
  }
}
