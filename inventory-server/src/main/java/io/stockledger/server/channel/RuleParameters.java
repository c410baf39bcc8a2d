package io.stockledger.server.channel;

import io.stockledger.api.Identifiers;
import io.stockledger.api.Page;
import io.stockledger.api.channel.ChannelQuery.ListChannelRules;
import io.stockledger.server.read.Pages;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Which rules: those whose scope names what is given. */
record RuleParameters(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String sku,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor) {
  ListChannelRules query(String channel) {
    return new ListChannelRules(channel, sku, location, Pages.of(limit, cursor));
  }
}
