package io.stockledger.ledger;

import org.axonframework.common.AxonTransientException;

/** As many commands wait as the node is willing to keep. Nothing was decided: try again later. */
public final class OverloadedException extends AxonTransientException {

  private static final long serialVersionUID = 1L;

  public OverloadedException(int waiting) {
    super("too many commands are waiting: " + waiting);
  }
}
