package io.stockledger.outgoing.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One who follows a channel; while it is held, it takes nothing. */
final class Reader extends OutputStream {
  private static final Pattern CHANGES = Pattern.compile("event: availability\nid: (\\d+)\n");

  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final Thread thread;
  private boolean held;
  private boolean gone;
  private volatile @Nullable Exception failure;

  Reader(ChangeStream stream, boolean allowed) {
    thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (stream) {
                    stream.writeTo(this, () -> allowed);
                  } catch (IOException | InterruptedException e) {
                    failure = e;
                  }
                });
  }

  Reader(ChangeStream stream) {
    this(stream, true);
  }

  @Override
  public void write(int oneByte) throws IOException {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      while (held && !gone) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    if (gone) {
      throw new IOException("gone");
    }
    taken.write(bytes, offset, length);
  }

  synchronized void hold(boolean nothing) {
    held = nothing;
    notifyAll();
  }

  synchronized void hangUp() {
    gone = true;
    notifyAll();
  }

  synchronized String text() {
    return taken.toString(StandardCharsets.UTF_8);
  }

  /** The ids of the changes, as they came. */
  List<Long> ids() {
    return CHANGES.matcher(text()).results().map(found -> Long.valueOf(found.group(1))).toList();
  }

  boolean isOver() {
    return !thread.isAlive();
  }

  @Nullable Exception failure() {
    return failure;
  }
}
