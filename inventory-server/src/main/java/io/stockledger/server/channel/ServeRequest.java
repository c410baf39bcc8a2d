package io.stockledger.server.channel;

import io.stockledger.api.Identifiers;
import io.stockledger.api.channel.SellableQuery;
import io.stockledger.api.channel.ServingView.Line;
import io.stockledger.api.location.LocationQuery.Near;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lines that shall be served from as few locations as can be.
 *
 * @param near only locations within so many metres of it
 * @param within how far they may be, in metres
 */
record ServeRequest(
    @NotNull @Size(min = 1, max = SellableQuery.MAX_LINES) List<@Valid @NotNull WantedLine> lines,
    @Nullable Fulfilment fulfilment,
    @Nullable @Pattern(regexp = Around.PAIR, message = Around.FORM) String near,
    @Nullable @Min(1) @Max(Around.FARTHEST) Long within)
    implements Checked {

  /** Units of a SKU. */
  record WantedLine(
      @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String sku,
      @NotNull @Min(1) @Max(Figures.MAX_QUANTITY) Long quantity) {}

  @Override
  public void check(Faults faults, String path) {
    Around.check(near, within, faults);
    Set<String> named = new HashSet<>();
    for (int i = 0; lines != null && i < lines.size(); i++) {
      WantedLine line = lines.get(i);
      if (line != null && line.sku() != null && !named.add(line.sku())) {
        faults.add("lines[" + i + "].sku", "is named twice", line.sku());
      }
    }
  }

  List<Line> wanted() {
    return lines.stream().map(line -> new Line(line.sku(), line.quantity())).toList();
  }

  boolean forPickup() {
    return fulfilment == Fulfilment.PICKUP;
  }

  @Nullable Near around() {
    return Around.of(near, within);
  }
}
