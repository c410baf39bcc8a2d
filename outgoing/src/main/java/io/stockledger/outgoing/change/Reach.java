package io.stockledger.outgoing.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which items in which channels something is about.
 *
 * @param channel absent for every channel
 * @param locations none for every location
 * @param skus none for every product
 */
public record Reach(@Nullable String channel, List<String> locations, List<String> skus) {
  /** Every item in every channel. */
  public static final Reach EVERYTHING = new Reach(null, List.of(), List.of());

  /** Every item in a channel. */
  public static Reach ofChannel(String channel) {
    return new Reach(channel, List.of(), List.of());
  }
}
