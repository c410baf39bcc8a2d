package io.stockledger.server.inbound;

import io.stockledger.api.inbound.InboundQuery.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Over lines that were expected in a period. */
record PeriodParameters(@Nullable LocalDate from, @Nullable LocalDate to) {
  Period period() {
    return new Period(from, to);
  }
}
