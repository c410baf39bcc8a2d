package io.stockledger.server.webhook;

import io.stockledger.api.webhook.WebhookTerms;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Tell it nothing for a while. */
record PauseWebhookRequest(
    @Nullable @Size(min = 1, max = WebhookTerms.LONGEST_NOTE) String reason) {}
