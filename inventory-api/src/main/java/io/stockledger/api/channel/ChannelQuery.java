package io.stockledger.api.channel;

import io.stockledger.api.Answer.View;
import io.stockledger.api.Page;
import io.stockledger.api.Query;
import org.jspecify.annotations.Nullable;

/** What may be asked about channels and their rules as they are now. */
public sealed interface ChannelQuery<V extends View> extends Query<V> {
  /** One of them. Unknown: {@code unknown-channel}. */
  record FindChannel(String channel) implements ChannelQuery<ChannelView> {}

  /**
   * Those that anything was said of, by id; the default channel only once it was.
   *
   * @param text a part of their id or name, whatever its case; none for all
   * @param retired only those that are, or are not; none for all
   */
  record ListChannels(@Nullable String text, @Nullable Boolean retired, Page page)
      implements ChannelQuery<ChannelsView> {}

  /** One rule. Unknown: {@code unknown-channel}, {@code unknown-rule}. */
  record FindChannelRule(String channel, String rule) implements ChannelQuery<ChannelRuleView> {}

  /**
   * Its rules, by id. Unknown: {@code unknown-channel}.
   *
   * @param sku only those that name this SKU; none for all
   * @param location only those that name this location; none for all
   */
  record ListChannelRules(
      String channel, @Nullable String sku, @Nullable String location, Page page)
      implements ChannelQuery<ChannelRulesView> {}
}
