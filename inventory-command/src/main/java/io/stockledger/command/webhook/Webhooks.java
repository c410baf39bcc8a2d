package io.stockledger.command.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.webhook.WebhookCommand;
import io.stockledger.api.webhook.WebhookCommand.ChangeWebhook;
import io.stockledger.api.webhook.WebhookCommand.PauseWebhook;
import io.stockledger.api.webhook.WebhookCommand.RegisterWebhook;
import io.stockledger.api.webhook.WebhookCommand.RemoveWebhook;
import io.stockledger.api.webhook.WebhookCommand.ReplayWebhook;
import io.stockledger.api.webhook.WebhookCommand.ResumeWebhook;
import io.stockledger.api.webhook.WebhookCommand.RotateWebhookSecret;
import io.stockledger.api.webhook.WebhookEvent;
import io.stockledger.api.webhook.WebhookEvent.WebhookChanged;
import io.stockledger.api.webhook.WebhookEvent.WebhookPaused;
import io.stockledger.api.webhook.WebhookEvent.WebhookRegistered;
import io.stockledger.api.webhook.WebhookEvent.WebhookRemoved;
import io.stockledger.api.webhook.WebhookEvent.WebhookReplayed;
import io.stockledger.api.webhook.WebhookEvent.WebhookResumed;
import io.stockledger.api.webhook.WebhookEvent.WebhookSecretRotated;
import io.stockledger.api.webhook.WebhookRefusal;
import io.stockledger.api.webhook.WebhookRefusal.DuplicateWebhook;
import io.stockledger.api.webhook.WebhookRefusal.StaleWebhookVersion;
import io.stockledger.api.webhook.WebhookRefusal.TooManyWebhooks;
import io.stockledger.api.webhook.WebhookRefusal.UnknownWebhook;
import io.stockledger.api.webhook.WebhookTerms;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All webhooks there are.
 *
 * @param lastRecordedAt of the last entry about any of them
 * @param webhooks by id; removed ones are not there any more
 */
public record Webhooks(Instant lastRecordedAt, Map<String, Webhook> webhooks) {

  /**
   * One of them.
   *
   * @param version one more for each entry about it, from 1
   * @param secretNumber of the secret that counts, from 1
   * @param oldSecretUntil until when the secret before signs as well
   * @param replays how many were asked for
   * @param afterPosition of the last replay, or of the registration
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Webhook(
      String webhookId,
      WebhookTerms terms,
      boolean paused,
      @Nullable String pausedBecause,
      int secretNumber,
      @Nullable Instant oldSecretUntil,
      int replays,
      long afterPosition,
      long afterChange,
      long version,
      Instant registeredAt,
      Instant recordedAt) {

    private Webhook by(WebhookTerms changed, Instant at) {
      return new Webhook(
          webhookId,
          changed,
          paused,
          pausedBecause,
          secretNumber,
          oldSecretUntil,
          replays,
          afterPosition,
          afterChange,
          version + 1,
          registeredAt,
          at);
    }

    private Webhook paused(boolean nowPaused, @Nullable String reason, Instant at) {
      return new Webhook(
          webhookId,
          terms,
          nowPaused,
          reason,
          secretNumber,
          oldSecretUntil,
          replays,
          afterPosition,
          afterChange,
          version + 1,
          registeredAt,
          at);
    }

    private Webhook rotated(int number, Instant until, Instant at) {
      return new Webhook(
          webhookId,
          terms,
          paused,
          pausedBecause,
          number,
          until,
          replays,
          afterPosition,
          afterChange,
          version + 1,
          registeredAt,
          at);
    }

    private Webhook replayed(long position, long change, Instant at) {
      return new Webhook(
          webhookId,
          terms,
          paused,
          pausedBecause,
          secretNumber,
          oldSecretUntil,
          replays + 1,
          position,
          change,
          version + 1,
          registeredAt,
          at);
    }
  }

  static @Nullable WebhookRefusal refusal(@Nullable Webhooks before, WebhookCommand command) {
    Webhook known = before == null ? null : before.webhooks.get(command.webhookId());
    if (command instanceof RegisterWebhook) {
      if (known != null) {
        return new DuplicateWebhook(command.webhookId());
      }
      return before != null && before.webhooks.size() >= WebhookCommand.MOST_WEBHOOKS
          ? new TooManyWebhooks(WebhookCommand.MOST_WEBHOOKS)
          : null;
    }
    if (known == null) {
      return new UnknownWebhook(command.webhookId());
    }
    Long expected = command.ifVersion();
    return expected != null && expected != known.version
        ? new StaleWebhookVersion(command.webhookId(), expected, known.version)
        : null;
  }

  /** What it records; nothing where it is so already. The command is not refused. */
  static @Nullable WebhookEvent event(
      @Nullable Webhooks before, WebhookCommand command, Instant now) {
    if (command instanceof RegisterWebhook c) {
      return new WebhookRegistered(
          c.webhookId(), c.terms(), c.afterPosition(), c.afterChange(), now, now);
    }
    Webhook known = require(before, command.webhookId());
    return switch (command) {
      case RegisterWebhook ignored -> throw new IllegalStateException("was registered above");
      case ChangeWebhook c ->
          c.terms().equals(known.terms)
              ? null
              : new WebhookChanged(c.webhookId(), c.terms(), now, now);
      case PauseWebhook c ->
          known.paused ? null : new WebhookPaused(c.webhookId(), c.reason(), now, now);
      case ResumeWebhook c -> known.paused ? new WebhookResumed(c.webhookId(), now, now) : null;
      case RemoveWebhook c -> new WebhookRemoved(c.webhookId(), now, now);
      case RotateWebhookSecret c ->
          new WebhookSecretRotated(
              c.webhookId(), known.secretNumber + 1, now.plus(c.overlap()), now, now);
      case ReplayWebhook c ->
          new WebhookReplayed(c.webhookId(), c.afterPosition(), c.afterChange(), now, now);
    };
  }

  static Webhooks evolve(@Nullable Webhooks before, WebhookEvent event) {
    Map<String, Webhook> next = new TreeMap<>();
    if (before != null) {
      next.putAll(before.webhooks);
    }
    String id = event.webhookId();
    Instant at = event.recordedAt();
    switch (event) {
      case WebhookRegistered e ->
          next.put(
              id,
              new Webhook(
                  id,
                  e.terms(),
                  false,
                  null,
                  1,
                  null,
                  0,
                  e.afterPosition(),
                  e.afterChange(),
                  1,
                  at,
                  at));
      case WebhookChanged e -> next.put(id, require(before, id).by(e.terms(), at));
      case WebhookPaused e -> next.put(id, require(before, id).paused(true, e.reason(), at));
      case WebhookResumed ignored -> next.put(id, require(before, id).paused(false, null, at));
      case WebhookRemoved ignored -> next.remove(id);
      case WebhookSecretRotated e ->
          next.put(id, require(before, id).rotated(e.secretNumber(), e.oldValidUntil(), at));
      case WebhookReplayed e ->
          next.put(id, require(before, id).replayed(e.afterPosition(), e.afterChange(), at));
    }
    return new Webhooks(at, Collections.unmodifiableMap(next));
  }

  private static Webhook require(@Nullable Webhooks before, String id) {
    Webhook known = before == null ? null : before.webhooks.get(id);
    if (known == null) {
      throw new IllegalStateException("no such webhook: " + id);
    }
    return known;
  }
}
