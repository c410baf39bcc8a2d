package io.stockledger.promise.replay;

import io.stockledger.api.LedgerEvent;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What something was from a moment on, and what it became afterwards, up to another moment. */
final class Timeline<T> {
  private final NavigableMap<Instant, T> states = new TreeMap<>();
  private final Instant from;
  private final Supplier<T> state;
  private @Nullable Instant last;

  private Timeline(Instant from, Supplier<T> state) {
    this.from = from;
    this.state = state;
  }

  /**
   * Reads a stream.
   *
   * @param from states before are not kept
   * @param evolve takes one more entry in
   * @param state as the entries made it so far; later ones leave what it gave as it is
   */
  static <E extends LedgerEvent, T> Timeline<T> read(
      Streams streams,
      String stream,
      Class<E> kind,
      Instant from,
      Instant until,
      Consumer<E> evolve,
      Supplier<T> state) {
    Timeline<T> timeline = new Timeline<>(from, state);
    streams.read(
        stream,
        until,
        (event, position) -> {
          timeline.reach(event.recordedAt());
          evolve.accept(kind.cast(event));
        });
    timeline.keep();
    return timeline;
  }

  private void reach(Instant moment) {
    if (moment.isAfter(from) && !moment.equals(last)) {
      keep();
    }
    last = moment;
  }

  private void keep() {
    states.put(last == null || last.isBefore(from) ? from : last, state.get());
  }

  /**
   * What it was.
   *
   * @param moment from the first moment on
   */
  T at(Instant moment) {
    return states.floorEntry(moment).getValue();
  }

  /** The moments at which it became something else, the first one included. */
  SortedSet<Instant> changes() {
    return states.navigableKeySet();
  }
}
