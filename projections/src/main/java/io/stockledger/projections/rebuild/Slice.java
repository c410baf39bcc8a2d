package io.stockledger.projections.rebuild;

import io.stockledger.projections.running.RecordedEvent;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Some entries of the ledger in a row, read once for all projections. */
record Slice(List<TrackedEventMessage<?>> messages, List<RecordedEvent> events) {

  static Slice of(List<TrackedEventMessage<?>> messages) {
    return new Slice(
        List.copyOf(messages),
        messages.stream().flatMap(message -> RecordedEvent.of(message).stream()).toList());
  }

  /** Reads the contents here and now, so that the threads of the projections need not. */
  void decode() {
    for (RecordedEvent event : events) {
      try {
        event.payload();
      } catch (RuntimeException e) {
        return; // it fails again where it is folded, and is told there
      }
    }
  }

  long last() {
    return positionOf(messages.getLast().trackingToken());
  }

  /** The token of the last entry that is not beyond a position; none when all are. */
  @Nullable TrackingToken tokenUpTo(long position) {
    for (TrackedEventMessage<?> message : messages.reversed()) {
      if (positionOf(message.trackingToken()) <= position) {
        return message.trackingToken();
      }
    }
    return null;
  }

  static long positionOf(@Nullable TrackingToken token) {
    return token == null ? 0 : token.position().orElse(0);
  }
}
