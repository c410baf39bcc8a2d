package io.stockledger.server.client;

import java.time.Duration;

/** Does something again and again until it is closed, such as telling how far a long run is. */
public final class Ticker implements AutoCloseable {
  private final Thread thread;

  public Ticker(Duration period, Runnable task) {
    this.thread = Thread.ofVirtual().name("ticker").start(() -> run(period, task));
  }

  private static void run(Duration period, Runnable task) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(period);
        task.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
