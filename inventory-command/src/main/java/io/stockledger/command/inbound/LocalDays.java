package io.stockledger.command.inbound;

import java.time.Instant;
import java.time.LocalDate;

/** Which day it is at a location. */
@FunctionalInterface
public interface LocalDays {
  /** In the time zone that the location has now; UTC for one that is not registered. */
  LocalDate dayAt(String location, Instant moment);
}
