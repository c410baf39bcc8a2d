package io.stockledger.outgoing.preview;

import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Rule;
import io.stockledger.promise.replay.Past;
import io.stockledger.promise.replay.PastChannel;
import io.stockledger.promise.replay.Streams;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Channels as the ledger itself has them, so that what was just put is known. */
public final class StoredChannels {
  private final Streams streams;

  public StoredChannels(Streams streams) {
    this.streams = streams;
  }

  /**
   * A channel.
   *
   * @param shadow it only watches
   * @param rules their ids
   */
  public record Stored(boolean shadow, Set<String> rules) {}

  /** None where there is no such channel. */
  public Optional<Stored> find(String channel, Instant now) {
    PastChannel found = Past.at(streams, channel, now).channelAt(now);
    if (!found.exists()) {
      return Optional.empty();
    }
    ChannelBook book = found.book();
    Set<String> rules = book.rules().stream().map(Rule::id).collect(Collectors.toSet());
    return Optional.of(new Stored(book.traits().isShadow(), rules));
  }
}
