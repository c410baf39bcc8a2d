package io.stockledger.command.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is still known of lines and gaps that are not remembered one by one.
 *
 * @param until when the latest of those lines happened; absent while all are remembered
 * @param gapsUpTo the highest sequence of a gap that is not remembered, 0 for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Forgotten(@Nullable Instant until, long gapsUpTo) {
  static final Forgotten NOTHING = new Forgotten(null, 0);

  Forgotten line(Instant occurredAt) {
    return until == null || occurredAt.isAfter(until) ? new Forgotten(occurredAt, gapsUpTo) : this;
  }

  Forgotten gap(long to) {
    return new Forgotten(until, Math.max(gapsUpTo, to));
  }

  /**
   * Whether a line can be one of those. What happened after all of them is none; of what may lie in
   * a gap nobody knows, so it is not taken for a repeat.
   */
  boolean mayHold(long sequence, Instant occurredAt) {
    return until != null && !occurredAt.isAfter(until) && sequence > gapsUpTo;
  }
}
