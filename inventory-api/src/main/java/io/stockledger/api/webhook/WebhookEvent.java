package io.stockledger.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.EventName;
import io.stockledger.api.LedgerEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can have happened to webhooks. Their secrets are in no event. */
public sealed interface WebhookEvent extends LedgerEvent {
  String webhookId();

  /**
   * @param afterPosition entries beyond it are told
   * @param afterChange changes of what channels see beyond it are told
   */
  @EventName("webhook.registered")
  record WebhookRegistered(
      String webhookId,
      WebhookTerms terms,
      long afterPosition,
      long afterChange,
      Instant occurredAt,
      Instant recordedAt)
      implements WebhookEvent {}

  @EventName("webhook.changed")
  record WebhookChanged(
      String webhookId, WebhookTerms terms, Instant occurredAt, Instant recordedAt)
      implements WebhookEvent {}

  /**
   * @param reason absent where nobody gave one
   */
  @EventName("webhook.paused")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WebhookPaused(
      String webhookId, @Nullable String reason, Instant occurredAt, Instant recordedAt)
      implements WebhookEvent {}

  @EventName("webhook.resumed")
  record WebhookResumed(String webhookId, Instant occurredAt, Instant recordedAt)
      implements WebhookEvent {}

  @EventName("webhook.removed")
  record WebhookRemoved(String webhookId, Instant occurredAt, Instant recordedAt)
      implements WebhookEvent {}

  /**
   * @param secretNumber of the new secret; the first had 1
   * @param oldValidUntil until when the secret before it signs as well
   */
  @EventName("webhook.secret-rotated")
  record WebhookSecretRotated(
      String webhookId,
      int secretNumber,
      Instant oldValidUntil,
      Instant occurredAt,
      Instant recordedAt)
      implements WebhookEvent {}

  /**
   * @param afterPosition entries beyond it are told again
   * @param afterChange changes beyond it are told again
   */
  @EventName("webhook.replayed")
  record WebhookReplayed(
      String webhookId,
      long afterPosition,
      long afterChange,
      Instant occurredAt,
      Instant recordedAt)
      implements WebhookEvent {}
}
