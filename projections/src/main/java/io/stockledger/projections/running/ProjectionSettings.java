package io.stockledger.projections.running;

/**
 * How the processors of projections run.
 *
 * @param nodeId fixed and unique per node, so that a restart takes its own claims over at once
 * @param segments how many a projection begins with, by stream; does not change existing ones
 * @param batchSize the most events of one transaction
 * @param paused none run here: the tables stand still, or other nodes fold them
 */
public record ProjectionSettings(String nodeId, int segments, int batchSize, boolean paused) {
  public static final int DEFAULT_BATCH_SIZE = 500;

  public ProjectionSettings {
    if (nodeId.isBlank() || segments < 1 || batchSize < 1) {
      throw new IllegalArgumentException(
          "node %s, %d segments, batches of %d".formatted(nodeId, segments, batchSize));
    }
  }

  public ProjectionSettings(String nodeId, int segments, int batchSize) {
    this(nodeId, segments, batchSize, false);
  }

  /** The same, with no projection running on this node. */
  public ProjectionSettings asPaused() {
    return new ProjectionSettings(nodeId, segments, batchSize, true);
  }

  public static ProjectionSettings ofNode(String nodeId) {
    return new ProjectionSettings(nodeId, 1, DEFAULT_BATCH_SIZE);
  }
}
