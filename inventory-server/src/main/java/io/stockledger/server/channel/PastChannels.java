package io.stockledger.server.channel;

import io.stockledger.api.Answer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Channels and what holds in them, as the ledger knew them at any moment. */
public interface PastChannels {
  /**
   * A {@link io.stockledger.api.channel.ChannelView}. Unknown: {@code unknown-channel}, where
   * nobody had put it by then.
   */
  Answer channel(String channel, Instant at);

  /**
   * An {@link io.stockledger.api.channel.EffectiveRuleView}. Unknown: {@code unknown-channel},
   * {@code unknown-sku}, {@code unknown-location}.
   *
   * @param at none for now
   */
  Answer effective(String channel, String sku, String location, @Nullable Instant at);
}
