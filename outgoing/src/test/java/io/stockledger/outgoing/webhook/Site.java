package io.stockledger.outgoing.webhook;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.stockledger.api.channel.OfferState;
import io.stockledger.api.channel.Offered;
import io.stockledger.outgoing.change.ChangeLog;
import io.stockledger.outgoing.change.LoggedChange;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A database, a ledger and a log of changes in memory, and those who deliver. */
final class Site implements AutoCloseable, Endpoints, LedgerEntries, ChangeLog {
  static final DeliverySettings QUICK =
      new DeliverySettings(
          4,
          50,
          1_000,
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          Duration.ofMillis(100),
          Duration.ofDays(3),
          Duration.ofMillis(10),
          Duration.ofMillis(50));

  private static final int CONNECTIONS = 16;

  private static final EmbeddedPostgres POSTGRES = start();
  private static int schemas;

  final Map<String, Endpoint> registered = new ConcurrentHashMap<>();
  final Set<String> gone = ConcurrentHashMap.newKeySet();
  final List<LedgerEntry> ledger = new ArrayList<>();
  final List<LoggedChange> log = new ArrayList<>();
  final Watched watched = new Watched();
  final Map<String, String> names = new ConcurrentHashMap<>();
  final HikariDataSource dataSource;
  final Secrets secrets;
  final HttpSender sender;
  final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, Long> versions = new HashMap<>();
  private final List<Deliveries> nodes = new ArrayList<>();
  private long forgotten;

  Site() {
    dataSource = schema();
    secrets = new Secrets(dataSource);
    sender = newSender();
  }

  /** One that may send to this machine, and finds the addresses of hosts in {@link #names}. */
  HttpSender newSender() {
    return new HttpSender(
        new Addresses(List.of("127.0.0.0/8"), this::resolve),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2));
  }

  private InetAddress[] resolve(String host) throws java.net.UnknownHostException {
    return InetAddress.getAllByName(names.getOrDefault(host, host));
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a server has it, a pool: a connection anew for each question took most of the time. */
  private static synchronized HikariDataSource schema() {
    String schema = "outgoing" + schemas++;
    new JdbcTemplate(POSTGRES.getPostgresDatabase()).execute("create schema " + schema);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(POSTGRES.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    HikariDataSource source = new HikariDataSource(config);
    for (String script : List.of("V2__webhooks.sql", "V5__changes_lost.sql")) {
      try (InputStream in = Site.class.getResourceAsStream("/db/outgoing/" + script)) {
        new JdbcTemplate(source)
            .execute(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return source;
  }

  /** Begins to deliver, as a node of its own. */
  Deliveries node(DeliverySettings settings) {
    return node(settings, sender, InstantSource.system());
  }

  Deliveries node(DeliverySettings settings, Sender by, InstantSource clock) {
    Deliveries node =
        new Deliveries(dataSource, this, this, this, by, json, settings, watched, clock);
    nodes.add(node);
    node.start();
    return node;
  }

  DeliveryDesk desk() {
    return new DeliveryDesk(dataSource, this, this, sender, json, InstantSource.system());
  }

  Endpoint register(String webhook, String url) {
    Endpoint endpoint =
        new Endpoint(
            webhook,
            url,
            Set.of("web"),
            List.of("stock.*"),
            Set.of(),
            Set.of(),
            List.of(secrets.of(webhook, 1)),
            false,
            0,
            0,
            0);
    registered.put(webhook, endpoint);
    return endpoint;
  }

  Endpoint endpoint(String webhook) {
    return Objects.requireNonNull(registered.get(webhook));
  }

  synchronized LedgerEntry happens(String sku, String type) {
    long version = versions.merge(sku, 1L, Long::sum);
    LedgerEntry entry =
        new LedgerEntry(
            ledger.size() + 1,
            "stock:L/" + sku,
            "L",
            sku,
            version,
            type,
            Instant.now(),
            Instant.now(),
            "{\"quantity\":1}",
            null,
            null);
    ledger.add(entry);
    return entry;
  }

  synchronized void changes(String channel, String sku, long sellable) {
    log.add(
        new LoggedChange(
            log.size() + 1,
            channel,
            "L",
            sku,
            null,
            new Offered(OfferState.IN_STOCK, sellable, null, null, true),
            1,
            1,
            1,
            "stock",
            Instant.now()));
  }

  @Override
  public List<Endpoint> all() {
    return List.copyOf(registered.values());
  }

  @Override
  public void gone(String webhook) {
    gone.add(webhook);
  }

  @Override
  public synchronized Found after(long position, int limit) {
    List<LedgerEntry> found =
        ledger.stream().filter(e -> e.position() > position).limit(limit).toList();
    return new Found(found, found.isEmpty() ? position : found.getLast().position());
  }

  @Override
  public synchronized long head() {
    return ledger.size();
  }

  @Override
  public synchronized List<LoggedChange> after(String channel, long after, int limit) {
    return log.stream()
        .filter(change -> change.id() > forgotten)
        .filter(change -> change.channel().equals(channel) && change.id() > after)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized long end() {
    return log.size();
  }

  @Override
  public synchronized long begin() {
    return forgotten;
  }

  /** Changes up to it are not kept any more. */
  synchronized void forget(long change) {
    forgotten = change;
  }

  /** What was counted. */
  static final class Watched implements DeliveryWatch {
    final Map<Outcome, Integer> attempts = new ConcurrentHashMap<>();
    final AtomicInteger losses = new AtomicInteger();

    @Override
    public void attempted(Outcome outcome, Duration took) {
      assertThat(took).isPositive();
      attempts.merge(outcome, 1, Integer::sum);
    }

    @Override
    public void lost() {
      losses.incrementAndGet();
    }
  }

  static void until(BooleanSupplier condition) {
    await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(5, MILLISECONDS)
        .until(condition::getAsBoolean);
  }

  @Override
  public void close() throws IOException {
    nodes.forEach(Deliveries::close);
    sender.close();
    dataSource.close();
  }
}
