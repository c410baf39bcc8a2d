package io.stockledger.outgoing.stream;

import java.util.ArrayList;
import java.util.List;

/** A channel that is followed, and how far it was handed out. */
final class Following {
  private final List<ChangeStream> streams = new ArrayList<>();
  private long handedOut;

  /**
   * @param handedOut from here on
   */
  Following(long handedOut) {
    this.handedOut = handedOut;
  }

  synchronized long handedOut() {
    return handedOut;
  }

  /** All of a channel's changes up to here are handed out by now. */
  synchronized void reached(long position) {
    handedOut = Math.max(handedOut, position);
  }

  synchronized void handOut(Portion portion) {
    streams.forEach(stream -> stream.offer(portion));
    handedOut = portion.upTo();
  }

  /** From now on the stream is given what is new; what was before it has to read. */
  synchronized long join(ChangeStream stream) {
    streams.add(stream);
    return handedOut;
  }

  synchronized void leave(ChangeStream stream) {
    streams.remove(stream);
  }
}
