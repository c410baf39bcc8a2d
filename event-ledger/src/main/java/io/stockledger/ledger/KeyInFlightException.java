package io.stockledger.ledger;

import org.axonframework.common.AxonTransientException;

/** A command under the same key is still being decided on this node. Its answer can be had soon. */
public final class KeyInFlightException extends AxonTransientException {

  private static final long serialVersionUID = 1L;

  private final String key;

  KeyInFlightException(String key) {
    super("a command under the key " + key + " is being decided");
    this.key = key;
  }

  public String key() {
    return key;
  }
}
