package io.stockledger.benchmarks.crash.site;

import io.stockledger.benchmarks.crash.site.Wire.CommitCut;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One connection of a node to PostgreSQL, passed on message by message. */
final class WireConnection {
  private static final int CHUNK = 64 * 1024;

  private final Wire wire;
  private final Socket near;
  private final Socket far;
  private final CommitWatch watch = new CommitWatch();
  private final AtomicBoolean broken = new AtomicBoolean();

  /** From here on the next word of the database is the last, and is not passed on. */
  private volatile boolean lastWord;

  /**
   * @param near the node's end
   * @param far the database's end
   */
  WireConnection(Wire wire, Socket near, Socket far) throws IOException {
    this.wire = wire;
    this.near = near;
    this.far = far;
    near.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
  }

  void start() {
    Thread.ofVirtual().name("to-database").start(() -> run(this::toDatabase));
    Thread.ofVirtual().name("to-node").start(() -> run(this::toNode));
  }

  private interface Passage {
    void pass() throws IOException;
  }

  private void run(Passage passage) {
    try {
      passage.pass();
    } catch (IOException e) {
      // one of the ends is gone, so the other has nobody to talk to
    } finally {
      breakIt();
    }
  }

  private void toDatabase() throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(near.getInputStream(), CHUNK));
    OutputStream out = new BufferedOutputStream(far.getOutputStream(), CHUNK);
    while (true) {
      byte[] message = watch.next(in);
      CommitCut cut = watch.isCommit(message) ? wire.takeCut() : null;
      if (cut == CommitCut.BEFORE) {
        return;
      }
      lastWord |= cut == CommitCut.AFTER;
      wire.awaitPassage();
      out.write(message);
      if (in.available() == 0) {
        out.flush();
      }
      if (cut == CommitCut.DURING) {
        sync(in, out);
        return;
      }
    }
  }

  /** A commit is executed with the messages behind it, which are on their way already. */
  private void sync(DataInputStream in, OutputStream out) throws IOException {
    while (in.available() > 0) {
      out.write(watch.next(in));
    }
    out.flush();
  }

  private void toNode() throws IOException {
    InputStream in = far.getInputStream();
    OutputStream out = near.getOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      if (lastWord) {
        return;
      }
      wire.awaitPassage();
      out.write(chunk, 0, read);
    }
  }

  /** Both ends are reset. */
  void breakIt() {
    if (broken.compareAndSet(false, true)) {
      wire.closed(this);
      reset(near);
      reset(far);
    }
  }

  static void reset(@Nullable Socket socket) {
    if (socket == null) {
      return;
    }
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // gone already
    }
  }
}
