package io.stockledger.server.play;

import java.time.Duration;
import java.time.Instant;

/**
 * All that a trading day depends on. The same plan gives the same requests under the same keys,
 * today and after a crash.
 *
 * @param run prefix of every id and key of this day, so that days do not meet
 * @param seed of everything drawn by chance
 * @param opensAt when the simulated shops open; the nine hours that follow lie in the past
 * @param commands how many commands the day has, roughly
 * @param after the ledger's position before the day began
 * @param finished it was played to its end
 */
record DayPlan(String run, long seed, Instant opensAt, int commands, long after, boolean finished) {
  /** The day is cut into half-hours; everybody ends one before anybody begins the next. */
  static final int HALF_HOURS = 18;

  static final int SECONDS_OF_HALF_HOUR = 1_800;
  static final int SECONDS = HALF_HOURS * SECONDS_OF_HALF_HOUR;

  static DayPlan beginning(Instant now, long seed, int commands, long after) {
    String run = "d" + Long.toString(now.getEpochSecond(), Character.MAX_RADIX);
    Instant opensAt =
        Instant.ofEpochSecond(now.getEpochSecond())
            .minusSeconds(SECONDS)
            .minus(Duration.ofHours(1));
    return new DayPlan(run, seed, opensAt, commands, after, false);
  }

  DayPlan ended() {
    return new DayPlan(run, seed, opensAt, commands, after, true);
  }

  /**
   * @param second of the simulated day, from 0 at opening; negative for before
   */
  Instant at(int second) {
    return opensAt.plusSeconds(second);
  }
}
