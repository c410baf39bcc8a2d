package io.stockledger.server.wiring;

import io.stockledger.ledger.Ledger;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the ledger once its handlers are subscribed, and before anything reads or writes; stops it
 * after HTTP, when everything it took is answered.
 */
final class LedgerRunning implements SmartLifecycle {
  /** After Axon has subscribed its handlers, before HTTP. */
  static final int PHASE = SpringAxonConfiguration.LIFECYCLE_PHASE + 100;

  private final Ledger ledger;
  private volatile boolean running;

  LedgerRunning(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void start() {
    ledger.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    ledger.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
