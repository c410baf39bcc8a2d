package io.stockledger.api.webhook;

import io.stockledger.api.Answer.View;
import io.stockledger.api.webhook.WebhookView.WebhookCard;
import java.time.Instant;
import java.util.List;

/** All webhooks, by id. */
public record WebhooksView(List<WebhookCard> items, long position, Instant asOf, String stamp)
    implements View {}
