package io.stockledger.server.transfer;

import io.stockledger.api.Identifiers;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.transfer.TransferCommand.LineUnits;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** How much of a line; all that is set aside without a quantity. */
record KeptLine(
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String line,
    @Nullable @Min(1) @Max(Figures.MAX_QUANTITY) Long quantity) {

  /** Everything set aside where none is given. */
  static List<LineUnits> units(@Nullable List<KeptLine> lines) {
    return lines == null
        ? List.of()
        : lines.stream().map(l -> new LineUnits(l.line(), l.quantity())).toList();
  }

  static void check(@Nullable List<KeptLine> lines, Faults faults) {
    if (lines != null) {
      checkNames(lines.size(), i -> lines.get(i).line(), faults);
    }
  }

  /** That no line is named twice. */
  static void checkNames(int lines, IntFunction<@Nullable String> nameOf, Faults faults) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < lines; i++) {
      String name = nameOf.apply(i);
      if (name != null && !names.add(name)) {
        faults.add("lines[" + i + "].line", "is named twice", name);
      }
    }
  }
}
