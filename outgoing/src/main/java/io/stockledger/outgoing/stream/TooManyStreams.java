package io.stockledger.outgoing.stream;

/** This node has as many open streams as it may have, or is shutting down. */
public final class TooManyStreams extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyStreams(String why) {
    super(why, null, false, false);
  }
}
