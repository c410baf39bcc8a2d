package io.stockledger.ledger.store;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.jspecify.annotations.Nullable;

/** Tells failures of the database apart, by SQLState. */
public final class StoreFailures {

  private static final String UNIQUE_VIOLATION = "23505";

  /** Connection, transaction conflict, resources, intervention, system. */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");

  /** Time-outs of idle and long transactions, lock time-out, and a server that became a standby. */
  private static final Set<String> PASSING_STATES = Set.of("25P03", "25P04", "55P03", "25006");

  /** A transaction, or a statement, took longer than it may. */
  private static final Set<String> TIMED_OUT = Set.of("25P04", "57014");

  private StoreFailures() {}

  /** Recognises what pgjdbc throws, which Axon's own resolver does not. */
  public static PersistenceExceptionResolver duplicateKeys() {
    return StoreFailures::isDuplicateKey;
  }

  public static boolean isDuplicateKey(@Nullable Throwable failure) {
    SQLException sql = sqlCause(failure);
    return sql != null && UNIQUE_VIOLATION.equals(sql.getSQLState());
  }

  /** Whether the same may well succeed on a new connection, a little later. */
  public static boolean mayPass(@Nullable Throwable failure) {
    SQLException sql = sqlCause(failure);
    if (sql == null) {
      return false;
    }
    if (sql instanceof SQLTransientException || sql instanceof SQLRecoverableException) {
      return true;
    }
    String state = sql.getSQLState();
    return state != null
        && state.length() == 5
        && (PASSING_STATES.contains(state) || PASSING_CLASSES.contains(state.substring(0, 2)));
  }

  /** Whether the database ended it because it took too long; it may do so each time. */
  public static boolean isTimeOut(@Nullable Throwable failure) {
    SQLException sql = sqlCause(failure);
    return sql != null && TIMED_OUT.contains(String.valueOf(sql.getSQLState()));
  }

  private static @Nullable SQLException sqlCause(@Nullable Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof SQLException)) {
      cause = cause.getCause();
    }
    return (SQLException) cause;
  }
}
