package io.stockledger.api.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Reference;
import io.stockledger.api.stock.Condition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a purchase order or shipping notice.
 *
 * @param closedAt when nothing was expected any more, absent while something is
 * @param lines in the order in which they were announced
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InboundCard(
    String inboundId,
    InboundKind kind,
    InboundState state,
    String vendor,
    String location,
    @Nullable Reference reference,
    @Nullable String source,
    @Nullable String note,
    Instant announcedAt,
    @Nullable Instant closedAt,
    List<InboundLine> lines) {
  /**
   * A line; always {@code quantity = open + received - excess + missing + cancelled}.
   *
   * @param quantity units in all, as stated last
   * @param open units still expected
   * @param received units that came, by condition, excess included; conditions of none are left out
   * @param excess units that came and were not expected
   * @param missing given up as short
   * @param announcedBy the last day as it was announced first, absent where it was never moved
   * @param overdue units are still expected, and their last day is over
   * @param lastReceivedOn the day on which units came last
   * @param version of the item's last entry that touched this line
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record InboundLine(
      String line,
      String sku,
      InboundState state,
      long quantity,
      long open,
      Map<Condition, Long> received,
      long excess,
      long missing,
      long cancelled,
      @Nullable LocalDate expectedFrom,
      LocalDate expectedBy,
      @Nullable LocalDate announcedBy,
      boolean overdue,
      @Nullable LocalDate lastReceivedOn,
      @Nullable String cohort,
      long version) {}
}
