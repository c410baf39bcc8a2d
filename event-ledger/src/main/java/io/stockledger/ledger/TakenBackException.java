package io.stockledger.ledger;

/**
 * Why the unit of work of a command is rolled back that was decided with others. Nobody is told.
 */
final class TakenBackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TakenBackException() {
    super("decided together with others that did not take effect", null, false, false);
  }
}
