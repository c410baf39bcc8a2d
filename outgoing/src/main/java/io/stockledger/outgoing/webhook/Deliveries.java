package io.stockledger.outgoing.webhook;

import io.stockledger.outgoing.change.ChangeLog;
import io.stockledger.outgoing.webhook.EndpointRun.Rest;
import io.stockledger.outgoing.webhook.EndpointRun.Tables;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Delivers to all endpoints, each on a thread of its own, so that none waits for another. Of
 * several nodes one delivers to an endpoint at a time.
 */
public final class Deliveries implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

  /** How long a stop waits for rounds that are under way. */
  private static final Duration LAST_ROUND = Duration.ofSeconds(4);

  private final Endpoints endpoints;
  private final LedgerEntries entries;
  private final ChangeLog changes;
  private final Sender sender;
  private final DeliverySettings settings;
  private final InstantSource clock;
  private final JdbcClient jdbc;
  private final Tables tables;
  private final Reading reading;
  private final LostChanges lostChanges;
  private final Locks locks;
  private final Pulse pulse = new Pulse();
  private final Map<String, Thread> threads = new HashMap<>();
  private volatile Map<String, Endpoint> known = Map.of();
  private final Set<String> mine = ConcurrentHashMap.newKeySet();
  private @Nullable Thread overseer;
  private volatile boolean running;
  private long seenPosition = -1;
  private long seenChange = -1;
  private Instant looked = Instant.EPOCH;

  /**
   * @param dataSource whose search path is the schema of what was told; one connection is kept, and
   *     each endpoint takes one now and then
   */
  public Deliveries(
      DataSource dataSource,
      Endpoints endpoints,
      LedgerEntries entries,
      ChangeLog changes,
      HttpSender sender,
      JsonMapper json,
      DeliverySettings settings,
      DeliveryWatch watch,
      InstantSource clock) {
    this(dataSource, endpoints, entries, changes, (Sender) sender, json, settings, watch, clock);
  }

  Deliveries(
      DataSource dataSource,
      Endpoints endpoints,
      LedgerEntries entries,
      ChangeLog changes,
      Sender sender,
      JsonMapper json,
      DeliverySettings settings,
      DeliveryWatch watch,
      InstantSource clock) {
    this.endpoints = endpoints;
    this.entries = entries;
    this.changes = changes;
    this.sender = new WatchedSender(sender, watch);
    this.settings = settings;
    this.clock = clock;
    this.jdbc = JdbcClient.create(dataSource);
    this.tables =
        new Tables(
            new ProgressTable(dataSource),
            new DeliveryTable(dataSource),
            new TransactionTemplate(new JdbcTransactionManager(dataSource)));
    Messages messages = new Messages(json);
    this.reading = new Reading(entries, changes, messages);
    this.lostChanges = new LostChanges(tables, changes, messages, watch);
    this.locks = new Locks(dataSource);
  }

  public synchronized void start() {
    if (!running) {
      running = true;
      overseer = Thread.ofPlatform().name("webhooks").daemon().start(this::oversee);
    }
  }

  public boolean isRunning() {
    return running;
  }

  private void oversee() {
    while (running) {
      try {
        lookForEndpoints();
        lookForNews();
        Thread.sleep(settings.look());
      } catch (InterruptedException e) {
        return;
      } catch (SQLException | RuntimeException e) {
        letGo();
        log.warn("cannot look after webhooks, will try again", e);
        pause(settings.lookForEndpoints());
      }
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookForNews() {
    if (threads.isEmpty()) {
      return;
    }
    long position = entries.head();
    long change = changes.end();
    if (position != seenPosition || change != seenChange) {
      seenPosition = position;
      seenChange = change;
      pulse.beat();
    }
  }

  private void lookForEndpoints() throws SQLException {
    Instant now = clock.instant();
    if (now.isBefore(looked.plus(settings.lookForEndpoints()))) {
      return;
    }
    looked = now;
    // first these: what has progress now was registered before what is registered is read
    List<String> begun =
        jdbc.sql("select webhook from webhook_progress")
            .query((row, number) -> row.getString("webhook"))
            .list();
    Map<String, Endpoint> registered =
        endpoints.all().stream().collect(Collectors.toMap(Endpoint::webhook, Function.identity()));
    known = registered;
    Set<String> active =
        registered.values().stream()
            .filter(endpoint -> !endpoint.paused())
            .map(Endpoint::webhook)
            .collect(Collectors.toSet());
    Set<String> held = locks.hold(active);
    mine.retainAll(held);
    mine.addAll(held);
    threads.values().removeIf(thread -> !thread.isAlive());
    for (String webhook : held) {
      threads.computeIfAbsent(
          webhook, id -> Thread.ofVirtual().name("webhook " + id).start(() -> deliverTo(id)));
    }
    begun.stream().filter(webhook -> !registered.containsKey(webhook)).forEach(this::forget);
  }

  private void forget(String webhook) {
    tables.deliveries().removeAll(webhook);
    tables.progress().remove(webhook);
  }

  private void deliverTo(String webhook) {
    EndpointRun run =
        new EndpointRun(tables, reading, lostChanges, sender, endpoints, settings, clock);
    boolean begun = false;
    while (running && mine.contains(webhook)) {
      Endpoint endpoint = known.get(webhook);
      if (endpoint == null || endpoint.paused()) {
        return;
      }
      try {
        if (!begun) {
          tables.deliveries().dueNow(webhook); // resumed, or another node's before: no old pauses
          begun = true;
        }
        long seen = pulse.beats();
        Rest rest = run.round(endpoint, settings.lookForEndpoints());
        if (!rest.more()) {
          pulse.await(seen, Duration.between(clock.instant(), rest.until()));
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (running) {
          log.warn("cannot deliver to webhook {} now, will try again", webhook, e);
        }
        pause(settings.lookForEndpoints());
      }
    }
  }

  /** None is this node's any more: each ends with its round. */
  private void letGo() {
    mine.clear();
    looked = Instant.EPOCH;
    pulse.beat();
  }

  /**
   * Rounds end by themselves first, so that what was taken is remembered; the rest is broken off.
   */
  @Override
  public synchronized void close() {
    running = false;
    Thread ending = overseer;
    overseer = null;
    try {
      if (ending != null) {
        ending.interrupt();
        ending.join(LAST_ROUND);
      }
      letGo();
      Instant deadline = clock.instant().plus(LAST_ROUND);
      for (Thread thread : threads.values()) {
        Duration left = Duration.between(clock.instant(), deadline);
        if (!left.isPositive() || !thread.join(left)) {
          thread.interrupt();
        }
      }
    } catch (InterruptedException e) {
      threads.values().forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
    }
    locks.close();
  }
}
