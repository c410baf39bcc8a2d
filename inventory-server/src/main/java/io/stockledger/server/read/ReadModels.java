package io.stockledger.server.read;

import java.time.Duration;

/** Knows how far each read model is. */
public interface ReadModels {
  /** The name of the projection that each answer comes from. */
  String ON_HAND = "on-hand";

  String AVAILABLE = "available";
  String SELLABLE = "sellable";
  String HISTORY = "history";
  String DISCREPANCIES = "discrepancies";
  String DEVICES = "devices";
  String COUNT_NEED = "count-need";
  String REGISTRY = "registry";
  String CREDENTIALS = "credentials";

  /** No read model but the ledger itself, as far as this node has heard of it. */
  String LEDGER = "ledger";

  /**
   * Waits until a read model knows a position.
   *
   * @return false when it does not in time
   */
  boolean await(String model, long position, Duration patience) throws InterruptedException;
}
