package io.stockledger.outgoing.webhook;

import io.stockledger.api.webhook.WebhookView.ChangesLost;
import io.stockledger.outgoing.change.ChangeLog;
import io.stockledger.outgoing.webhook.DeliveryTable.Line;
import io.stockledger.outgoing.webhook.EndpointRun.Tables;
import io.stockledger.outgoing.webhook.ProgressTable.Health;
import io.stockledger.outgoing.webhook.ProgressTable.Reached;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that changes are not kept any more which an endpoint was not told: the endpoint and the
 * operator are told so, and the endpoint goes on with what is kept. What is lost and not told yet
 * is one message, which grows for as long as the endpoint takes nothing.
 */
final class LostChanges {
  private static final Logger log = LoggerFactory.getLogger(LostChanges.class);

  private final Tables tables;
  private final ChangeLog changes;
  private final Messages messages;
  private final DeliveryWatch watch;

  LostChanges(Tables tables, ChangeLog changes, Messages messages, DeliveryWatch watch) {
    this.tables = tables;
    this.changes = changes;
    this.messages = messages;
    this.watch = watch;
  }

  /** Its place moves to the beginning of what is kept, together with the message about it. */
  void note(Endpoint endpoint, Reached reached, Instant now) {
    String webhook = endpoint.webhook();
    long last = changes.begin();
    boolean grows = tables.deliveries().head(webhook, Messages.LOST_LANE).isPresent();
    long first = grows ? firstOf(webhook, reached) : reached.change() + 1;
    Message told = messages.lost(endpoint, first, last, now);
    tables
        .together()
        .executeWithoutResult(
            transaction -> {
              if (!grows || !tables.deliveries().replaceLost(webhook, told)) {
                tables.deliveries().add(webhook, Line.waiting(told));
              }
              tables.progress().lost(webhook, new ChangesLost(first, last, now));
              Reached kept = new Reached(reached.replays(), reached.position(), last);
              tables.progress().move(webhook, reached, kept);
            });
    if (!grows) {
      log.warn(
          "webhook {} was not told changes {} to {}: they are not kept any more",
          webhook,
          first,
          last);
      watch.lost();
    }
  }

  private long firstOf(String webhook, Reached reached) {
    ChangesLost known = tables.progress().health(webhook).map(Health::lost).orElse(null);
    return known == null ? reached.change() + 1 : known.firstChange();
  }
}
