package io.stockledger.api.reservation;

/** Why promised units are free again. {@link #EXPIRED} is said by the ledger only. */
public enum ReleaseReason {
  CUSTOMER,
  PAYMENT,
  OVERSOLD,
  LATE_SUPPLY,
  DAMAGED,
  ADDRESS,
  NO_SHOW,
  SUBSTITUTED,
  EXPIRED
}
