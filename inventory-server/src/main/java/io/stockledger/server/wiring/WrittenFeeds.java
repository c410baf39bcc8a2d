package io.stockledger.server.wiring;

import io.stockledger.outgoing.feed.FeedExports;
import org.springframework.context.SmartLifecycle;

/** Starts writing feeds last of all, and ends it first. */
final class WrittenFeeds implements SmartLifecycle {
  private final FeedExports exports;
  private volatile boolean running;

  WrittenFeeds(FeedExports exports) {
    this.exports = exports;
  }

  @Override
  public void start() {
    exports.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    exports.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return DEFAULT_PHASE;
  }
}
