package io.stockledger.api.channel;

import java.time.LocalDate;

/**
 * Promises before a product is out. Up to its date it is sold from an allowance, whatever is on
 * hand; from that day on, in UTC, like any other.
 *
 * @param units at most so many an item may be promised before that day, from 1
 * @param availableOn the day from which on it is there, which is what is promised
 */
public record PreOrder(long units, LocalDate availableOn) {}
