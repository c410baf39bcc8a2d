package io.stockledger.outgoing.stream;

import io.stockledger.outgoing.change.LoggedChange;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes that follow one another, as they are sent. All streams without an interest of their own
 * share the same bytes.
 */
final class Portion {
  private final List<LoggedChange> changes;
  private final List<byte[]> frames;
  private final byte[] all;

  /**
   * @param changes at least one
   */
  Portion(List<LoggedChange> changes, Frames frames) {
    this.changes = changes;
    this.frames = new ArrayList<>(changes.size());
    changes.forEach(change -> this.frames.add(frames.change(change)));
    this.all = joined(this.frames);
  }

  /** The last of them. */
  long upTo() {
    return changes.getLast().id();
  }

  /** When the first of them was told. */
  Instant since() {
    return changes.getFirst().changedAt();
  }

  /** In bytes. */
  int size() {
    return all.length;
  }

  /** What of it is of interest, beyond a place in the log; may be empty. */
  byte[] bytes(Interest interest, long after) {
    if (interest.isAll() && changes.getFirst().id() > after) {
      return all;
    }
    List<byte[]> wanted = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      if (changes.get(i).id() > after && interest.isIn(changes.get(i))) {
        wanted.add(frames.get(i));
      }
    }
    return joined(wanted);
  }

  private static byte[] joined(List<byte[]> frames) {
    ByteArrayOutputStream all =
        new ByteArrayOutputStream(frames.stream().mapToInt(frame -> frame.length).sum());
    frames.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
