package io.stockledger.server.wiring;

import io.stockledger.outgoing.webhook.Deliveries;
import org.springframework.context.SmartLifecycle;

/** Delivers as long as there is a ledger to read. */
final class WebhooksRunning implements SmartLifecycle {
  private final Deliveries deliveries;

  WebhooksRunning(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public void start() {
    deliveries.start();
  }

  @Override
  public void stop() {
    deliveries.close();
  }

  @Override
  public boolean isRunning() {
    return deliveries.isRunning();
  }

  /** After the ledger and what reads need of it. */
  @Override
  public int getPhase() {
    return LedgerRunning.PHASE + 2;
  }
}
