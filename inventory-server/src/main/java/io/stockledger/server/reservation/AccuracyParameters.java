package io.stockledger.server.reservation;

import io.stockledger.api.Identifiers;
import io.stockledger.api.Page;
import io.stockledger.api.reservation.PromiseGrouping;
import io.stockledger.api.reservation.ReservationQuery.MeasureAccuracy;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.read.Pages;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Promises of which period, and how they are told apart.
 *
 * @param from the first moment at which they were made; none means 7 days before {@code until}
 * @param until the first moment after the period, at most 92 days after {@code from}; none means
 *     now
 * @param channel only promises through it
 * @param location only what they promised there
 * @param by none means by channel
 */
record AccuracyParameters(
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String channel,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
    @Nullable PromiseGrouping by,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor)
    implements Checked {
  private static final Duration USUAL = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(92);

  @Override
  public void check(Faults faults, String path) {
    if (faults.knows("from") || faults.knows("until")) {
      return;
    }
    Instant end = end(faults.now());
    Instant start = start(end);
    if (!start.isBefore(end)) {
      faults.add("from", "must be before until, which is now where it is not given", from);
    } else if (start.isBefore(end.minus(LONGEST))) {
      faults.add("from", "must be at most 92 days before until", from);
    }
  }

  MeasureAccuracy query(Instant now) {
    Instant end = end(now);
    return new MeasureAccuracy(
        start(end),
        end,
        channel,
        location,
        by == null ? PromiseGrouping.CHANNEL : by,
        Pages.of(limit, cursor));
  }

  private Instant end(Instant now) {
    return until == null ? now : until;
  }

  private Instant start(Instant end) {
    return from == null ? end.minus(USUAL) : from;
  }
}
