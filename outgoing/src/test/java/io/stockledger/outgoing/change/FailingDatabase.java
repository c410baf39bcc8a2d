package io.stockledger.outgoing.change;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Its connection breaks before a statement, or before or after the commit, as a crash would. */
final class FailingDatabase extends DelegatingDataSource {
  private int untilFailure = Integer.MAX_VALUE;

  FailingDatabase(DataSource target) {
    super(target);
  }

  /**
   * @param operation which one of those to come does not come back, from 1
   */
  void failAt(int operation) {
    untilFailure = operation;
  }

  /** Whether it failed since it was told to. */
  boolean hasFailed() {
    return untilFailure <= 0;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              boolean commits = method.getName().equals("commit");
              if (commits) {
                count(real);
              }
              Object result = invoke(real, method, arguments);
              if (commits) {
                count(real);
              }
              return result instanceof PreparedStatement statement
                  ? failing(statement, real)
                  : result;
            });
  }

  private PreparedStatement failing(PreparedStatement statement, Connection connection) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            count(connection);
          }
          return invoke(statement, method, arguments);
        };
    return (PreparedStatement)
        Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, handler);
  }

  private void count(Connection connection) throws SQLException {
    if (--untilFailure == 0) {
      connection.abort(Runnable::run);
      throw new SQLException("the connection is gone", "08006");
    }
  }

  private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
