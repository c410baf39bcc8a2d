package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.stage.Side;
import io.stockledger.benchmarks.traffic.MixedTraffic;
import io.stockledger.benchmarks.traffic.MixedTraffic.Commit;
import io.stockledger.benchmarks.traffic.Shelf;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Asks all the while, as one reader, for a figure that shows the newest acknowledged write, and
 * measures from that acknowledgement until the read is answered.
 */
final class LagProbe implements AutoCloseable {
  private static final long PAUSE_MILLIS = 10;
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Histogram lag = new Histogram(LONGEST, 3);
  private final Side side;
  private final MixedTraffic traffic;
  private final String sku;
  private final Thread thread;
  private volatile boolean ending;
  private volatile @Nullable Exception failure;

  private LagProbe(Side side, MixedTraffic traffic, String sku) {
    this.side = side;
    this.traffic = traffic;
    this.sku = sku;
    this.thread = Thread.ofPlatform().name("lag-probe").start(this::run);
  }

  /**
   * @param sku of an item that is there
   */
  static LagProbe start(Side side, MixedTraffic traffic, String sku) {
    return new LagProbe(side, traffic, sku);
  }

  private void run() {
    try {
      long seen = 0;
      while (!ending) {
        Commit commit = traffic.lastCommit();
        if (commit.position() > seen) {
          seen = commit.position();
          if (awaitReadable(seen)) {
            lag.recordValue(Math.min(System.nanoTime() - commit.at(), LONGEST));
          }
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException | InterruptedException e) {
      failure = e;
    }
  }

  /** False if it was told to end before. */
  private boolean awaitReadable(long position) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d/v1/channels/default/availability/%s?location=%s"
                        .formatted(side.address().getPort(), sku, Shelf.LOCATION)))
            .header("Authorization", "Bearer " + side.bearer())
            .header("Ledger-Min-Position", Long.toString(position))
            .build();
    while (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
      if (ending) {
        return false;
      }
    }
    return true;
  }

  /**
   * Ends it, and tells what it saw.
   *
   * @throws IllegalStateException if it could not read
   */
  Histogram end() throws InterruptedException {
    ending = true;
    thread.join();
    if (failure != null) {
      throw new IllegalStateException("reads failed", failure);
    }
    return lag;
  }

  @Override
  public void close() {
    ending = true;
    client.close();
  }
}
