package io.stockledger.projections.generation;

import io.stockledger.projections.running.ProjectionPositions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How far the projections of the live generation are. Who waits while the pointer moves goes on
 * waiting on the next generation; what one was seen to have folded, the next has folded as well.
 */
public final class LivePositions {
  /** After which it is looked whether the pointer has moved. */
  private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

  private final LiveGeneration live;
  private final GenerationDataSource connections;
  private final Map<Generation, ProjectionPositions> positions = new ConcurrentHashMap<>();

  public LivePositions(LiveGeneration live, GenerationDataSource connections) {
    this.live = live;
    this.connections = connections;
  }

  /**
   * Waits until a projection has folded everything up to a position.
   *
   * @return false when that did not come about in time
   */
  public boolean await(String projection, long position, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      long left = deadline - System.nanoTime();
      Duration look = Duration.ofNanos(Math.max(0, Math.min(left, LOOK_NANOS)));
      if (of(live.current()).await(projection, position, look)) {
        return true;
      }
      if (left <= LOOK_NANOS) {
        return false;
      }
    }
  }

  ProjectionPositions of(Generation generation) {
    return positions.computeIfAbsent(
        generation, wanted -> new ProjectionPositions(new JdbcTemplate(connections.of(wanted))));
  }

  void forget(Generation generation) {
    positions.remove(generation);
  }
}
