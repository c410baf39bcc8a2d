package io.stockledger.server.play;

import io.stockledger.server.client.Ticker;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** A line every five seconds: how far the day is and how fast it goes. */
final class Progress implements AutoCloseable {
  private static final int SECONDS = 5;

  private final Tally tally;
  private final PrintStream out;
  private final Instant begun = Instant.now();
  private final Ticker ticker;
  private volatile String where = "";
  private long sentBefore;

  Progress(Tally tally, PrintStream out) {
    this.tally = tally;
    this.out = out;
    this.ticker = new Ticker(Duration.ofSeconds(SECONDS), this::print);
  }

  void at(String place) {
    where = place;
  }

  private void print() {
    long sent = tally.sent();
    String replayed = tally.replayed() > 0 ? ", %,d replayed".formatted(tally.replayed()) : "";
    out.printf(
        "  %3d s  %-40s %,9d commands  %,6d/s  %,7d refused%s%n",
        Duration.between(begun, Instant.now()).toSeconds(),
        where,
        sent,
        (sent - sentBefore) / SECONDS,
        tally.refused(),
        replayed);
    sentBefore = sent;
  }

  @Override
  public void close() {
    ticker.close();
  }
}
