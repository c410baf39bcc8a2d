package io.stockledger.projections.generation;

import java.time.Duration;

/**
 * How generations come and go on this node.
 *
 * @param nodeId fixed and unique per node
 * @param keep how long a generation is kept after it was replaced; longer than any read lasts
 * @param lease after which another node goes on with a rebuild of which nothing was heard
 * @param segments how many each projection of a new generation begins with
 */
public record GenerationSettings(String nodeId, Duration keep, Duration lease, int segments) {
  public static final Duration DEFAULT_KEEP = Duration.ofMinutes(1);
  public static final Duration DEFAULT_LEASE = Duration.ofSeconds(10);

  public GenerationSettings {
    if (nodeId.isBlank() || keep.isNegative() || !lease.isPositive() || segments < 1) {
      throw new IllegalArgumentException(
          "node %s, kept for %s, claimed for %s, %d segments"
              .formatted(nodeId, keep, lease, segments));
    }
  }
}
