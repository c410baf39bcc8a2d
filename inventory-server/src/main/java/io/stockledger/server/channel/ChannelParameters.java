package io.stockledger.server.channel;

import io.stockledger.api.Page;
import io.stockledger.api.channel.ChannelQuery.ListChannels;
import io.stockledger.server.read.Pages;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which channels: those that fit everything that is given.
 *
 * @param q a part of their id or name
 */
record ChannelParameters(
    @Nullable @Size(min = 1, max = 200) String q,
    @Nullable Boolean retired,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor) {
  ListChannels query() {
    return new ListChannels(q, retired, Pages.of(limit, cursor));
  }
}
