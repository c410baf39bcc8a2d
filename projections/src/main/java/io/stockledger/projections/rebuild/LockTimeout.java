package io.stockledger.projections.rebuild;

import java.sql.SQLException;
import org.springframework.dao.DataAccessException;

/** Whether somebody else held a lock for longer than we wanted to wait. */
final class LockTimeout {
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private LockTimeout() {}

  static boolean is(DataAccessException failure) {
    return failure.getMostSpecificCause() instanceof SQLException cause
        && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
  }
}
