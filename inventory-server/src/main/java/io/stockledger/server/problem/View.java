package io.stockledger.server.problem;

import org.jspecify.annotations.Nullable;

/**
 * What its reader may see.
 *
 * @param channel the one channel through whose eyes it looks, none for everything
 */
public record View(@Nullable String channel) {
  public static final View FULL = new View(null);
}
