package io.stockledger.outgoing.webhook;

import io.stockledger.api.Page;
import io.stockledger.api.webhook.WebhookDeliveriesView.DeliveryCard;
import io.stockledger.api.webhook.WebhookView.Standing;
import io.stockledger.outgoing.change.ChangeLog;
import io.stockledger.outgoing.change.LoggedChange;
import io.stockledger.outgoing.webhook.DeliveryTable.Line;
import io.stockledger.outgoing.webhook.LedgerEntries.LedgerEntry;
import io.stockledger.outgoing.webhook.Message.Source;
import io.stockledger.outgoing.webhook.ProgressTable.Health;
import io.stockledger.outgoing.webhook.ProgressTable.Reached;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Tells how deliveries do, and takes what people ask of them. */
public final class DeliveryDesk {
  private static final Pattern DELIVERY = Pattern.compile("(entry|change|lost)-([0-9]{1,18})");

  private final ProgressTable progress;
  private final DeliveryTable deliveries;
  private final LedgerEntries entries;
  private final ChangeLog changes;
  private final Sender sender;
  private final Messages messages;
  private final InstantSource clock;

  public DeliveryDesk(
      DataSource dataSource,
      LedgerEntries entries,
      ChangeLog changes,
      HttpSender sender,
      JsonMapper json,
      InstantSource clock) {
    this(dataSource, entries, changes, (Sender) sender, json, clock);
  }

  DeliveryDesk(
      DataSource dataSource,
      LedgerEntries entries,
      ChangeLog changes,
      Sender sender,
      JsonMapper json,
      InstantSource clock) {
    this.progress = new ProgressTable(dataSource);
    this.deliveries = new DeliveryTable(dataSource);
    this.entries = entries;
    this.changes = changes;
    this.sender = sender;
    this.messages = new Messages(json);
    this.clock = clock;
  }

  /** How an endpoint does; before its first delivery it is where it begins. */
  public Standing standing(Endpoint endpoint) {
    String webhook = endpoint.webhook();
    Reached reached = reached(endpoint);
    Health health = progress.health(webhook).orElse(Health.NEW);
    return new Standing(
        reached.position(),
        reached.change(),
        lagSeconds(endpoint, reached),
        health.delivered(),
        health.deliveredAt(),
        deliveries.count(webhook, "waiting"),
        deliveries.count(webhook, "retrying"),
        deliveries.count(webhook, "parked"),
        health.failingSince(),
        health.lastFailureAt(),
        health.lastFailure(),
        health.lost());
  }

  private Reached reached(Endpoint endpoint) {
    return progress
        .find(endpoint.webhook())
        .filter(found -> found.replays() >= endpoint.replays())
        .orElseGet(
            () ->
                new Reached(endpoint.replays(), endpoint.afterPosition(), endpoint.afterChange()));
  }

  /** How many messages of all endpoints wait or are retried. */
  public long pending() {
    return deliveries.backlog().pending();
  }

  /** How many messages of all endpoints were not taken for three days. */
  public long parked() {
    return deliveries.backlog().parked();
  }

  /** Seconds since the oldest happened that an endpoint did not take yet; 0 for none. */
  public long lagSeconds(Endpoint endpoint) {
    return lagSeconds(endpoint, reached(endpoint));
  }

  /** Seconds by which an endpoint is behind with the changes of its channels. */
  public long changeLagSeconds(Endpoint endpoint) {
    long after =
        progress.find(endpoint.webhook()).map(Reached::change).orElse(endpoint.afterChange());
    return secondsSince(
        oldest(deliveries.oldest(endpoint.webhook()), oldestChange(endpoint, after)));
  }

  private long lagSeconds(Endpoint endpoint, Reached reached) {
    Optional<Instant> held = deliveries.oldest(endpoint.webhook());
    Optional<Instant> unread =
        oldest(oldestChange(endpoint, reached.change()), oldestEntry(endpoint, reached));
    return secondsSince(oldest(held, unread));
  }

  private Optional<Instant> oldestEntry(Endpoint endpoint, Reached reached) {
    return endpoint.entries().isEmpty()
        ? Optional.empty()
        : entries.after(reached.position(), 1).entries().stream()
            .map(LedgerEntry::recordedAt)
            .findFirst();
  }

  private Optional<Instant> oldestChange(Endpoint endpoint, long after) {
    return endpoint.channels().stream()
        .flatMap(channel -> changes.after(channel, after, 1).stream())
        .map(LoggedChange::changedAt)
        .min(Instant::compareTo);
  }

  private static Optional<Instant> oldest(Optional<Instant> one, Optional<Instant> other) {
    return one.isPresent() && (other.isEmpty() || one.get().isBefore(other.get())) ? one : other;
  }

  private long secondsSince(Optional<Instant> moment) {
    return moment
        .map(since -> Math.max(0, Duration.between(since, clock.instant()).toSeconds()))
        .orElse(0L);
  }

  /**
   * What is not delivered, and one more than the limit where there is more.
   *
   * @param state only those in it
   * @param after the delivery that was told last; empty for the beginning
   */
  public List<DeliveryCard> list(
      String webhook, @Nullable String state, Optional<String> after, Page page) {
    Matcher behind = DELIVERY.matcher(after.orElse(""));
    boolean given = behind.matches();
    return deliveries
        .list(
            webhook,
            state,
            given ? behind.group(1) : "",
            given ? Long.parseLong(behind.group(2)) : 0,
            page.limit() + 1)
        .stream()
        .map(line -> card(webhook, line))
        .toList();
  }

  public static boolean isDeliveryId(String id) {
    return DELIVERY.matcher(id).matches();
  }

  private static DeliveryCard card(String webhook, Line line) {
    Message message = line.message();
    return new DeliveryCard(
        message.source().word() + "-" + message.number(),
        message.id(webhook),
        message.type(),
        message.lane(),
        message.happenedAt(),
        line.state(),
        line.attempts(),
        line.firstAt(),
        line.lastAt(),
        line.nextAt(),
        line.lastFailure());
  }

  /** Whether something waits, is retried or is parked under that id. */
  public boolean has(String webhook, String deliveryId) {
    Matcher found = DELIVERY.matcher(deliveryId);
    return found.matches()
        && deliveries.has(webhook, Source.ofWord(found.group(1)), Long.parseLong(found.group(2)));
  }

  /**
   * Has one tried again at once, a parked one for another three days.
   *
   * @return false where there is no such one
   */
  public boolean retry(String webhook, String deliveryId) {
    Matcher found = DELIVERY.matcher(deliveryId);
    return found.matches()
        && deliveries.retry(webhook, Source.ofWord(found.group(1)), Long.parseLong(found.group(2)));
  }

  /**
   * What came of a ping.
   *
   * @param status absent where nobody answered
   * @param failure absent where it was taken
   */
  public record Pinged(String messageId, @Nullable Integer status, @Nullable String failure) {}

  /**
   * Sends a ping, now and once.
   *
   * @param name makes its {@code webhook-id}
   */
  public Pinged ping(Endpoint endpoint, String name) throws InterruptedException {
    Instant now = clock.instant();
    String id = "msg_" + endpoint.webhook() + "-ping-" + name;
    String body = messages.ping(endpoint.webhook(), "ping-" + name, now);
    long timestamp = now.getEpochSecond();
    Sender.Answered answered =
        sender.send(
            new Sender.Request(
                endpoint.url(),
                id,
                timestamp,
                Signature.of(endpoint.secrets(), id, timestamp, body),
                body));
    return new Pinged(id, answered.status(), answered.failure());
  }
}
