package io.stockledger.projections.running;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Whether it is an event's own fault that it could not be folded. */
final class Blame {
  private Blame() {}

  /**
   * Of the database's complaints only those about data, constraints and limits of a program are the
   * event's (SQLState classes 22, 23 and 54). Everything else, such as a lost connection, a full
   * disk, a time-out, or a table that is not there, would hit every event alike: then the processor
   * must try again, and nothing may be parked.
   */
  static boolean isOnEvent(Throwable failure) {
    if (failure instanceof Error) {
      return false;
    }
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state != null
            && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
      }
      if (cause instanceof InterruptedException) {
        return false;
      }
    }
    return !isFromDataAccess(failure);
  }

  /** Without a state it is about getting a connection or a transaction, or running out of time. */
  private static boolean isFromDataAccess(Throwable failure) {
    return failure instanceof org.springframework.dao.TransientDataAccessException
        || failure instanceof org.springframework.dao.NonTransientDataAccessResourceException
        || failure instanceof org.springframework.transaction.TransactionException;
  }
}
