package io.stockledger.outgoing.webhook;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where what goes.
 *
 * @param channels whose changes it is told
 * @param entries patterns of the names of entries that it is told, such as {@code stock.*}
 * @param locations of which locations, empty for all and for what has none
 * @param skus of which products, empty for all and for what has none
 * @param secrets that sign, at least one
 * @param replays how many replays were asked for
 * @param afterPosition entries beyond it are delivered, since the last replay or from the beginning
 * @param afterChange changes beyond it are delivered
 */
public record Endpoint(
    String webhook,
    String url,
    Set<String> channels,
    List<String> entries,
    Set<String> locations,
    Set<String> skus,
    List<byte[]> secrets,
    boolean paused,
    int replays,
    long afterPosition,
    long afterChange) {

  /** Whether an item passes the filter; what is about no item only passes where there is none. */
  boolean isAbout(@Nullable String location, @Nullable String sku) {
    return passes(locations, location) && passes(skus, sku);
  }

  private static boolean passes(Set<String> wanted, @Nullable String given) {
    return wanted.isEmpty() || (given != null && wanted.contains(given));
  }

  boolean wants(String type) {
    return entries.stream().anyMatch(pattern -> matches(pattern, type));
  }

  private static boolean matches(String pattern, String type) {
    return pattern.equals("*")
        || pattern.equals(type)
        || (pattern.endsWith(".*") && type.startsWith(pattern.substring(0, pattern.length() - 1)));
  }
}
