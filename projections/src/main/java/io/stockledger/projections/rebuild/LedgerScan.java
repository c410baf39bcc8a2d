package io.stockledger.projections.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/** A way through a part of the ledger, slice by slice. */
final class LedgerScan implements AutoCloseable {
  private static final int SLICE = 2_000;
  private static final int PATIENCE_SECONDS = 30;

  private final BlockingStream<TrackedEventMessage<?>> stream;
  private final long end;
  private long position;

  /**
   * @param end the last position to read, not beyond the head
   */
  LedgerScan(
      StreamableMessageSource<TrackedEventMessage<?>> ledger, TrackingToken after, long end) {
    this.stream = ledger.openStream(after);
    this.position = Slice.positionOf(after);
    this.end = end;
  }

  boolean hasMore() {
    return position < end;
  }

  /** At least one entry, and none beyond the end. */
  Slice next() throws InterruptedException {
    List<TrackedEventMessage<?>> messages = new ArrayList<>();
    while (messages.size() < SLICE && hasMore()) {
      if (!stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the ledger says no more before position " + end);
      }
      TrackedEventMessage<?> message = stream.nextAvailable();
      messages.add(message);
      position = Slice.positionOf(message.trackingToken());
    }
    Slice slice = Slice.of(messages);
    slice.decode();
    return slice;
  }

  @Override
  public void close() {
    stream.close();
  }
}
