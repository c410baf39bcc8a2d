package io.stockledger.server.read;

import io.stockledger.api.Page;
import org.jspecify.annotations.Nullable;

/** From parameters to a page. */
public final class Pages {
  public static final int LONGEST_CURSOR = 2_000;

  private Pages() {}

  public static Page of(@Nullable Long limit, @Nullable String cursor) {
    return new Page(limit == null ? Page.DEFAULT_LIMIT : limit.intValue(), cursor);
  }
}
