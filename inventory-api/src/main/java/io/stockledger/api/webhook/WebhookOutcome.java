package io.stockledger.api.webhook;

import io.stockledger.api.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as a command left it; never its secret.
 *
 * @param state {@code active}, {@code paused} or {@code removed}
 * @param version of the webhook, one more for each entry about it
 * @param secretNumber of the secret that counts now
 * @param oldSecretUntil until when the one before signs as well
 * @param created it came into being by this command
 */
public record WebhookOutcome(
    String webhookId,
    WebhookTerms terms,
    String state,
    long version,
    int secretNumber,
    @Nullable Instant oldSecretUntil,
    Instant recordedAt,
    boolean created)
    implements Outcome {}
