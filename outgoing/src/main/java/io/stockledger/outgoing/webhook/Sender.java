package io.stockledger.outgoing.webhook;

import org.jspecify.annotations.Nullable;

/** Sends one message once. */
interface Sender {
  /**
   * @param body UTF-8 of JSON
   * @param signature the value of {@code webhook-signature}
   * @param timestamp seconds since 1970
   */
  record Request(String url, String id, long timestamp, String signature, String body) {}

  /**
   * What came of it.
   *
   * @param status absent where nobody answered
   * @param failure absent where it was taken
   */
  record Answered(@Nullable Integer status, @Nullable String failure) {
    private static final int GONE = 410;

    boolean taken() {
      return failure == null;
    }

    boolean gone() {
      return status != null && status == GONE;
    }
  }

  /** Never throws for what the receiver, its network or its address does. */
  Answered send(Request request) throws InterruptedException;
}
