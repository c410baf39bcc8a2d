package io.stockledger.ledger;

import org.axonframework.common.AxonTransientException;

/**
 * The database did not answer in time. Whether the command took effect is not known: ask again
 * under the same key.
 */
public final class StoreUnavailableException extends AxonTransientException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailableException(Throwable cause) {
    super("the database does not answer", cause);
  }
}
