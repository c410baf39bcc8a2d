package io.stockledger.server.changes;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.stockledger.api.Identifiers;
import io.stockledger.api.Page;
import io.stockledger.api.stock.Figures;
import io.stockledger.outgoing.stream.Interest;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From where on, and of which items.
 *
 * @param after the last change that is known. Absent: a stream follows from now on, a list begins
 *     with the oldest change that is kept
 * @param sku only these products; may be given several times
 * @param location only these locations; may be given several times
 * @param limit of a list only: so many changes are looked at
 * @param waitSeconds of a list only: how long to wait for the first change
 */
record ChangesParameters(
    @Nullable @Min(0) @Max(Figures.MAX) Long after,
    @Nullable @Size(max = MOST)
        List<@Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> sku,
    @Nullable @Size(max = MOST)
        List<@Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> location,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @JsonProperty("wait") @Nullable @Min(0) @Max(30) Long waitSeconds) {
  /** So many of each may be named. */
  static final int MOST = 1_000;

  Interest interest() {
    return new Interest(
        location == null ? Set.of() : Set.copyOf(location),
        sku == null ? Set.of() : Set.copyOf(sku));
  }

  int limitOrDefault() {
    return limit == null ? Page.DEFAULT_LIMIT : limit.intValue();
  }

  /** A stream has no end that could be named, and always waits. */
  void requireStream() {
    if (limit != null) {
      throw Faults.one("limit", "is for the list, a stream has none", limit);
    }
    if (waitSeconds != null) {
      throw Faults.one("wait", "is for the list, a stream always waits", waitSeconds);
    }
  }
}
