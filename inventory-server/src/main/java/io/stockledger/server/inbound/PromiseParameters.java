package io.stockledger.server.inbound;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Up to which day; none means all that is known of. */
record PromiseParameters(@Nullable LocalDate until) {}
