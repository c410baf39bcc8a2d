package io.stockledger.ledger;

/** Another writer came first, so that what was decided ahead may be wrong. */
final class StrangersWroteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StrangersWroteException(long expectedHead, long head) {
    super("decided at position " + expectedHead + ", but the ledger is at " + head);
  }
}
