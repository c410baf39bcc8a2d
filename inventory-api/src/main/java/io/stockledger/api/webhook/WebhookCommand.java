package io.stockledger.api.webhook;

import io.stockledger.api.Identifiers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What may be asked of webhooks. */
public sealed interface WebhookCommand {
  /** The name of the one stream of all webhooks. */
  String STREAM = "webhooks";

  /** So many there may be. */
  int MOST_WEBHOOKS = 200;

  String webhookId();

  /** The version of the webhook that the sender knows. */
  @Nullable Long ifVersion();

  /**
   * Tell an address what happens.
   *
   * @param afterPosition entries beyond it are told
   * @param afterChange changes of what channels see beyond it are told
   */
  record RegisterWebhook(String webhookId, WebhookTerms terms, long afterPosition, long afterChange)
      implements WebhookCommand {
    public RegisterWebhook {
      Identifiers.require("webhookId", webhookId);
    }

    @Override
    public @Nullable Long ifVersion() {
      return null;
    }
  }

  /** It goes on where it is, by other terms. */
  record ChangeWebhook(String webhookId, WebhookTerms terms, @Nullable Long ifVersion)
      implements WebhookCommand {}

  /**
   * Tell it nothing until it is resumed; then it is told what happened in between.
   *
   * @param reason such as {@code gone}, when the receiver said that it does not exist any more
   */
  record PauseWebhook(String webhookId, @Nullable String reason, @Nullable Long ifVersion)
      implements WebhookCommand {}

  record ResumeWebhook(String webhookId, @Nullable Long ifVersion) implements WebhookCommand {}

  record RemoveWebhook(String webhookId, @Nullable Long ifVersion) implements WebhookCommand {}

  /**
   * A new secret; the old one signs beside it for a while.
   *
   * @param overlap from 0 to 30 days
   */
  record RotateWebhookSecret(String webhookId, Duration overlap, @Nullable Long ifVersion)
      implements WebhookCommand {}

  /**
   * Tell it again what came after a place.
   *
   * @param afterPosition entries beyond it are told again
   * @param afterChange changes beyond it are told again
   */
  record ReplayWebhook(
      String webhookId, long afterPosition, long afterChange, @Nullable Long ifVersion)
      implements WebhookCommand {}
}
