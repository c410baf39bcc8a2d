package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What may be promised of an item beyond what is there.
 *
 * @param units at most so many an item, from 0: 0 allows none. Absent with {@code againstExpected}:
 *     what suppliers announced is the limit
 * @param againstExpected at most what suppliers announced and nobody was promised yet
 * @param until when it ends; absent for no end. What was promised before stays promised
 * @param promisedOn the date that is promised; absent with {@code againstExpected}: the date by
 *     which suppliers will have delivered enough
 * @param ownOnly only promises through this channel count against the limit; otherwise, and by
 *     default, channels share it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonAutoDetect(isGetterVisibility = Visibility.NONE) // what is not said is not written as false
public record Backorder(
    @Nullable Long units,
    @Nullable Boolean againstExpected,
    @Nullable Instant until,
    @Nullable LocalDate promisedOn,
    @Nullable Boolean ownOnly) {
  /** Nothing beyond what is there. */
  public static final Backorder NONE = new Backorder(0L, null, null, null, null);

  public boolean isAgainstExpected() {
    return Boolean.TRUE.equals(againstExpected);
  }

  public boolean isOwnOnly() {
    return Boolean.TRUE.equals(ownOnly);
  }
}
