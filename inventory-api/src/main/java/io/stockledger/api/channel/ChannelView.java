package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One channel. */
public record ChannelView(
    @JsonUnwrapped ChannelCard card, long position, Instant asOf, String stamp) implements View {
  /**
   * What is known of a channel.
   *
   * @param put whether somebody put it; only the default channel is there without
   * @param rules how many it has
   * @param version counts its entries and those of its rules
   * @param recordedAt when the last of them was recorded; absent for the default channel before the
   *     first
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ChannelCard(
      String channel,
      @JsonUnwrapped ChannelTraits traits,
      boolean put,
      boolean retired,
      long rules,
      long version,
      @Nullable Instant recordedAt) {}
}
