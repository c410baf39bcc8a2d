package io.stockledger.api.transfer;

/** Why what arrives is not what left, or why a transfer ends before all of it arrived. */
public enum TransferReason {
  /** It was lost on the way. */
  LOST,
  /** It broke on the way and was not brought in. */
  DAMAGED,
  /** Less left than was said, or more. */
  SHORT,
  /** Somebody counted wrongly, at either end. */
  MISCOUNTED,
  /** What was asked for is not wanted any more. */
  NOT_NEEDED,
  /** None of these; a note says which. */
  OTHER
}
