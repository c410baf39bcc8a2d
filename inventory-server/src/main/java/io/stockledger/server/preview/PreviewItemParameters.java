package io.stockledger.server.preview;

import io.stockledger.api.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which part of what was found.
 *
 * @param day only this one
 */
record PreviewItemParameters(
    @Nullable LocalDate day,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Pattern(regexp = "[0-9]{1,18}", message = "is not one that this list gave out")
        String cursor) {
  int limitOrDefault() {
    return limit == null ? Page.DEFAULT_LIMIT : limit.intValue();
  }

  long after() {
    return cursor == null ? 0 : Long.parseLong(cursor);
  }
}
