package io.stockledger.query.channel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts who reads the tables, and can do something when they have been read. */
final class WatchedTables extends DelegatingDataSource {
  private final AtomicInteger reads = new AtomicInteger();
  private volatile Runnable beforeReading = () -> {};
  private volatile Runnable afterReading = () -> {};

  WatchedTables(DataSource tables) {
    super(tables);
  }

  int reads() {
    return reads.get();
  }

  void beforeReading(Runnable what) {
    beforeReading = what;
  }

  /** Before whoever has read goes on with what was read. */
  void afterReading(Runnable what) {
    afterReading = what;
  }

  @Override
  public Connection getConnection() throws SQLException {
    reads.incrementAndGet();
    beforeReading.run();
    Connection connection = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            WatchedTables.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                afterReading.run();
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
