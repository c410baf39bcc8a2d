package io.stockledger.command.channel;

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
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A channel with its rules.
 *
 * @param traits what was said of it; absent for the default channel before it was put
 * @param retired nothing is offered through it any more
 * @param rules by id
 * @param version how many entries it evolved from, from 1
 * @param lastRecordedAt when the last of them was recorded
 */
public record Channel(
    String channel,
    @Nullable ChannelTraits traits,
    boolean retired,
    SortedMap<String, ChannelRule> rules,
    long version,
    Instant lastRecordedAt) {

  /** The channel after one more of its entries. */
  public static Channel evolve(@Nullable Channel before, ChannelEvent event) {
    Channel known =
        before == null
            ? new Channel(
                event.channel(), null, false, Collections.emptySortedMap(), 0, event.recordedAt())
            : before;
    return switch (event) {
      case ChannelSet e -> known.next(e, e.traits(), known.retired, known.rules);
      case ChannelRetired e -> known.next(e, known.traits, true, known.rules);
      case ChannelReinstated e -> known.next(e, known.traits, false, known.rules);
      case ChannelRuleSet e ->
          known.next(e, known.traits, known.retired, known.with(e.rule(), rule(e)));
      case ChannelRuleRemoved e ->
          known.next(e, known.traits, known.retired, known.with(e.rule(), null));
    };
  }

  private static ChannelRule rule(ChannelRuleSet event) {
    return new ChannelRule(event.scope(), event.terms(), event.why());
  }

  /**
   * The rules with one of them as it is now.
   *
   * @param said absent where it says nothing any more
   */
  private SortedMap<String, ChannelRule> with(String rule, @Nullable ChannelRule said) {
    SortedMap<String, ChannelRule> after = new TreeMap<>(rules);
    if (said == null) {
      after.remove(rule);
    } else {
      after.put(rule, said);
    }
    return Collections.unmodifiableSortedMap(after);
  }

  private Channel next(
      ChannelEvent event,
      @Nullable ChannelTraits traits,
      boolean retired,
      SortedMap<String, ChannelRule> rules) {
    return new Channel(channel, traits, retired, rules, version + 1, event.recordedAt());
  }

  /** Ready to be asked. It takes a moment to make: keep it for as long as the state is the same. */
  public ChannelBook book() {
    List<Rule> all =
        rules.entrySet().stream()
            .map(rule -> new Rule(rule.getKey(), rule.getValue().scope(), rule.getValue().terms()))
            .toList();
    ChannelTraits said = traits == null ? ChannelBook.defaultChannel().traits() : traits;
    return new ChannelBook(channel, said, retired, all, version);
  }
}
