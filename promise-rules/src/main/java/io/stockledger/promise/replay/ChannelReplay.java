package io.stockledger.promise.replay;

import io.stockledger.api.channel.ChannelEvent;
import io.stockledger.api.channel.ChannelEvent.ChannelReinstated;
import io.stockledger.api.channel.ChannelEvent.ChannelRetired;
import io.stockledger.api.channel.ChannelEvent.ChannelRuleRemoved;
import io.stockledger.api.channel.ChannelEvent.ChannelRuleSet;
import io.stockledger.api.channel.ChannelEvent.ChannelSet;
import io.stockledger.api.channel.ChannelTraits;
import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Rule;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A channel with its rules, evolved from its entries. */
public final class ChannelReplay {
  private final String channel;
  private final SortedMap<String, Rule> rules = new TreeMap<>();
  private @Nullable ChannelTraits traits;
  private boolean retired;
  private long version;
  private @Nullable Instant lastRecordedAt;

  public ChannelReplay(String channel) {
    this.channel = channel;
  }

  public void evolve(ChannelEvent event) {
    switch (event) {
      case ChannelSet e -> traits = e.traits();
      case ChannelRetired ignored -> retired = true;
      case ChannelReinstated ignored -> retired = false;
      case ChannelRuleSet e -> rules.put(e.rule(), new Rule(e.rule(), e.scope(), e.terms()));
      case ChannelRuleRemoved e -> rules.remove(e.rule());
    }
    version++;
    lastRecordedAt = event.recordedAt();
  }

  /** As it stands; later entries leave it as it is. */
  public PastChannel channel() {
    ChannelTraits said = traits == null ? ChannelBook.defaultChannel().traits() : traits;
    ChannelBook book = new ChannelBook(channel, said, retired, rules.values(), version);
    return new PastChannel(book, traits != null, lastRecordedAt);
  }
}
