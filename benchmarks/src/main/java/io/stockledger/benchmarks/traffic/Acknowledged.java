package io.stockledger.benchmarks.traffic;

import java.util.BitSet;

/**
 * Which commands of a side were acknowledged, by their number. Their keys are {@link #PREFIX} and
 * that number, so that it can be told from a recorded key.
 */
public final class Acknowledged {
  public static final String PREFIX = "bench-";
  private static final int DIGITS = 10;

  private final BitSet acknowledged = new BitSet();
  private final BitSet unknown = new BitSet();
  private int next;

  /** The key, with a place for its number. */
  public static String keyPattern() {
    return PREFIX + "#".repeat(DIGITS);
  }

  /** A number that no command had before. */
  public int next() {
    return next++;
  }

  public void acknowledge(long number) {
    acknowledged.set((int) number);
  }

  /** Whether it was recorded only the ledger knows. */
  public void unknown(long number) {
    unknown.set((int) number);
  }

  public int count() {
    return acknowledged.cardinality();
  }

  public int unknownCount() {
    return unknown.cardinality();
  }

  /**
   * Compares with what was recorded, key by key.
   *
   * @return to be told each recorded key once
   */
  public Comparison compare() {
    return new Comparison((BitSet) acknowledged.clone());
  }

  /** What is recorded against what was acknowledged. */
  public final class Comparison {
    private final BitSet missing;
    private final BitSet seen = new BitSet();
    private long recorded;
    private long doubled;
    private long unasked;

    private Comparison(BitSet missing) {
      this.missing = missing;
    }

    public void recorded(String key) {
      if (!key.startsWith(PREFIX)) {
        return; // of setting up
      }
      int number = Integer.parseInt(key, PREFIX.length(), key.length(), 10);
      recorded++;
      if (seen.get(number)) {
        doubled++;
      }
      seen.set(number);
      missing.clear(number);
      if (!acknowledged.get(number) && !unknown.get(number)) {
        unasked++;
      }
    }

    /** Acknowledged commands that are not recorded. */
    public long missing() {
      return missing.cardinality();
    }

    public long recorded() {
      return recorded;
    }

    public long doubled() {
      return doubled;
    }

    /** Recorded commands whose answer was neither an acknowledgement nor lost. */
    public long unasked() {
      return unasked;
    }
  }
}
