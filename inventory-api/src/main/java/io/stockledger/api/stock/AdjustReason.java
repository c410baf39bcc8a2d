package io.stockledger.api.stock;

/** Why a figure is corrected. {@link #OTHER} needs a note and a manager's right. */
public enum AdjustReason {
  SHRINK,
  THEFT,
  DAMAGE,
  FOUND,
  MISPICK,
  RECEIVING,
  CORRECTION,
  OTHER
}
