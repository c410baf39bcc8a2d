package io.stockledger.server.database;

/** The server cannot start on this database, and its message says why. */
public final class UnfitDatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnfitDatabaseException(String message) {
    super(message);
  }

  UnfitDatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
