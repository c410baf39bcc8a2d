package io.stockledger.benchmarks.crash.check;

/**
 * Something that must not be.
 *
 * @param subject the key, the position or the item that it is about
 */
public record Finding(Kind kind, String subject, String what) {
  /** What is wrong. */
  public enum Kind {
    /** Acknowledged, and not, or not wholly, there. */
    LOST,
    /** Had its effect more than once. */
    DOUBLED,
    /** Has an effect that no command accounts for. */
    PHANTOM,
    /** One end of a transfer does not fit the other, or what left is neither here nor there. */
    HALF_TRANSFER,
    /** Of commands that take effect together or not at all only some did. */
    HALF_REQUEST,
    /** Promised beyond what was available. */
    OVERSOLD,
    /** It cannot be learned what became of it. */
    UNRESOLVED,
    /** Refused although nothing at its moment justified it. */
    UNJUSTIFIED,
    /** Versions, positions or clocks are not in the order they must be in. */
    DISORDER,
    /** Figures, answers or reads contradict the fold of the events, or each other. */
    CONTRADICTION
  }

  @Override
  public String toString() {
    return kind + " " + subject + ": " + what;
  }
}
