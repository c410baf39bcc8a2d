package io.stockledger.projections.running;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again, on a thread of its own. What fails is tried again. */
public final class Repeating implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Repeating.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String name;
  private final Duration pause;
  private final Runnable action;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private boolean failing;

  private Repeating(String name, Duration pause, Runnable action) {
    this.name = name;
    this.pause = pause;
    this.action = action;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /**
   * @param pause between the end of one time and the beginning of the next, and before the first
   */
  public static Repeating start(String name, Duration pause, Runnable action) {
    Repeating repeating = new Repeating(name, pause, action);
    repeating.thread.start();
    return repeating;
  }

  private void run() {
    try {
      while (!closing.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        once();
      }
    } catch (InterruptedException e) {
      log.debug("{} ends", name);
    }
  }

  private void once() {
    try {
      action.run();
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) { // once for each time that it begins to fail
        log.warn("{} failed, will try again: {}", name, e.toString());
      }
      failing = true;
    }
  }

  /** Interrupts what it does, and waits some seconds for its end. */
  @Override
  public void close() {
    closing.countDown();
    thread.interrupt();
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
