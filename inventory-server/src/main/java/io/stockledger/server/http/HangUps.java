package io.stockledger.server.http;

import org.apache.catalina.connector.ClientAbortException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Tells callers who went before they were answered from everything else that breaks off. By type
 * alone: the words of a broken connection are the same whoever was at its other end, and one to the
 * database that broke under a write must never pass for a caller's.
 */
final class HangUps {
  private static final int DEEPEST = 20;

  private HangUps() {}

  static boolean isOne(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof ClientAbortException
          || cause instanceof AsyncRequestNotUsableException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
