package io.stockledger.outgoing.feed;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a feed has to know of a channel. */
public final class FeedChannel {
  private final String channel;
  private final long version;
  private final Map<String, String> storeCodes;
  private final Set<String> taken;
  private final Set<String> shared;

  /**
   * @param storeCodes how it calls locations; those not named are called by their id
   * @param version of the channel and its rules
   */
  public FeedChannel(String channel, Map<String, String> storeCodes, long version) {
    this.channel = channel;
    this.version = version;
    this.storeCodes = Map.copyOf(storeCodes);
    this.taken = Set.copyOf(storeCodes.values());
    this.shared = twice(storeCodes.values());
  }

  private static Set<String> twice(Collection<String> codes) {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new HashSet<>();
    codes.stream().filter(code -> !seen.add(code)).forEach(twice::add);
    return twice;
  }

  public String channel() {
    return channel;
  }

  public long version() {
    return version;
  }

  /**
   * How it calls a location; none where that would be the name of another one too: a code that two
   * locations have, or an id that is the code of another.
   */
  @Nullable String storeCode(String location) {
    String code = storeCodes.get(location);
    if (code == null) {
      return taken.contains(location) ? null : location;
    }
    return shared.contains(code) ? null : code;
  }
}
