package io.stockledger.projections.rebuild;

import io.stockledger.projections.running.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;

/**
 * Folds the ledger into one schema: it is read and decoded once, and every projection folds it on a
 * thread and a connection of its own, a few slices ahead of the slowest at most.
 */
final class Build implements AutoCloseable {
  private static final int SLICES_AHEAD = 3;

  /** How long the slices that were begun may still take when it is given up. */
  private static final int END_SECONDS = 20;

  private final StreamableMessageSource<TrackedEventMessage<?>> ledger;
  private final List<ProjectionBuild> builds;
  private final ExecutorService threads;
  private volatile boolean ended;

  private Build(
      StreamableMessageSource<TrackedEventMessage<?>> ledger, List<ProjectionBuild> builds) {
    this.ledger = ledger;
    this.builds = builds;
    this.threads =
        Executors.newFixedThreadPool(
            builds.size(), Thread.ofPlatform().daemon().name("rebuild-", 0).factory());
  }

  /**
   * What is told once, for all builds of a process.
   *
   * @param projections fresh ones: what they remember of another schema has no place in this one
   */
  record Tools(
      Supplier<List<Projection>> projections,
      StreamableMessageSource<TrackedEventMessage<?>> ledger,
      Serializer serializer,
      InstantSource clock) {}

  /**
   * Begins in a schema that is migrated, or goes on there.
   *
   * @param builder who makes it, a name that nobody had before
   */
  static Build in(DataSource dataSource, String schema, String builder, int segments, Tools tools)
      throws SQLException {
    List<ProjectionBuild> builds = new ArrayList<>();
    Build build = null;
    try {
      for (Projection projection : tools.projections().get()) {
        Connection connection = dataSource.getConnection();
        connection.setSchema(schema);
        ProjectionBuild one =
            new ProjectionBuild(
                projection,
                connection,
                tools.serializer(),
                builder,
                Objects.requireNonNull(tools.ledger().createTailToken()),
                tools.clock());
        builds.add(one);
        one.begin(segments);
      }
      build = new Build(tools.ledger(), List.copyOf(builds));
      return build;
    } finally {
      if (build == null) {
        builds.forEach(ProjectionBuild::close);
      }
    }
  }

  /** Up to where every projection is folded. */
  long position() {
    return builds.stream().mapToLong(ProjectionBuild::position).min().orElse(0);
  }

  /**
   * Folds every projection up to its reach; one that is not named stays where it is.
   *
   * @param progress is told the position after each slice, and may throw to end it
   * @return how many entries were read for it
   */
  long foldUpTo(Map<String, Reach> reaches, LongConsumer progress) throws InterruptedException {
    List<ProjectionBuild> behind =
        builds.stream().filter(b -> reachOf(b, reaches).highest() > b.position()).toList();
    if (behind.isEmpty()) {
      return 0;
    }
    long end = behind.stream().mapToLong(b -> reachOf(b, reaches).highest()).max().orElseThrow();
    TrackingToken start =
        behind.stream()
            .map(ProjectionBuild::reached)
            .min(Comparator.comparingLong(Slice::positionOf))
            .orElseThrow();
    ledger.createHeadToken(); // so that the feed knows of everything up to the end
    try (LedgerScan scan = new LedgerScan(ledger, start, end)) {
      fold(scan, behind, reaches, progress);
    }
    return end - Slice.positionOf(start);
  }

  private void fold(
      LedgerScan scan,
      List<ProjectionBuild> behind,
      Map<String, Reach> reaches,
      LongConsumer progress)
      throws InterruptedException {
    Map<ProjectionBuild, CompletableFuture<Void>> chains = new HashMap<>();
    behind.forEach(build -> chains.put(build, CompletableFuture.completedFuture(null)));
    Deque<CompletableFuture<Void>> ahead = new ArrayDeque<>();
    while (scan.hasMore() || !ahead.isEmpty()) {
      if (scan.hasMore() && ahead.size() < SLICES_AHEAD) {
        Slice slice = scan.next();
        chains.replaceAll(
            (build, chain) -> chain.thenRunAsync(() -> fold(build, slice, reaches), threads));
        ahead.add(CompletableFuture.allOf(chains.values().toArray(CompletableFuture[]::new)));
      } else {
        await(ahead.remove());
        progress.accept(position());
      }
    }
  }

  private void fold(ProjectionBuild build, Slice slice, Map<String, Reach> reaches) {
    if (!ended) {
      build.fold(slice, reachOf(build, reaches));
    }
  }

  private static Reach reachOf(ProjectionBuild build, Map<String, Reach> reaches) {
    return reaches.getOrDefault(build.name(), Reach.upTo(0));
  }

  private static void await(CompletableFuture<Void> folded) throws InterruptedException {
    try {
      folded.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("a projection could not be folded", e.getCause());
    }
  }

  @Override
  public void close() {
    ended = true;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    builds.forEach(ProjectionBuild::close);
  }
}
