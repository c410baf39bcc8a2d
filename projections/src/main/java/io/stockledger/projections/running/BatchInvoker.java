package io.stockledger.projections.running;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Hands a projection whole batches: collects the events of a unit of work and folds them when it
 * prepares to commit, in one transaction with the processor's token.
 *
 * <p>It takes every event, also what the projection does not know, so that the token always moves.
 * With several segments each folds the streams that are its own.
 */
final class BatchInvoker implements EventHandlerInvoker {
  private final Folding folding;
  private final String projection;
  private final ProjectionPositions positions;

  BatchInvoker(String projection, Folding folding, ProjectionPositions positions) {
    this.projection = projection;
    this.folding = folding;
    this.positions = positions;
  }

  @Override
  public boolean canHandle(EventMessage<?> message, Segment segment) {
    return true;
  }

  @Override
  public boolean canHandleType(Class<?> payloadType) {
    return true;
  }

  @Override
  public boolean supportsReset() {
    return false;
  }

  @Override
  public void handle(EventMessage<?> message, Segment segment) {
    UnitOfWork<?> work = CurrentUnitOfWork.get().root();
    Batch batch =
        work.getOrComputeResource(
            "batch of " + projection + " " + segment.getSegmentId(), name -> open(work, segment));
    RecordedEvent.of(message)
        .filter(event -> segment.matches(event.stream()))
        .ifPresent(batch.events::add);
    if (message instanceof TrackedEventMessage<?> tracked) {
      batch.last = tracked.trackingToken().position().orElse(batch.last);
    }
  }

  private Batch open(UnitOfWork<?> work, Segment segment) {
    Batch batch = new Batch();
    work.onPrepareCommit(w -> folding.fold(batch.events));
    work.afterCommit(w -> positions.reached(projection, segment.getSegmentId(), batch.last));
    return batch;
  }

  private static final class Batch {
    final List<RecordedEvent> events = new ArrayList<>();
    long last;
  }
}
