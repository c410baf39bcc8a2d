package io.stockledger.server.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.webhook.WebhookTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a command on webhooks.
 *
 * @param state {@code active}, {@code paused} or {@code removed}
 * @param secretNumber 1 for the first secret, one more for each rotation
 * @param oldSecretUntil until when the secret before this one signs as well
 * @param version of the webhook
 * @param secret of a new webhook or a rotation: in the very first answer only, never in a repeat
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookAnswer(
    String webhookId,
    @JsonUnwrapped WebhookTerms terms,
    String state,
    int secretNumber,
    @Nullable Instant oldSecretUntil,
    long version,
    @Nullable Long position,
    Instant recordedAt,
    @Nullable String secret,
    @Nullable Boolean dryRun) {}
