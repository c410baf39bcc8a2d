package io.stockledger.server.reservation;

import io.stockledger.api.Identifiers;
import io.stockledger.api.reservation.ReservationCommand.RequestedLine;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a reservation; `location` or `locations` says where. */
record LineRequest(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String line,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
    @Nullable @Size(min = 1, max = 100)
        List<@NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> locations,
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String sku,
    @NotNull @Min(1) @Max(Figures.MAX_QUANTITY) Long quantity,
    @Nullable Boolean split)
    implements Checked {
  /** The most lines of one reservation. */
  static final int MOST = 1_000;

  @Override
  public void check(Faults faults, String path) {
    if ((location == null) == (locations == null)
        && !faults.knows(path + "location")
        && !faults.knows(path + "locations")) {
      faults.add(path + "location", "give either location or locations", location);
    }
  }

  /** Without a name of its own a line goes by its place in the request, from 1. */
  RequestedLine requested(int index) {
    return new RequestedLine(name(index), candidates(), sku, quantity, Boolean.TRUE.equals(split));
  }

  String name(int index) {
    return line == null ? Integer.toString(index + 1) : line;
  }

  private List<String> candidates() {
    if (locations != null) {
      return locations.stream().distinct().toList();
    }
    return location == null ? List.of() : List.of(location);
  }

  /** Checks each, and that no two have one name. */
  static void checkAll(List<LineRequest> lines, Faults faults) {
    java.util.Set<String> names = new java.util.HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String path = "lines[" + i + "].";
      lines.get(i).check(faults, path);
      if (!names.add(lines.get(i).name(i))) {
        faults.add(path + "line", "is the name of another line as well", lines.get(i).name(i));
      }
    }
  }

  static List<RequestedLine> requested(List<LineRequest> lines) {
    return java.util.stream.IntStream.range(0, lines.size())
        .mapToObj(i -> lines.get(i).requested(i))
        .toList();
  }
}
