package io.stockledger.api.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Outcome;
import io.stockledger.api.stock.StockOutcome.ItemAfter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command on expected supply took effect.
 *
 * @param items every item that was touched, as it is now
 * @param created it came into being
 */
public record InboundOutcome(InboundAfter inbound, List<ItemAfter> items, boolean created)
    implements Outcome {
  /**
   * @param lines those that the command was about
   */
  public record InboundAfter(
      String inboundId, InboundState state, String location, List<LineAfter> lines) {}

  /**
   * A line as it is now; always {@code quantity = open + received - excess + missing + cancelled}.
   *
   * @param quantity as stated last
   * @param open units still expected
   * @param received units that came, in any condition, excess included
   * @param excess of these, units that were not expected
   * @param missing given up as short
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LineAfter(
      String line,
      String sku,
      long quantity,
      long open,
      long received,
      long excess,
      long missing,
      long cancelled,
      @Nullable LocalDate expectedFrom,
      LocalDate expectedBy,
      @Nullable String cohort) {}
}
