package io.stockledger.outgoing.webhook;

import java.time.Duration;

/**
 * How deliveries are made.
 *
 * @param atOnce deliveries to one endpoint under way at a time
 * @param batch how many entries or changes are read at a time
 * @param mostHeld deliveries of an endpoint that wait or are retried; beyond it nothing more is
 *     read for it
 * @param firstRetry after the first failure; twice as long after each further one
 * @param longestRetry at most so long between two attempts
 * @param longestProbe at most so long between attempts at an endpoint that answers nothing
 * @param patience for how long a delivery is retried before it is parked
 * @param look how often it is looked for news
 * @param lookForEndpoints how often it is looked what is registered
 */
public record DeliverySettings(
    int atOnce,
    int batch,
    int mostHeld,
    Duration firstRetry,
    Duration longestRetry,
    Duration longestProbe,
    Duration patience,
    Duration look,
    Duration lookForEndpoints) {
  public static final DeliverySettings DEFAULT =
      new DeliverySettings(
          8,
          200,
          10_000,
          Duration.ofSeconds(2),
          Duration.ofHours(1),
          Duration.ofMinutes(1),
          Duration.ofDays(3),
          Duration.ofMillis(100),
          Duration.ofSeconds(1));

  /** How many failures in a row make an endpoint one that answers nothing. */
  static final int FAILURES_IN_A_ROW = 5;
}
