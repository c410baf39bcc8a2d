package io.stockledger.server.channel;

import io.stockledger.api.Page;
import io.stockledger.api.channel.SwitchQuery.ListSwitches;
import io.stockledger.api.channel.SwitchState;
import io.stockledger.server.read.Pages;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which switches.
 *
 * @param state those that are pulled, where nothing else is said
 */
record SwitchParameters(
    @Nullable SwitchState state,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor) {
  ListSwitches query() {
    return new ListSwitches(state == null ? SwitchState.PULLED : state, Pages.of(limit, cursor));
  }
}
