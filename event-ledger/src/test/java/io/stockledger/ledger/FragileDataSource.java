package io.stockledger.ledger;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections that break on request, before or after a commit. */
final class FragileDataSource implements DataSource {

  private final DataSource sound;
  private final List<Connection> opened = new CopyOnWriteArrayList<>();
  private final AtomicBoolean before = new AtomicBoolean();
  private final AtomicBoolean after = new AtomicBoolean();
  private final AtomicBoolean kill = new AtomicBoolean(true);
  private final AtomicInteger broken = new AtomicInteger();
  private final AtomicReference<@Nullable HeldCommit> held = new AtomicReference<>();
  private volatile boolean gone;

  /** The next commit, which waits until it is let go. */
  static final class HeldCommit {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    void awaitReached() throws InterruptedException {
      if (!reached.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody commits");
      }
    }

    void release() {
      released.countDown();
    }

    private void hold() throws InterruptedException {
      reached.countDown();
      if (!released.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody releases the commit");
      }
    }
  }

  HeldCommit holdNextCommit() {
    HeldCommit commit = new HeldCommit();
    held.set(commit);
    return commit;
  }

  FragileDataSource(DataSource sound) {
    this.sound = sound;
  }

  void breakBeforeNextCommit() {
    before.set(true);
  }

  void breakAfterNextCommit() {
    after.set(true);
  }

  boolean killOnce() {
    return kill.getAndSet(false);
  }

  int broken() {
    return broken.get();
  }

  void goAway() {
    gone = true;
    opened.forEach(FragileDataSource::abort);
  }

  void comeBack() {
    gone = false;
  }

  private static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (gone) {
      throw new SQLException("gone", "08001");
    }
    Connection real = sound.getConnection();
    opened.add(real);
    return (Connection)
        Proxy.newProxyInstance(
            FragileDataSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              boolean commit = method.getName().equals("commit");
              HeldCommit waiting = commit ? held.getAndSet(null) : null;
              if (waiting != null) {
                waiting.hold();
              }
              if (commit && before.getAndSet(false)) {
                breakDown(real);
              }
              Object result = invoke(real, method, arguments);
              if (commit && after.getAndSet(false)) {
                breakDown(real);
              }
              return result;
            });
  }

  private static @Nullable Object invoke(
      Connection real, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private void breakDown(Connection real) throws SQLException {
    broken.incrementAndGet();
    abort(real);
    throw new SQLException("the line went dead", "08006");
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return sound.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return sound.isWrapperFor(type);
  }
}
