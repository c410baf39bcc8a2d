package io.stockledger.server.transfer;

import io.stockledger.api.Identifiers;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.transfer.TransferCommand.RequestedUnits;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One line of a transfer that is asked for. */
record TransferLineRequest(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String line,
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String sku,
    @NotNull @Min(1) @Max(Figures.MAX_QUANTITY) Long quantity) {
  /** The most lines of one transfer. */
  static final int MOST = 1_000;

  /** Without a name of its own a line goes by its place in the request, from 1. */
  private String name(int index) {
    return line == null ? Integer.toString(index + 1) : line;
  }

  /** That no two have one name. */
  static void checkAll(List<TransferLineRequest> lines, Faults faults) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String name = lines.get(i).name(i);
      if (!names.add(name)) {
        faults.add("lines[" + i + "].line", "is the name of another line as well", name);
      }
    }
  }

  static List<RequestedUnits> requested(List<TransferLineRequest> lines) {
    return IntStream.range(0, lines.size())
        .mapToObj(
            i -> new RequestedUnits(lines.get(i).name(i), lines.get(i).sku, lines.get(i).quantity))
        .toList();
  }
}
