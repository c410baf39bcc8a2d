package io.stockledger.projections.testing;

import io.stockledger.ledger.store.PositionToken;
import io.stockledger.projections.running.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** A ledger in memory that wakes its readers. */
public final class ListedLedger implements StreamableMessageSource<TrackedEventMessage<?>> {
  private final List<TrackedEventMessage<?>> messages = new CopyOnWriteArrayList<>();
  private final List<Runnable> readers = new CopyOnWriteArrayList<>();

  public void append(List<RecordedEvent> events) {
    List<TrackedEventMessage<?>> added = new ArrayList<>();
    for (RecordedEvent event : events) {
      added.add(
          new GenericTrackedDomainEventMessage<>(
              new PositionToken(event.position()),
              new GenericDomainEventMessage<>(
                  "any", event.stream(), event.version() - 1, event.payload(), event.metadata())));
    }
    messages.addAll(added);
    readers.forEach(ListedLedger::wake);
  }

  /** As the ledger does: a reader that is just stopping does not fail whoever writes. */
  private static void wake(Runnable reader) {
    try {
      reader.run();
    } catch (RejectedExecutionException e) {
      // its threads are gone
    }
  }

  /** The position of the last entry. */
  public int size() {
    return messages.size();
  }

  @Override
  public TrackingToken createTailToken() {
    return new PositionToken(0);
  }

  @Override
  public TrackingToken createHeadToken() {
    return new PositionToken(messages.size());
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
    return new Reader(Math.toIntExact(PositionToken.positionOf(token)));
  }

  private final class Reader implements BlockingStream<TrackedEventMessage<?>> {
    private int next;
    private @Nullable Runnable onAvailable;

    Reader(int next) {
      this.next = next;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return next < messages.size() ? Optional.of(messages.get(next)) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
      return next < messages.size();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() {
      return messages.get(next++);
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      onAvailable = callback;
      readers.add(callback);
      return true;
    }

    @Override
    public void close() {
      if (onAvailable != null) {
        readers.remove(onAvailable);
      }
    }
  }
}
