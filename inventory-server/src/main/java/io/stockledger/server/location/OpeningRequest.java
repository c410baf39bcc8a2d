package io.stockledger.server.location;

import io.stockledger.api.location.OpeningHours;
import io.stockledger.server.problem.Faults;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of a weekday; times are those of the location's zone. */
record OpeningRequest(
    @NotNull DayOfWeek day,
    @NotNull @Pattern(regexp = OpeningRequest.TIME, message = OpeningRequest.FORM) String opens,
    @NotNull @Pattern(regexp = OpeningRequest.TIME, message = OpeningRequest.FORM) String closes,
    @Nullable @Pattern(regexp = OpeningRequest.TIME, message = OpeningRequest.FORM) String cutOff) {
  static final String TIME = "^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$";
  static final String FORM = "must be a time of day, such as 09:30, at most 24:00";

  OpeningHours hours() {
    return new OpeningHours(day, opens, closes, cutOff);
  }

  /** Times in this form are in the order of their texts. */
  static void checkAll(List<OpeningRequest> all, Faults faults) {
    for (int i = 0; i < all.size(); i++) {
      OpeningRequest one = all.get(i);
      String path = "opening[" + i + "]";
      if (faults.knowsWithin(path)) {
        continue;
      }
      if (one.opens.compareTo(one.closes) >= 0) {
        faults.add(path + ".closes", "must be after opens", one.closes);
      }
      if (all.subList(0, i).stream().anyMatch(one::overlaps)) {
        faults.add(path, "overlaps with another stretch of that day", one.day);
      }
    }
  }

  private boolean overlaps(@Nullable OpeningRequest other) {
    return other != null
        && other.opens != null
        && other.closes != null
        && day == other.day
        && opens.compareTo(other.closes) < 0
        && other.opens.compareTo(closes) < 0;
  }
}
