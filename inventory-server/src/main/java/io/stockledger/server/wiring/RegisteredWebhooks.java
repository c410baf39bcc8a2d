package io.stockledger.server.wiring;

import io.stockledger.api.Page;
import io.stockledger.api.webhook.WebhookCommand;
import io.stockledger.api.webhook.WebhookCommand.PauseWebhook;
import io.stockledger.api.webhook.WebhookDeliveriesView;
import io.stockledger.api.webhook.WebhookDeliveriesView.DeliveryCard;
import io.stockledger.api.webhook.WebhookView;
import io.stockledger.api.webhook.WebhookView.WebhookCard;
import io.stockledger.api.webhook.WebhooksView;
import io.stockledger.command.webhook.Webhooks;
import io.stockledger.command.webhook.Webhooks.Webhook;
import io.stockledger.command.webhook.WebhooksAggregate;
import io.stockledger.ledger.LedgerRepository;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.outgoing.change.ChangeLog;
import io.stockledger.outgoing.change.ConsumerLag;
import io.stockledger.outgoing.webhook.DeliveryDesk;
import io.stockledger.outgoing.webhook.Endpoint;
import io.stockledger.outgoing.webhook.Endpoints;
import io.stockledger.outgoing.webhook.Secrets;
import io.stockledger.query.reading.Stamps;
import io.stockledger.server.webhook.WebhookBook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Webhooks as the ledger has them, for those who deliver and for those who ask. */
final class RegisteredWebhooks implements WebhookBook, Endpoints, ConsumerLag {
  private static final Logger log = LoggerFactory.getLogger(RegisteredWebhooks.class);

  private static final int PATIENCE_SECONDS = 10;

  private final LedgerRepository<WebhooksAggregate, Webhooks> repository;
  private final Secrets secrets;
  private final DeliveryDesk desk;
  private final ChangeLog changes;
  private final LedgerFeed feed;
  private final CommandGateway gateway;
  private final InstantSource clock;

  RegisteredWebhooks(
      LedgerRepository<WebhooksAggregate, Webhooks> repository,
      Secrets secrets,
      DeliveryDesk desk,
      ChangeLog changes,
      LedgerFeed feed,
      CommandGateway gateway,
      InstantSource clock) {
    this.repository = repository;
    this.secrets = secrets;
    this.desk = desk;
    this.changes = changes;
    this.feed = feed;
    this.gateway = gateway;
    this.clock = clock;
  }

  private Collection<Webhook> registered() {
    Webhooks state = repository.stateOf(WebhookCommand.STREAM);
    return state == null ? List.of() : state.webhooks().values();
  }

  private Optional<Webhook> find(String webhookId) {
    return registered().stream().filter(one -> one.webhookId().equals(webhookId)).findFirst();
  }

  @Override
  public List<Endpoint> all() {
    Instant now = clock.instant();
    return registered().stream().map(one -> endpoint(one, now)).toList();
  }

  private Endpoint endpoint(Webhook one, Instant now) {
    List<byte[]> signing = new ArrayList<>();
    signing.add(secrets.of(one.webhookId(), one.secretNumber()));
    if (one.oldSecretUntil() != null && now.isBefore(one.oldSecretUntil())) {
      signing.add(secrets.of(one.webhookId(), one.secretNumber() - 1));
    }
    return new Endpoint(
        one.webhookId(),
        one.terms().url(),
        Set.copyOf(one.terms().channels()),
        one.terms().entries(),
        Set.copyOf(one.terms().locations()),
        Set.copyOf(one.terms().skus()),
        signing,
        one.paused(),
        one.replays(),
        one.afterPosition(),
        one.afterChange());
  }

  @Override
  public void gone(String webhook) {
    try {
      gateway.sendAndWait(
          new PauseWebhook(webhook, "gone", null), PATIENCE_SECONDS, TimeUnit.SECONDS);
      log.info("webhook {} is paused: its receiver says that it is gone", webhook);
    } catch (RuntimeException fault) {
      log.warn("cannot pause webhook {}, whose receiver is gone; will try again", webhook, fault);
    }
  }

  @Override
  public WebhooksView list() {
    long position = feed.headPosition();
    Instant now = clock.instant();
    List<WebhookCard> cards = registered().stream().map(one -> card(one, now)).toList();
    return new WebhooksView(cards, position, now, Stamps.of(cards));
  }

  @Override
  public Optional<WebhookView> one(String webhookId) {
    long position = feed.headPosition();
    Instant now = clock.instant();
    return find(webhookId)
        .map(one -> card(one, now))
        .map(card -> new WebhookView(card, position, now, Stamps.of(card)));
  }

  private WebhookCard card(Webhook one, Instant now) {
    Instant until = one.oldSecretUntil();
    return new WebhookCard(
        one.webhookId(),
        one.terms(),
        one.paused() ? "paused" : "active",
        one.pausedBecause(),
        until != null && now.isBefore(until) ? until : null,
        one.version(),
        one.registeredAt(),
        one.recordedAt(),
        desk.standing(endpoint(one, now)));
  }

  @Override
  public Optional<Endpoint> endpoint(String webhookId) {
    return find(webhookId).map(one -> endpoint(one, clock.instant()));
  }

  @Override
  public WebhookDeliveriesView deliveries(String webhookId, @Nullable String state, Page page) {
    long position = feed.headPosition();
    List<DeliveryCard> found =
        desk.list(webhookId, state, Optional.ofNullable(page.cursor()), page);
    boolean more = found.size() > page.limit();
    List<DeliveryCard> items = more ? found.subList(0, page.limit()) : found;
    return new WebhookDeliveriesView(
        items,
        more ? items.getLast().deliveryId() : null,
        position,
        clock.instant(),
        Stamps.of(items));
  }

  @Override
  public long lastChange() {
    return changes.end();
  }

  /** Of the webhook that is furthest behind with a channel; those that are paused do not count. */
  @Override
  public long secondsBehind(String channel) {
    return secondsBehind(endpoint -> endpoint.channels().contains(channel));
  }

  /** Of the one that is furthest behind with whatever channels it is told of. */
  long secondsBehind() {
    return secondsBehind(endpoint -> !endpoint.channels().isEmpty());
  }

  /** Age of the oldest that one of them did not take yet; those that are paused do not count. */
  long oldestSeconds() {
    return all().stream()
        .filter(endpoint -> !endpoint.paused())
        .mapToLong(desk::lagSeconds)
        .max()
        .orElse(0);
  }

  private long secondsBehind(Predicate<Endpoint> counts) {
    return all().stream()
        .filter(endpoint -> !endpoint.paused())
        .filter(counts)
        .mapToLong(desk::changeLagSeconds)
        .max()
        .orElse(0);
  }
}
