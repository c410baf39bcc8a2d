package io.stockledger.api.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of what is expected, by day, location, SKU. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExpectedView(
    List<ExpectedDay> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {
  /**
   * Units of one item that should be there by the end of one day.
   *
   * @param lines how many lines announce them
   * @param overdue the day is over where they should be
   */
  public record ExpectedDay(
      LocalDate date, String location, String sku, long expected, long lines, boolean overdue) {}
}
