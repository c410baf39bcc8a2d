package io.stockledger.ledger;

/** Why the unit of work of a dry run is rolled back. Nobody is told. */
final class DryRunException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DryRunException() {
    super("a dry run", null, false, false);
  }
}
