package io.stockledger.server.channel;

import io.stockledger.api.Identifiers;
import io.stockledger.api.channel.SwitchScope;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a switch is about: all that is named; with nothing named, everything. */
record SwitchScopeRequest(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String channel,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String group,
    @Nullable
        @Size(max = 500)
        @Pattern(regexp = RuleScopeRequest.CATEGORY, message = RuleScopeRequest.CATEGORY_FORM)
        String category) {
  SwitchScope scope() {
    return new SwitchScope(channel, location, group, category);
  }
}
