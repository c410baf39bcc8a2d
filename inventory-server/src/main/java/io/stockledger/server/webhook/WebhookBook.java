package io.stockledger.server.webhook;

import io.stockledger.api.Page;
import io.stockledger.api.webhook.WebhookDeliveriesView;
import io.stockledger.api.webhook.WebhookView;
import io.stockledger.api.webhook.WebhooksView;
import io.stockledger.outgoing.webhook.Endpoint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is registered now, and how it does. */
public interface WebhookBook {
  WebhooksView list();

  Optional<WebhookView> one(String webhookId);

  /** It as deliveries see it. */
  Optional<Endpoint> endpoint(String webhookId);

  /**
   * What of it is not delivered.
   *
   * @param state only those in it
   */
  WebhookDeliveriesView deliveries(String webhookId, @Nullable String state, Page page);

  /** The last change of what channels see. */
  long lastChange();
}
