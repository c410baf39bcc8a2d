package io.stockledger.server.wiring;

import io.stockledger.outgoing.change.Announcer;
import io.stockledger.outgoing.stream.ChangeStreams;
import org.springframework.context.SmartLifecycle;

/**
 * Starts telling channels last of all, and ends it first: the web server waits for its requests
 * before it stops, and an open stream is one.
 */
final class ToldChannels implements SmartLifecycle {
  private final Announcer announcer;
  private final ChangeStreams streams;
  private final boolean announces;
  private volatile boolean running;

  /**
   * @param announces whether this node may be the one that tells
   */
  ToldChannels(Announcer announcer, ChangeStreams streams, boolean announces) {
    this.announcer = announcer;
    this.streams = streams;
    this.announces = announces;
  }

  @Override
  public void start() {
    streams.start();
    if (announces) {
      announcer.start();
    }
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    streams.close();
    announcer.close();
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
