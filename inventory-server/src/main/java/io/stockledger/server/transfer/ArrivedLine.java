package io.stockledger.server.transfer;

import io.stockledger.api.Identifiers;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.transfer.TransferCommand.ArrivedUnits;
import io.stockledger.api.transfer.TransferReason;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.stock.ByCondition;
import io.stockledger.server.write.Forms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of a line: `quantity` good ones, or `received` by condition. */
record ArrivedLine(
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String line,
    @Nullable @Min(0) @Max(Figures.MAX_QUANTITY) Long quantity,
    @Nullable @Valid ByCondition received,
    @Nullable TransferReason reason)
    implements Checked {
  @Override
  public void check(Faults faults, String path) {
    if ((quantity == null) == (received == null)
        && !faults.knowsWithin(path + "quantity")
        && !faults.knowsWithin(path + "received")) {
      faults.add(path + "quantity", "give either quantity or received", quantity);
    }
    ByCondition.check(path + "received", received, faults);
  }

  static void checkAll(@Nullable List<ArrivedLine> lines, Faults faults) {
    if (lines != null) {
      for (int i = 0; i < lines.size(); i++) {
        lines.get(i).check(faults, "lines[" + i + "].");
      }
      KeptLine.checkNames(lines.size(), i -> lines.get(i).line(), faults);
    }
  }

  /** Everything in transit where none is given. */
  static List<ArrivedUnits> units(@Nullable List<ArrivedLine> lines) {
    return lines == null ? List.of() : lines.stream().map(ArrivedLine::units).toList();
  }

  private ArrivedUnits units() {
    Map<Condition, Long> units =
        received != null
            ? received.byCondition()
            : Map.of(Condition.GOOD, quantity == null ? 0L : quantity);
    return new ArrivedUnits(line, units, reason);
  }
}
