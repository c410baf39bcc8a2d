package io.stockledger.api.inbound;

/**
 * Why what came differs from what was expected, or does not come at all. {@link #OTHER} needs a
 * note.
 */
public enum InboundReason {
  /** Fewer came, and the rest is not waited for. */
  SHORT,
  /** What came was damaged and went back, or was never unloaded. */
  DAMAGED,
  /** More came, and is kept. */
  EXCESS,
  /** Something else was in the box. */
  WRONG_ITEM,
  /** The supplier said so. */
  VENDOR,
  OTHER
}
