package io.stockledger.server.http;

import org.apache.catalina.connector.ClientAbortException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Tells callers who went before they were answered from everything else that breaks off. By type
 * alone: the words of a broken connection are the same whoever was at its other end, and one to the
 * database that broke under a write must never pass for a caller's.
 */
final class HangUps {
  private HangUps() {}

  static boolean isOne(Throwable failure) {
    return Causes.of(failure)
        .anyMatch(
            cause ->
                cause instanceof ClientAbortException
                    || cause instanceof AsyncRequestNotUsableException);
  }
}
