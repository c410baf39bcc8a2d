package io.stockledger.projections.generation;

import io.stockledger.projections.running.ProjectionPositions;
import io.stockledger.projections.running.ProjectionProcessors;
import io.stockledger.projections.running.Repeating;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the processors of the live generation on this node, and follows the pointer: the old ones
 * stop, and once no node reads the old generation any more those of the next one start.
 */
public final class GenerationProcessors implements SmartLifecycle {
  /** Late to start and early to stop: after the stores and the migrations, before HTTP. */
  public static final int PHASE = 1_000;

  private static final Logger log = LoggerFactory.getLogger(GenerationProcessors.class);
  private static final Duration LOOK = Duration.ofMillis(100);

  /** A generation that is live for so long, seconds, was noticed by every node. */
  private static final double SETTLED = 10;

  /** Makes the processors of a generation, not started. */
  @FunctionalInterface
  public interface Making {
    ProjectionProcessors processors(DataSource connections, ProjectionPositions positions);
  }

  private final LiveGeneration live;
  private final GenerationDataSource connections;
  private final GenerationDataSource reads;
  private final LivePositions positions;
  private final Making making;
  private final Duration keep;
  private @Nullable Running running;
  private final List<Left> left = new ArrayList<>();
  private volatile @Nullable Repeating watch;

  /**
   * @param reads the connections of queries, given back together with those of the processors
   * @param keep how long after a move connections to the generation before are kept
   */
  public GenerationProcessors(
      LiveGeneration live,
      GenerationDataSource connections,
      GenerationDataSource reads,
      LivePositions positions,
      Making making,
      Duration keep) {
    this.live = live;
    this.connections = connections;
    this.reads = reads;
    this.positions = positions;
    this.making = making;
    this.keep = keep;
  }

  /** Processors that run, or will as soon as their time has come. */
  private record Running(
      Generation generation, ProjectionProcessors processors, long startsAt, boolean started) {
    Running begun() {
      processors.start();
      return new Running(generation, processors, startsAt, true);
    }
  }

  /** A generation before, whose connections reads that began on it may still use. */
  private record Left(Generation generation, long closesAt) {}

  @Override
  public synchronized void start() {
    if (watch == null) {
      try {
        look();
      } catch (RuntimeException e) {
        log.warn("which read model is live cannot be told, will look again: {}", e.toString());
      }
      watch = Repeating.start("generation-watch", LOOK, this::look);
    }
  }

  /** What fails here is tried again at the next look. */
  private synchronized void look() {
    LiveGeneration.Known known = live.ask();
    if (running == null || !running.generation().equals(known.generation())) {
      follow(running, known);
    }
    if (running != null && !running.started() && System.nanoTime() - running.startsAt() >= 0) {
      running = running.begun();
    }
    left.removeIf(one -> System.nanoTime() - one.closesAt() >= 0 && leave(one.generation()));
  }

  private void follow(@Nullable Running before, LiveGeneration.Known known) {
    long now = System.nanoTime();
    boolean settled = before == null && known.age() > SETTLED;
    Generation next = known.generation();
    running =
        new Running(
            next,
            making.processors(connections.of(next), positions.of(next)),
            now + (settled ? 0 : LiveGeneration.TRUSTED.toNanos()),
            false);
    if (before != null) {
      log.info("the read model is now generation {}", next.number());
      left.add(new Left(before.generation(), now + keep.toNanos()));
      Thread.ofPlatform().daemon().name("projection-stop").start(before.processors()::stop);
    }
  }

  private boolean leave(Generation generation) {
    positions.forget(generation);
    return reads.leave(generation) && connections.leave(generation);
  }

  @Override
  public void stop() {
    Repeating ending = watch;
    if (ending != null) {
      ending.close();
    }
    synchronized (this) {
      watch = null;
      if (running != null) {
        running.processors().stop();
        running = null;
      }
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return watch != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
