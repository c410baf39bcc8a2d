package io.stockledger.server.webhook;

import io.stockledger.api.Identifiers;
import io.stockledger.api.webhook.WebhookTerms;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The terms of a webhook in whole, as in its registration; it goes on where it is. */
record ChangeWebhookRequest(
    @NotNull @Size(min = 1, max = WebhookTerms.LONGEST_URL) String url,
    @Nullable @Size(max = WebhookTerms.MOST_OF_EACH)
        List<@NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> channels,
    @Nullable @Size(max = WebhookTerms.MOST_OF_EACH)
        List<@NotNull @Pattern(regexp = PATTERN, message = PATTERN_SAID) String> entries,
    @Nullable @Size(max = WebhookTerms.MOST_FILTERED)
        List<@NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> locations,
    @Nullable @Size(max = WebhookTerms.MOST_FILTERED)
        List<@NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> skus,
    @Nullable @Size(min = 1, max = WebhookTerms.LONGEST_NOTE) String note)
    implements Checked, WebhookTermsRequest {
  @Override
  public void check(Faults faults, String path) {
    checkTerms(faults);
  }
}
