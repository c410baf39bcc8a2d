package io.stockledger.outgoing.webhook;

import java.time.Duration;

/** Port: counts and measures what is delivered, not what is said of it afterwards. */
public interface DeliveryWatch {
  /** What came of an attempt. */
  enum Outcome {
    /** The receiver answered with success. */
    TAKEN,
    /** It answered with anything else. */
    REFUSED,
    /** It could not be connected to, its address or certificate is not accepted, or it is late. */
    UNANSWERED
  }

  /** Somebody tried to deliver. */
  void attempted(Outcome outcome, Duration took);

  /** Changes are not kept any more that an endpoint was not told. */
  void lost();
}
