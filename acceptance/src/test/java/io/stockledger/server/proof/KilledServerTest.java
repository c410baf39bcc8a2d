package io.stockledger.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.database.Databases;
import io.stockledger.server.database.LedgerDatabase;
import io.stockledger.server.proof.ItemHistory.Answered;
import io.stockledger.server.settings.StockledgerSettings;
import io.stockledger.server.wiring.OfflineTasks;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server is killed while clients write, at a moment that comes from {@code -Dkill.seed=…}; more
 * often with {@code -Dkill.times=…}.
 */
@Execution(ExecutionMode.CONCURRENT)
class KilledServerTest {
  private static final int KILLS = Integer.getInteger("kill.times", 1);
  private static final int CLIENTS = 4;
  private static final String SKU = "S";
  private static final List<String> LOCATIONS = List.of("L0", "L1", "L2");
  private static final JsonMapper JSON = JsonMapper.shared();

  /** In the order of the keys of each client; answered or not. */
  private final Map<String, Sent> sent = new ConcurrentHashMap<>();

  private final Map<String, HttpResponse<String>> answers = new ConcurrentHashMap<>();

  private record Sent(String key, String path, String body) {}

  @Test
  void what_was_answered_outlives_kills_and_a_rebuild_comes_to_the_same(
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path data) throws Exception {
    long seed = Long.getLong("kill.seed", System.nanoTime());
    System.out.println("kill.seed=" + seed);
    Random random = new Random(seed);
    ChildServer server = ChildServer.start(data);
    String key = prepare(server);
    try {
      for (int kill = 1; kill <= KILLS; kill++) {
        writeUntilKilled(server, key, random, "k" + kill);
        server = ChildServer.start(data);
        nothingIsLost(server, key);
      }
      everyItemIsItsHistory(server, key);
    } finally {
      server.close();
    }
    StockledgerSettings settings = settings(data);
    assertThat(differences(settings)).isEmpty();
    tamper(settings);
    assertThat(differences(settings)).singleElement().asString().contains("available", "L1");
  }

  private static String prepare(ChildServer server) throws Exception {
    String operator = server.operatorKey();
    String client = "{\"client\":\"c\",\"roles\":[\"integration\"]}";
    HttpResponse<String> issued =
        server.write(operator, "POST", "/v1/credentials", client, "client");
    String key = JSON.readTree(issued.body()).path("key").asString();
    server.read(
        operator, "/v1/credentials", JSON.readTree(issued.body()).path("position").asLong());
    server.write(key, "PUT", "/v1/products/" + SKU, "{\"name\":\"Thing\"}", "product");
    for (String location : LOCATIONS) {
      String place = "{\"name\":\"One\",\"kind\":\"store\",\"timeZone\":\"Europe/Vienna\"}";
      assertThat(
              server.write(key, "PUT", "/v1/locations/" + location, place, location).statusCode())
          .isEqualTo(201);
    }
    return key;
  }

