package io.stockledger.server.reservation;

import io.stockledger.api.Identifiers;
import io.stockledger.api.reservation.ReservationCommand.LineQuantity;
import io.stockledger.api.reservation.ReservationCommand.Part;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of a line; all that is open without a quantity. */
record PartLine(
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String line,
    @Nullable @Min(1) @Max(Figures.MAX_QUANTITY) Long quantity) {
  /** Everything open where neither is given. */
  static Part part(@Nullable Long quantity, @Nullable List<PartLine> lines) {
    return new Part(
        null,
        quantity,
        lines == null
            ? List.of()
            : lines.stream().map(l -> new LineQuantity(l.line(), l.quantity())).toList());
  }

  static void check(@Nullable Long quantity, @Nullable List<PartLine> lines, Faults faults) {
    if (quantity != null && lines != null) {
      faults.add("quantity", "is not taken together with lines", quantity);
    }
    if (lines == null) {
      return;
    }
    java.util.Set<String> names = new java.util.HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String name = lines.get(i).line();
      if (name != null && !names.add(name)) {
        faults.add("lines[" + i + "].line", "is named twice", name);
      }
    }
  }
}
