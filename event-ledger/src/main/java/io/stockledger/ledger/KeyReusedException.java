package io.stockledger.ledger;

import org.axonframework.common.AxonNonTransientException;

/** The key was used before, for another request. Nothing was decided. */
public final class KeyReusedException extends AxonNonTransientException {

  private static final long serialVersionUID = 1L;

  private final String key;

  KeyReusedException(String key) {
    super("the key " + key + " belongs to another request");
    this.key = key;
  }

  public String key() {
    return key;
  }
}
