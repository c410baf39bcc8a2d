package io.stockledger.server.read;

import io.stockledger.api.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Which part of a list is wanted. */
public record PageParameters(
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor) {

  public Page page() {
    return Pages.of(limit, cursor);
  }
}