  private void writeUntilKilled(ChildServer server, String key, Random random, String cycle)
      throws Exception {
    CountDownLatch written = new CountDownLatch(20 + random.nextInt(60));
    Duration pause = Duration.ofNanos(random.nextInt(20_000_000));
    List<Future<Void>> done = new ArrayList<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CLIENTS; i++) {
        String name = cycle + "c" + i;
        Random own = new Random(random.nextLong());
        done.add(clients.submit(() -> writeOn(server, key, own, name, written)));
      }
      assertThat(written.await(60, TimeUnit.SECONDS)).isTrue();
      // not just after an answer, but anywhere between two of them
      LockSupport.parkNanos(pause.toNanos());
      server.kill();
    }
    for (Future<Void> client : done) {
      client.get();
    }
    System.out.printf("%d sent, %d answered%n", sent.size(), answers.size());
    assertThat(answers).isNotEmpty();
  }

  /** Until nobody answers any more. */
  private Void writeOn(
      ChildServer server, String key, Random random, String name, CountDownLatch written)
      throws InterruptedException {
    for (int i = 0; ; i++) {
      Sent request = request(name + "-" + i, random);
      sent.put(request.key, request);
      try {
        HttpResponse<String> answer =
            server.write(key, "POST", request.path, request.body, request.key);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201, 409, 404);
        answers.put(request.key, answer);
        written.countDown();
      } catch (java.io.IOException killed) {
        return null;
      }
    }
  }

  private static Sent request(String key, Random random) {
    String item = "/v1/stock/" + LOCATIONS.get(random.nextInt(LOCATIONS.size())) + "/" + SKU;
    String quantity = "{\"quantity\":" + (1 + random.nextInt(5)) + "}";
    return switch (random.nextInt(5)) {
      case 0, 1 -> new Sent(key, item + "/receive", quantity);
      case 2 -> new Sent(key, item + "/pick", quantity);
      case 3 -> new Sent(key, item + "/reserve", quantity);
      default -> new Sent(key, "/v1/reservations", "{\"lines\":[" + line(0) + "," + line(1) + "]}");
    };
  }

  private static String line(int location) {
    return "{\"location\":\"%s\",\"sku\":\"%s\",\"quantity\":1}"
        .formatted(LOCATIONS.get(location), SKU);
  }

  /** A repeat of what was answered is a replay; of what was not, either a replay or a decision. */
  private void nothingIsLost(ChildServer server, String key) throws Exception {
    for (Sent request : sent.values()) {
      HttpResponse<String> known = server.get(key, "/v1/commands/" + request.key);
      HttpResponse<String> again =
          server.write(key, "POST", request.path, request.body, request.key);
      boolean replayed = again.headers().firstValue("Idempotent-Replayed").isPresent();
      assertThat(replayed).as(request.key).isEqualTo(known.statusCode() == 200);
      HttpResponse<String> answered = answers.putIfAbsent(request.key, again);
      if (answered != null) {
        assertThat(replayed).as("%s: %s", request.key, answered.body()).isTrue();
        assertThat(again.statusCode()).isEqualTo(answered.statusCode());
        assertThat(again.body()).isEqualTo(answered.body());
      }
    }
  }

  private void everyItemIsItsHistory(ChildServer server, String key) throws Exception {
    List<Answered> all = new ArrayList<>();
    long position = 0;
    for (Map.Entry<String, HttpResponse<String>> answer : answers.entrySet()) {
      HttpResponse<String> said = answer.getValue();
      all.add(new Answered(answer.getKey(), said.statusCode(), JSON.readTree(said.body())));
      position = Math.max(position, said.headers().firstValueAsLong("Ledger-Position").orElse(0));
    }
    long upTo = position;
    for (String location : LOCATIONS) {
      String item = "/v1/stock/" + location + "/" + SKU;
      ItemHistory history = ItemHistory.of(item, path -> server.read(key, path, upTo));
      history.requireFolded();
      history.requireOnceEach(location, SKU, all);
      assertThat(server.read(key, item, upTo).path("figures"))
          .isEqualTo(history.last().path("figures"));
    }
  }

  private static StockledgerSettings settings(Path data) {
    var login = new StockledgerSettings.Login(null, null);
    return new StockledgerSettings(
        data,
        null,
        Duration.ofSeconds(30),
        1_024,
        Duration.ofDays(3),
        DataSize.ofMegabytes(64),
        new StockledgerSettings.Database(null, login, login, login, 2, 2),
        new StockledgerSettings.Projections(true));
  }

  /** The tables that a rebuild finds to differ, as it tells them. */
  private static List<String> differences(StockledgerSettings settings) {
    List<String> told = new ArrayList<>();
    boolean same = OfflineTasks.rebuild(settings, true, told::add);
    List<String> differing =
        told.stream()
            .filter(
                line -> line.contains("onlyLive") && !line.contains("onlyLive=0, onlyRebuilt=0"))
            .toList();
    assertThat(told).hasSizeGreaterThan(1);
    assertThat(same).as("%s", told).isEqualTo(differing.isEmpty());
    return differing;
  }

  /** One unit more in one row. */
  private static void tamper(StockledgerSettings settings) throws Exception {
    try (LedgerDatabase database = Databases.open(settings);
        Connection connection = database.connect(database.app());
        Statement statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "update readmodel.available set good = good + 1 where location = 'L1'"))
          .isEqualTo(1);
    }
  }
}
