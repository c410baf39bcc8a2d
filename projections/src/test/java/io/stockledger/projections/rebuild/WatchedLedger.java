package io.stockledger.projections.rebuild;

import io.stockledger.ledger.store.PositionToken;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** A ledger at whose n-th entry something happens, on the thread that reads it. */
final class WatchedLedger implements StreamableMessageSource<TrackedEventMessage<?>> {
  private final StreamableMessageSource<TrackedEventMessage<?>> ledger;
  private final long trap;
  private Runnable action = () -> {};
  private volatile boolean reached;
  private volatile long firstOpenedAt = -1;

  WatchedLedger(StreamableMessageSource<TrackedEventMessage<?>> ledger, long trap) {
    this.ledger = ledger;
    this.trap = trap;
  }

  void then(Runnable what) {
    action = what;
  }

  boolean isReached() {
    return reached;
  }

  /** From where it was read when it was first read. */
  long firstOpenedAt() {
    return firstOpenedAt;
  }

  @Override
  public @Nullable TrackingToken createTailToken() {
    return ledger.createTailToken();
  }

  @Override
  public @Nullable TrackingToken createHeadToken() {
    return ledger.createHeadToken();
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
    if (firstOpenedAt < 0) {
      firstOpenedAt = PositionToken.positionOf(token);
    }
    return new Watched(ledger.openStream(token));
  }

  private final class Watched implements BlockingStream<TrackedEventMessage<?>> {
    private final BlockingStream<TrackedEventMessage<?>> stream;

    Watched(BlockingStream<TrackedEventMessage<?>> stream) {
      this.stream = stream;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return stream.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      return stream.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      TrackedEventMessage<?> message = stream.nextAvailable();
      if (PositionToken.positionOf(message.trackingToken()) == trap) {
        action.run();
        reached = true;
      }
      return message;
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
