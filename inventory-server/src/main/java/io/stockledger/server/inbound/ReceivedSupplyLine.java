package io.stockledger.server.inbound;

import io.stockledger.api.Identifiers;
import io.stockledger.api.inbound.InboundCommand.ReceivedLine;
import io.stockledger.api.inbound.InboundReason;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.stock.ByCondition;
import io.stockledger.server.write.Forms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of a line: `quantity` good units, or `received` by condition; and what will not. */
record ReceivedSupplyLine(
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String line,
    @Nullable @Min(1) @Max(Figures.MAX_QUANTITY) Long quantity,
    @Nullable @Valid ByCondition received,
    @Nullable @Min(0) @Max(Figures.MAX_QUANTITY) Long missing,
    @Nullable InboundReason reason)
    implements Checked {
  @Override
  public void check(Faults faults, String path) {
    ByCondition.check(path + "received", received, faults);
    if (quantity != null && received != null) {
      faults.add(path + "quantity", "is not taken together with received", quantity);
    }
    boolean missed = missing != null && missing > 0;
    if (missed && reason == null && !faults.knows(path + "reason")) {
      faults.add(path + "reason", "is needed where something is missing", null);
    }
    boolean came = units().values().stream().anyMatch(units -> units != 0);
    if (!came && !missed && !faults.knowsWithin(path.substring(0, path.length() - 1))) {
      faults.add(path + "quantity", "give quantity, received or missing, more than 0", null);
    }
  }

  ReceivedLine receivedLine() {
    return new ReceivedLine(line, units(), missing == null ? 0 : missing, reason);
  }

  private Map<Condition, Long> units() {
    Map<Condition, Long> units =
        received == null ? new EnumMap<>(Condition.class) : received.byCondition();
    if (quantity != null) {
      units.put(Condition.GOOD, quantity);
    }
    units.values().removeIf(none -> none == 0);
    return units;
  }
}
