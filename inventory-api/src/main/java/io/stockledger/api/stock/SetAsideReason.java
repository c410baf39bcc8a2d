package io.stockledger.api.stock;

/** What units are kept for. */
public enum SetAsideReason {
  TRANSFER,
  DISPLAY,
  RECALL
}
