package io.stockledger.projections.running;

/**
 * How the processors of projections run.
 *
 * @param nodeId fixed and unique per node, so that a restart takes its own claims over at once
 * @param segments how many a projection begins with, by stream; does not change existing ones
 * @param batchSize the most events of one transaction
 */
public record ProjectionSettings(String nodeId, int segments, int batchSize) {
  public static final int DEFAULT_BATCH_SIZE = 500;

  public ProjectionSettings {
    if (nodeId.isBlank() || segments < 1 || batchSize < 1) {
      throw new IllegalArgumentException(
          "node %s, %d segments, batches of %d".formatted(nodeId, segments, batchSize));
    }
  }

  public static ProjectionSettings ofNode(String nodeId) {
    return new ProjectionSettings(nodeId, 1, DEFAULT_BATCH_SIZE);
  }
}
