package io.stockledger.server.shadow;

import io.stockledger.api.Identifiers;
import io.stockledger.api.channel.OfferState;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.outgoing.shadow.ShadowFigure;
import io.stockledger.outgoing.shadow.Shadows;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What another system would offer of items. */
record ShadowRequest(@NotNull @Size(min = 1, max = 1_000) List<@Valid Figure> items)
    implements Checked {
  /**
   * An item.
   *
   * @param sellable units that it would offer; with {@code state}, or in its place
   * @param state that it would show
   * @param at the moment for which it says so, at most 90 days ago; none means now
   */
  record Figure(
      @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
      @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String sku,
      @Nullable @Min(0) @Max(Figures.MAX) Long sellable,
      @Nullable OfferState state,
      @Nullable Instant at) {}

  @Override
  public void check(Faults faults, String path) {
    if (items == null) {
      return;
    }
    Instant oldest = faults.now().minus(Duration.ofDays(Shadows.DAYS_KEPT));
    for (int i = 0; i < items.size(); i++) {
      Figure figure = items.get(i);
      if (figure == null) {
        continue;
      }
      String field = "items[" + i + "]";
      if (figure.sellable == null && figure.state == null && !faults.knowsWithin(field)) {
        faults.add(field + ".sellable", "is needed, or state", null);
      }
      faults.requireNotAhead(field + ".at", figure.at);
      if (figure.at != null && figure.at.isBefore(oldest)) {
        faults.add(field + ".at", "is more than 90 days ago", figure.at);
      }
    }
  }

  /** A moment a little ahead counts as now. */
  List<ShadowFigure> figures(Instant now) {
    return items.stream()
        .map(
            figure ->
                new ShadowFigure(
                    new ItemId(figure.location, figure.sku),
                    figure.sellable,
                    figure.state,
                    figure.at == null || figure.at.isAfter(now) ? now : figure.at))
        .toList();
  }
}
