package io.stockledger.benchmarks.crash.site;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for conditions of processes, which nobody announces. */
public final class Patience {
  private static final long PERIOD_MILLIS = 25;

  private Patience() {}

  /**
   * Asks again and again; an exception counts as no.
   *
   * @return false when it did not come true in time
   */
  public static boolean until(Duration limit, Callable<Boolean> condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!holds(condition)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(PERIOD_MILLIS);
    }
    return true;
  }

  /**
   * @throws IllegalStateException when it did not come true in time
   */
  public static void require(String what, Duration limit, Callable<Boolean> condition)
      throws InterruptedException {
    if (!until(limit, condition)) {
      throw new IllegalStateException(what + ": not within " + limit.toSeconds() + " s");
    }
  }

  private static boolean holds(Callable<Boolean> condition) throws InterruptedException {
    try {
      return condition.call();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return false;
    }
  }
}
