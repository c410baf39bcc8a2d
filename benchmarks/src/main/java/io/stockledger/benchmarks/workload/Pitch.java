package io.stockledger.benchmarks.workload;

import java.time.Duration;
import java.util.List;

/**
 * How long and how often is measured.
 *
 * @param time of one measurement
 * @param clients the numbers of clients to try
 * @param rounds measurements of each side at each number, of which the median counts
 * @param warmUp the longest that a server is warmed up
 */
record Pitch(Duration time, List<Integer> clients, int rounds, Duration warmUp) {
  static List<Option> options(int seconds, String clients, int rounds) {
    return List.of(
        Option.seconds(seconds),
        Option.of("clients", clients, "numbers of clients to try; the best one of a side counts"),
        Option.of("rounds", rounds, "measurements at each number, of which the median counts"),
        Option.of("warm-up", 120, "seconds at most, until it gets no faster and compiles no more"));
  }

  static Pitch of(Options options) {
    return new Pitch(
        Duration.ofSeconds(options.number("seconds")),
        options.numbers("clients"),
        options.number("rounds"),
        Duration.ofSeconds(options.number("warm-up")));
  }
}
