package io.stockledger.server.location;

import io.stockledger.api.Identifiers;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.location.Pool;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stock a virtual place has. */
record PoolRequest(
    @NotNull Pool.Kind kind,
    @Nullable @Size(min = 1, max = 1_000)
        List<@NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String>
            locations) {

  Pool pool() {
    return new Pool(kind, locations == null ? null : List.copyOf(locations));
  }

  void check(@Nullable LocationKind of, Faults faults) {
    if (of != null && of != LocationKind.VIRTUAL) {
      faults.add("pool", "is for virtual locations only", kind);
    }
    if (kind == Pool.Kind.SUM && locations == null && !faults.knows("pool.locations")) {
      faults.add("pool.locations", "are needed for a sum", null);
    }
    if (kind == Pool.Kind.RING_FENCED && locations != null) {
      faults.add("pool.locations", "are those of a sum; ring-fenced stock is its own", null);
    }
    if (locations != null) {
      LocationRequest.checkOnce(locations, "pool.locations", "", faults);
    }
  }
}
