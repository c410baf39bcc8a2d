package io.stockledger.server.play;

/**
 * What is low for an item.
 *
 * @param low available units at or below which it is
 * @param restored available units from which on it has enough again
 */
record Threshold(long low, long restored) {
  /** Whether it is low, after it was or was not before. */
  boolean isLow(boolean before, long available) {
    return before ? available < restored : available <= low;
  }
}
