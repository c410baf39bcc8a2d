package io.stockledger.benchmarks.crash.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The network between the nodes and PostgreSQL: passes everything on, until it is told to hold
 * everything back, to let nobody in, to break what is open, or to break a connection at a commit.
 */
public final class Wire implements AutoCloseable {
  /** Where a connection breaks when its next batch is committed. */
  public enum CommitCut {
    /** The database never hears of the commit. */
    BEFORE,
    /** The database hears of it at the moment at which the connection breaks. */
    DURING,
    /** The database has committed, and the node never hears of that. */
    AFTER
  }

  private final ServerSocket door;
  private final int target;
  private final Set<WireConnection> open = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean held;
  private boolean refusing;
  private @Nullable CommitCut cut;

  Wire(int target) {
    this.target = target;
    try {
      this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("wire").start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        connect(door.accept());
      } catch (IOException e) {
        // nobody there, or closed: the next one may have more luck
      }
    }
  }

  private void connect(Socket near) throws IOException {
    if (isRefusing()) {
      WireConnection.reset(near);
      return;
    }
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      WireConnection connection = new WireConnection(this, near, far);
      open.add(connection);
      connection.start();
    } catch (IOException e) {
      WireConnection.reset(near);
      throw e;
    }
  }

  void closed(WireConnection connection) {
    open.remove(connection);
  }

  /** What is on its way stays there, in both directions, until {@link #release}. */
  public void hold() {
    change(() -> held = true);
  }

  public void release() {
    change(() -> held = false);
  }

  /** New connections are reset, or taken again. */
  public void refuse(boolean refuse) {
    change(() -> refusing = refuse);
  }

  /** Resets every open connection. */
  public void breakAll() {
    open.forEach(WireConnection::breakIt);
  }

  /** Once, at the next commit of a batch of commands. */
  public void breakAtCommit(CommitCut where) {
    change(() -> cut = where);
  }

  /** Whether the last such order was carried out. */
  public boolean hasBroken() {
    lock.lock();
    try {
      return cut == null;
    } finally {
      lock.unlock();
    }
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean isRefusing() {
    lock.lock();
    try {
      return refusing;
    } finally {
      lock.unlock();
    }
  }

  /** Returns when nothing is held back. */
  void awaitPassage() {
    lock.lock();
    try {
      while (held) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /** For a connection that is about to pass on a commit: whether it shall break, and where. */
  @Nullable CommitCut takeCut() {
    lock.lock();
    try {
      CommitCut taken = cut;
      cut = null;
      return taken;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    release();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    breakAll();
  }
}
