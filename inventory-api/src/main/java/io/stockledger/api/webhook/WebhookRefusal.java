package io.stockledger.api.webhook;

import io.stockledger.api.Refusal;

/** Why webhooks stay as they are. */
public sealed interface WebhookRefusal extends Refusal {
  record UnknownWebhook(String webhookId) implements WebhookRefusal {
    @Override
    public String type() {
      return "unknown-webhook";
    }
  }

  /** There are as many as there may be. */
  record TooManyWebhooks(int limit) implements WebhookRefusal {
    @Override
    public String type() {
      return "too-many-webhooks";
    }
  }

  record DuplicateWebhook(String webhookId) implements WebhookRefusal {
    @Override
    public String type() {
      return "duplicate-id";
    }
  }

  /** Somebody else changed it since. */
  record StaleWebhookVersion(String webhookId, long expected, long actual)
      implements WebhookRefusal {
    @Override
    public String type() {
      return "version-mismatch";
    }
  }
}
