package io.stockledger.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A way to a database that notes which statements are prepared on it. */
final class StatementsSeen {

  private final List<String> prepared = new CopyOnWriteArrayList<>();
  private final DataSource dataSource;

  StatementsSeen(DataSource sound) {
    this.dataSource = watched(DataSource.class, sound);
  }

  DataSource dataSource() {
    return dataSource;
  }

  List<String> naming(String part) {
    return prepared.stream().filter(sql -> sql.contains(part)).toList();
  }

  private <T> T watched(Class<T> type, T sound) {
    return type.cast(
        Proxy.newProxyInstance(
            StatementsSeen.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(sound, method, arguments)));
  }

  private @Nullable Object call(Object sound, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("prepareStatement") && arguments != null) {
      prepared.add(arguments[0].toString());
    }
    try {
      Object result = method.invoke(sound, arguments);
      return result instanceof Connection connection
          ? watched(Connection.class, connection)
          : result;
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
