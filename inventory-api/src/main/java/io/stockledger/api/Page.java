package io.stockledger.api;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit 1 to {@link #MAX_LIMIT} items
 * @param cursor the {@code next} of the part before, none for the first
 */
public record Page(int limit, @Nullable String cursor) {
  public static final int MAX_LIMIT = 1_000;
  public static final int DEFAULT_LIMIT = 100;
  public static final Page FIRST = new Page(DEFAULT_LIMIT, null);

  public Page {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", was " + limit);
    }
  }
}
