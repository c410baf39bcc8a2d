package io.stockledger.outgoing.preview;

/**
 * How much one preview may take. Beyond any of these it ends, and says that it is not complete.
 *
 * @param lookedAt items whose place in the registry is looked at
 * @param played items that are played
 * @param rows days of items on which the draft makes a difference
 */
public record PreviewLimits(long lookedAt, long played, long rows) {
  public static final PreviewLimits DEFAULT = new PreviewLimits(200_000, 20_000, 200_000);
}
