package io.stockledger.api.device;

/**
 * Lines that a device has not delivered.
 *
 * @param from the first missing sequence
 * @param to the last one
 */
public record Gap(long from, long to) {
  public Gap {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException("no gap: " + from + " to " + to);
    }
  }

  public boolean holds(long sequence) {
    return from <= sequence && sequence <= to;
  }
}
