package io.stockledger.server.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stockledger.outgoing.webhook.Receiver;
import io.stockledger.outgoing.webhook.Receiver.Taken;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server is killed while a shop is down and has not been told everything. What is written comes
 * from {@code -Dkill.seed=…}.
 */
@Execution(ExecutionMode.CONCURRENT)
class KilledWebhooksTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int ITEMS = 5;

  /** So many entries has the item of each SKU. */
  private final Map<String, Long> written = new TreeMap<>();

  private String key = "";
  private String webhook = "";

  @Test
  void who_was_down_when_the_server_was_killed_is_told_everything_and_in_order(
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path data) throws Exception {
    long seed = Long.getLong("kill.seed", System.nanoTime());
    System.out.println("kill.seed=" + seed);
    Random random = new Random(seed);
    String allowed = "--stockledger.webhooks.allowed-networks=127.0.0.0/8";
    ChildServer server = ChildServer.start(data, allowed);
    try (Receiver shop = new Receiver()) {
      prepare(server, shop);
      tellSomeAndThenNobody(server, shop, random);
      server.kill();
      int before = shop.firsts().size();
      shop.comeUp();
      server = ChildServer.start(data, allowed);
      write(server, random, 10);
      everythingIsTold(server, shop);
      assertThat(shop.firsts().size()).isGreaterThan(before + 20);
    } finally {
      server.close();
    }
  }

  private void tellSomeAndThenNobody(ChildServer server, Receiver shop, Random random)
      throws Exception {
    write(server, random, 10);
    await().atMost(PATIENCE).until(() -> shop.firsts().size() >= 5);
    shop.goDown();
    write(server, random, 40);
    await().atMost(PATIENCE).until(() -> standing(server).path("retrying").asLong() > 0);
  }

  /** Every entry of every item from the first on, and every change that the log has. */
  private void everythingIsTold(ChildServer server, Receiver shop) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(entriesOf(shop)).isEqualTo(everyVersion());
              assertThat(changesToldTo(shop))
                  .isNotEmpty()
                  .containsExactlyInAnyOrderElementsOf(changesOf(server));
              assertThat(standing(server).path("lagSeconds").asLong()).isZero();
            });
    changesByItem(shop).values().forEach(changes -> assertThat(changes).isSorted());
  }

  private void prepare(ChildServer server, Receiver shop) throws Exception {
    String operator = server.operatorKey();
    JsonNode issued =
        write(
            server,
            operator,
            "POST",
            "/v1/credentials",
            "{\"client\":\"c\",\"roles\":[\"manager\",\"integration\",\"operator\"]}");
    key = issued.path("key").asString();
    server.read(operator, "/v1/credentials", issued.path("position").asLong());
    write(server, key, "PUT", "/v1/locations/L", "{\"name\":\"L\",\"kind\":\"store\"}");
    for (int i = 0; i < ITEMS; i++) {
      write(server, key, "PUT", "/v1/products/S" + i, "{\"name\":\"Thing\"}");
    }
    write(server, key, "PUT", "/v1/channels/web", "{\"name\":\"Web\"}");
    JsonNode made =
        write(
            server,
            key,
            "POST",
            "/v1/webhooks",
            "{\"url\":\"%s\",\"channels\":[\"web\"],\"entries\":[\"stock.*\"],\"afterChange\":0}"
                .formatted(shop.url()));
    webhook = made.path("webhookId").asString();
  }

  private void write(ChildServer server, Random random, int many) throws Exception {
    for (int i = 0; i < many; i++) {
      String sku = "S" + random.nextInt(ITEMS);
      String body = "{\"quantity\":" + (1 + random.nextInt(5)) + "}";
      write(server, key, "POST", "/v1/stock/L/" + sku + "/receive", body);
      written.merge(sku, 1L, Long::sum);
    }
  }

  private static JsonNode write(
      ChildServer server, String key, String method, String path, String body) throws Exception {
    HttpResponse<String> answer =
        server.write(key, method, path, body, UUID.randomUUID().toString());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return JSON.readTree(answer.body());
  }

  private JsonNode standing(ChildServer server) throws Exception {
    return JSON.readTree(server.get(key, "/v1/webhooks/" + webhook).body()).path("standing");
  }

  /** What the log of changes has. */
  private List<Long> changesOf(ChildServer server) throws Exception {
    String list = server.get(key, "/v1/channels/web/changes?limit=1000").body();
    return JSON.readTree(list)
        .path("items")
        .valueStream()
        .map(change -> change.path("id").asLong())
        .toList();
  }

  private static Stream<JsonNode> told(Receiver shop) {
    return shop.firsts().stream().map(Taken::json);
  }

  private static boolean isChange(JsonNode event) {
    return event.path("type").asString().equals("channel.availability-changed");
  }

  private static List<Long> changesToldTo(Receiver shop) {
    return told(shop)
        .filter(KilledWebhooksTest::isChange)
        .map(event -> event.at("/data/change").asLong())
        .toList();
  }

  private static Map<String, List<Long>> changesByItem(Receiver shop) {
    Map<String, List<Long>> changes = new LinkedHashMap<>();
    told(shop)
        .filter(KilledWebhooksTest::isChange)
        .forEach(
            event ->
                changes
                    .computeIfAbsent(event.path("subject").asString(), item -> new ArrayList<>())
                    .add(event.at("/data/change").asLong()));
    return changes;
  }

  /** Versions of the entries by SKU, as they were told first. */
  private static Map<String, List<Long>> entriesOf(Receiver shop) {
    Map<String, List<Long>> versions = new TreeMap<>();
    told(shop)
        .filter(event -> !isChange(event))
        .forEach(
            event ->
                versions
                    .computeIfAbsent(event.at("/data/sku").asString(), sku -> new ArrayList<>())
                    .add(event.at("/data/version").asLong()));
    return versions;
  }

  private Map<String, List<Long>> everyVersion() {
    Map<String, List<Long>> versions = new TreeMap<>();
    written.forEach(
        (sku, last) -> versions.put(sku, LongStream.rangeClosed(1, last).boxed().toList()));
    return versions;
  }
}
