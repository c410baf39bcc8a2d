package io.stockledger.benchmarks.workload;

/** The request cannot be understood; the message tells the caller why. */
public final class MisusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MisusedException(String message) {
    super(message);
  }
}
