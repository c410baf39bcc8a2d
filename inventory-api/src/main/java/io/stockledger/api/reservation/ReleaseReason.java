package io.stockledger.api.reservation;

/** Why promised units are free again. {@link #EXPIRED} is said by the ledger only. */
public enum ReleaseReason {
  CUSTOMER(false),
  PAYMENT(false),
  OVERSOLD(true),
  LATE_SUPPLY(true),
  DAMAGED(true),
  ADDRESS(false),
  NO_SHOW(false),
  SUBSTITUTED(true),
  EXPIRED(false);

  private final boolean breaksPromise;

  ReleaseReason(boolean breaksPromise) {
    this.breaksPromise = breaksPromise;
  }

  /** Whether whoever promised broke it, and not the customer let it go. */
  public boolean breaksPromise() {
    return breaksPromise;
  }
}
