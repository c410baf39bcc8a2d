package io.stockledger.server.location;

import io.stockledger.api.location.LocationSource;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who tells of the stock of a place. */
record SourceRequest(
    @NotBlank @Size(max = Forms.LONGEST_SOURCE) String source,
    @NotNull Duration standsFor,
    @Nullable Duration reportsEvery) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  LocationSource locationSource() {
    return new LocationSource(source, standsFor, reportsEvery);
  }

  static void checkAll(List<SourceRequest> all, Faults faults) {
    for (int i = 0; i < all.size(); i++) {
      SourceRequest one = all.get(i);
      String path = "sources[" + i + "].";
      if (one != null && one.standsFor != null && one.standsFor.isNegative()) {
        faults.add(path + "standsFor", "must not be negative", one.standsFor);
      }
      if (one != null && one.reportsEvery != null && one.reportsEvery.compareTo(SHORTEST) < 0) {
        faults.add(path + "reportsEvery", "must be at least a second", one.reportsEvery);
      }
    }
    LocationRequest.checkOnce(
        all.stream().map(one -> one == null ? null : one.source).toList(),
        "sources",
        ".source",
        faults);
  }
}
