package io.stockledger.promise.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Days of UTC, the last of them up to a moment.
 *
 * @param days how many, from 1; today is one of them
 */
public record Period(Instant until, int days) {
  public Period {
    if (days < 1) {
      throw new IllegalArgumentException("no day at all: " + days);
    }
  }

  public Instant from() {
    return firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  public LocalDate firstDay() {
    return lastDay().minusDays(days - 1L);
  }

  public LocalDate lastDay() {
    return LocalDate.ofInstant(until, ZoneOffset.UTC);
  }

  /** The last microsecond of a day, or the end of the period where that is earlier. */
  Instant endOf(LocalDate day) {
    Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1_000);
    return end.isBefore(until) ? end : until;
  }

  boolean contains(Instant moment) {
    return !moment.isBefore(from()) && !moment.isAfter(until);
  }

  LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }
}
