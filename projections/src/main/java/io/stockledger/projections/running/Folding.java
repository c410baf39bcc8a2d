package io.stockledger.projections.running;

import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds of a batch what concerns a projection, within the transaction that is open. It is folded as
 * a whole under a savepoint; only if that fails, event by event, so that the one which cannot be
 * folded is found and its stream parked while all others go on.
 */
public final class Folding {
  private static final Logger log = LoggerFactory.getLogger(Folding.class);

  private final Projection projection;
  private final JdbcOperations jdbc;
  private final TransactionTemplate savepoint;
  private final ParkedStreams parked;

  public Folding(
      Projection projection,
      JdbcOperations jdbc,
      PlatformTransactionManager transactions,
      java.time.InstantSource clock) {
    this.projection = projection;
    this.jdbc = jdbc;
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    this.parked = new ParkedStreams(clock);
  }

  /**
   * @throws RuntimeException when nothing could be folded for a reason that lies in no event
   */
  public void fold(List<RecordedEvent> batch) {
    List<RecordedEvent> concerned = batch.stream().filter(this::mayConcern).toList();
    if (concerned.isEmpty()) {
      return;
    }
    Set<String> standing = parked.behindSavepoint(jdbc, projection.name());
    List<RecordedEvent> events =
        concerned.stream().filter(event -> !standing.contains(event.stream())).toList();
    try {
      projection.fold(jdbc, events);
    } catch (RuntimeException failure) {
      if (!Blame.isOnEvent(failure)) {
        throw failure;
      }
      parked.rollBackToSavepoint(jdbc);
      foldOneByOne(events, standing);
    }
  }

  /** What cannot be read is handed on: where it is folded it fails again, and is parked. */
  private boolean mayConcern(RecordedEvent event) {
    try {
      return projection.concerns(event.payload());
    } catch (RuntimeException e) {
      return true;
    }
  }

  private void foldOneByOne(List<RecordedEvent> events, Set<String> standing) {
    for (RecordedEvent event : events) {
      if (standing.contains(event.stream())) {
        continue;
      }
      try {
        underSavepoint(List.of(event));
      } catch (RuntimeException failure) {
        if (!Blame.isOnEvent(failure)) {
          throw failure;
        }
        parked.park(jdbc, projection.name(), event, failure);
        standing.add(event.stream());
        log.error(
            "projection {} parks {} at version {}, position {}",
            projection.name(),
            event.stream(),
            event.version(),
            event.position(),
            failure);
      }
    }
  }

  private void underSavepoint(List<RecordedEvent> events) {
    savepoint.executeWithoutResult(status -> projection.fold(jdbc, events));
  }
}
