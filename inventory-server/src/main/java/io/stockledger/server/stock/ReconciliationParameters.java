package io.stockledger.server.stock;

import io.stockledger.api.Identifiers;
import io.stockledger.api.Page;
import io.stockledger.api.stock.StockQuery.ListReconciliation;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.read.Pages;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which days of which sources.
 *
 * @param from the first day of observation, in UTC
 * @param to the last one
 */
record ReconciliationParameters(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable
        @Pattern(regexp = ReconciliationParameters.DAY, message = ReconciliationParameters.DAY_FORM)
        String from,
    @Nullable
        @Pattern(regexp = ReconciliationParameters.DAY, message = ReconciliationParameters.DAY_FORM)
        String to,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor)
    implements Checked {
  private static final String DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
  private static final String DAY_FORM = "must be a day such as 2026-11-24";

  @Override
  public void check(Faults faults, String path) {
    check("from", from, faults);
    check("to", to, faults);
  }

  private static void check(String field, @Nullable String day, Faults faults) {
    if (day != null && !faults.knows(field)) {
      try {
        LocalDate.parse(day);
      } catch (DateTimeException e) {
        faults.add(field, DAY_FORM, day);
      }
    }
  }

  ListReconciliation query() {
    return new ListReconciliation(
        location, source, dayOrNone(from), dayOrNone(to), Pages.of(limit, cursor));
  }

  private static @Nullable LocalDate dayOrNone(@Nullable String day) {
    return day == null ? null : LocalDate.parse(day);
  }
}
