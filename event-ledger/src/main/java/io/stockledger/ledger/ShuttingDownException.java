package io.stockledger.ledger;

import org.axonframework.common.AxonTransientException;

/** The node takes no more commands. Nothing was decided: try again, elsewhere. */
public final class ShuttingDownException extends AxonTransientException {

  private static final long serialVersionUID = 1L;

  ShuttingDownException() {
    super("this node takes no more commands");
  }
}
