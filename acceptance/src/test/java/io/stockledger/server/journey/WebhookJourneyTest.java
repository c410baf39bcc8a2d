package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stockledger.outgoing.webhook.Receiver;
import io.stockledger.outgoing.webhook.Receiver.Taken;
import io.stockledger.server.journey.RunningServer.Said;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A shop is told what happens, from its registration to its removal. */
class WebhookJourneyTest {
  private static RunningServer server;
  private static Receiver shop;
  private static String manager;
  private static String integration;

  @BeforeAll
  static void open() throws Exception {
    server =
        RunningServer.alone(
            "--stockledger.webhooks.allowed-networks=127.0.0.0/8",
            "--management.endpoints.web.exposure.include=health,metrics");
    manager = server.keyOf("\"manager\"", "");
    integration = server.keyOf("\"integration\",\"operator\"", "");
    shop = new Receiver();
    server.write(
        integration,
        "PUT",
        "/v1/locations/W1",
        "{\"name\":\"W\",\"kind\":\"store\",\"timeZone\":\"Europe/Vienna\"}");
    server.write(integration, "PUT", "/v1/products/HOOK", "{\"name\":\"Hook\"}");
  }

  @AfterAll
  static void close() {
    server.close();
    shop.close();
  }

  private static Said register(String path, String more) throws Exception {
    return server.write(
        manager,
        "POST",
        "/v1/webhooks",
        "{\"url\":\"" + shop.url(path) + "\",\"entries\":[\"stock.*\"]" + more + "}");
  }

  /** With nothing but one of its lists. */
  private static Said register(String path, String list, String names) throws Exception {
    return post(
        "/v1/webhooks", "{\"url\":\"" + shop.url(path) + "\",\"" + list + "\":" + names + "}");
  }

  private static Said post(String path, String body) throws Exception {
    return server.write(manager, "POST", path, body);
  }

  private static List<Taken> at(String path) {
    return shop.heard().stream().filter(one -> one.path().equals(path)).toList();
  }

  private static void until(Condition condition) {
    await().atMost(Duration.ofMinutes(1)).until(condition::holds);
  }

  /** Something that comes to pass. */
  private interface Condition {
    boolean holds() throws Exception;
  }

  /** Neither by another body, nor by another id or moment. */
  private static void assertUnforged(String secret, Taken one) {
    assertThat(one.verifiesWith(secret)).isTrue();
    assertThat(one.alterations()).noneMatch(altered -> altered.verifiesWith(secret));
  }

  @Test
  void a_shop_is_told_with_figures_before_and_after_and_can_ask_again() throws Exception {
    String key = UUID.randomUUID().toString();
    String body =
        "{\"url\":\"" + shop.url("/a") + "\",\"entries\":[\"stock.*\"],\"skus\":[\"HOOK\"]}";
    Said made = server.write(manager, "POST", "/v1/webhooks", body, key);
    assertThat(made.status()).as(made.whole().body()).isEqualTo(201);
    String id = made.body().path("webhookId").asString();
    String secret = made.body().path("secret").asString();
    assertThat(secret).startsWith("whsec_");
    Said again = server.write(manager, "POST", "/v1/webhooks", body, key);
    assertThat(again.body().path("webhookId").asString()).isEqualTo(id);
    assertThat(again.body().has("secret")).isFalse();

    server.write(integration, "POST", "/v1/stock/W1/HOOK/receive", "{\"quantity\":5}");
    server.write(integration, "POST", "/v1/stock/W1/HOOK/pick", "{\"quantity\":2}");
    until(() -> at("/a").size() == 2);
    Taken picked = at("/a").get(1);
    assertUnforged(secret, picked);
    JsonNode event = picked.json();
    assertThat(event.path("type").asString()).isEqualTo("stock.picked");
    assertThat(event.path("subject").asString()).isEqualTo("W1/HOOK");
    assertThat(event.at("/data/version").asLong()).isEqualTo(2);
    assertThat(event.at("/data/before/onHand").asLong()).isEqualTo(5);
    assertThat(event.at("/data/after/onHand").asLong()).isEqualTo(3);

    long position = at("/a").getFirst().json().at("/data/position").asLong();
    Said rotated = post("/v1/webhooks/" + id + "/rotate", "{\"overlap\":\"PT1H\"}");
    String young = rotated.body().path("secret").asString();
    assertThat(young).startsWith("whsec_").isNotEqualTo(secret);
    Said replayed =
        post("/v1/webhooks/" + id + "/replay", "{\"afterPosition\":" + (position - 1) + "}");
    assertThat(replayed.status()).as(replayed.whole().body()).isEqualTo(200);
    until(() -> at("/a").size() == 4);
    Taken last = at("/a").getLast();
    assertThat(last.id()).isEqualTo(picked.id());
    assertThat(last.body()).isEqualTo(picked.body());
    assertUnforged(secret, last);
    assertUnforged(young, last);
    assertThat(picked.verifiesWith(young)).as("signed before there was that secret").isFalse();

    Said pinged = post("/v1/webhooks/" + id + "/test", "{}");
    assertThat(pinged.body().path("taken").asBoolean()).as(pinged.whole().body()).isTrue();
    until(
        () ->
            server.get(manager, "/v1/webhooks/" + id).body().at("/standing/lagSeconds").asLong()
                == 0);
    JsonNode card = server.get(manager, "/v1/webhooks/" + id).body();
    assertThat(card.path("state").asString()).isEqualTo("active");
    assertThat(card.at("/standing/delivered").asLong()).isEqualTo(4);
    assertThat(card.toString()).doesNotContain("whsec_").doesNotContain(secret);
    assertThat(server.get(manager, "/v1/webhooks").body().path("items").toString()).contains(id);
    for (String stored : List.of("/v1/ledger?after=0&limit=1000", "/v1/commands/" + key)) {
      String told =
          server.get(stored.contains("ledger") ? integration : manager, stored).whole().body();
      assertThat(told).contains(id).doesNotContain("whsec_").doesNotContain(secret.substring(6));
    }

    assertThat(
            server
                .write(manager, "DELETE", "/v1/webhooks/" + id, "")
                .body()
                .path("state")
                .asString())
        .isEqualTo("removed");
    assertThat(server.get(manager, "/v1/webhooks/" + id).problem())
        .isEqualTo("/problems/unknown-webhook");
  }

  @Test
  void what_fails_is_listed_tried_again_on_demand_and_who_is_gone_is_paused() throws Exception {
    server.write(integration, "PUT", "/v1/products/FAIL", "{\"name\":\"Fail\"}");
    Said made = register("/b", ",\"skus\":[\"FAIL\"],\"note\":\"second\"");
    String id = made.body().path("webhookId").asString();
    String path = "/v1/webhooks/" + id;
    shop.answer(500);
    server.write(integration, "POST", "/v1/stock/W1/FAIL/receive", "{\"quantity\":5000}");
    until(() -> !server.get(manager, path + "/deliveries").body().path("items").isEmpty());
    JsonNode one = server.get(manager, path + "/deliveries?state=retrying").body().at("/items/0");
    assertThat(one.path("lastFailure").asString()).isEqualTo("status 500");
    assertThat(one.path("type").asString()).isEqualTo("stock.received");
    assertThat(server.get(manager, path).body().at("/standing/retrying").asLong()).isEqualTo(1);
    String retry = path + "/deliveries/" + one.path("deliveryId").asString() + "/retry";
    assertThat(post(path + "/deliveries/entry-1/retry", "{}").problem())
        .isEqualTo("/problems/unknown-delivery");
    shop.answer(410);
    assertThat(post(retry, "{}").status()).isEqualTo(200);
    until(() -> server.get(manager, path).body().path("state").asString().equals("paused"));
    assertThat(server.get(manager, path).body().path("pausedBecause").asString()).isEqualTo("gone");
    shop.answer(204);
    assertThat(post(path + "/resume", "{}").body().path("state").asString()).isEqualTo("active");
    until(() -> server.get(manager, path + "/deliveries").body().path("items").isEmpty());
    Said changed =
        server.write(
            manager,
            "PUT",
            path,
            "{\"url\":\"" + shop.url("/c") + "\",\"entries\":[\"stock.picked\"]}");
    assertThat(changed.status()).as(changed.whole().body()).isEqualTo(200);
    // within a second
    until(
        () -> {
          server.write(integration, "POST", "/v1/stock/W1/FAIL/pick", "{\"quantity\":1}");
          return !at("/c").isEmpty();
        });
    assertThat(post(path + "/pause", "{\"reason\":\"moving\"}").body().path("state").asString())
        .isEqualTo("paused");
  }

  @Test
  void what_is_asked_amiss_is_refused_with_its_reason() throws Exception {
    for (String bad :
        List.of(
            "https://10.0.0.1/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://[::ffff:10.0.0.1]/",
            "https://169.254.169.254/",
            "https://me@example.com/",
            "http://127.1/")) {
      Said said = post("/v1/webhooks", "{\"url\":\"" + bad + "\",\"entries\":[\"stock.*\"]}");
      assertThat(said.problem()).as(bad).isEqualTo("/problems/webhook-address-refused");
      assertThat(said.body().path("why").asString()).as(bad).isNotEmpty();
      assertThat(said.status()).isEqualTo(409);
    }
    assertThat(post("/v1/webhooks", "{\"url\":\"" + shop.url("/d") + "\"}").status())
        .isEqualTo(400);
    for (String list : List.of("channels", "entries", "locations", "skus")) {
      Said said = register("/d", list, "[\"stock.picked\",\"x\",\"stock.picked\"]");
      assertThat(said.status()).as(list).isEqualTo(400);
      assertThat(said.body().path("errors").valueStream())
          .as(list)
          .anySatisfy(
              fault -> {
                assertThat(fault.path("field").asString()).isEqualTo(list + "[2]");
                assertThat(fault.path("what").asString()).isEqualTo("is there twice");
              });
    }
    Said unknown = register("/d", "channels", "[\"default\",\"no-such\"]");
    assertThat(unknown.problem()).isEqualTo("/problems/unknown-channel");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.body().path("channel").asString()).isEqualTo("no-such");
    for (String entries : List.of("credential.*", "webhook.paused", "nothing.such", "st*")) {
      Said said =
          post(
              "/v1/webhooks",
              "{\"url\":\"" + shop.url("/d") + "\",\"entries\":[\"" + entries + "\"]}");
      assertThat(said.status()).as(entries).isEqualTo(400);
    }
    assertThat(post("/v1/webhooks/none/pause", "{}").problem())
        .isEqualTo("/problems/unknown-webhook");
    assertThat(post("/v1/webhooks/none/test", "{}").problem())
        .isEqualTo("/problems/unknown-webhook");
    assertThat(server.get(integration, "/v1/webhooks/none/deliveries").problem())
        .isEqualTo("/problems/unknown-webhook");
    String id = register("/d", "").body().path("webhookId").asString();
    Said stale =
        server.send(
            server
                .request(manager, "/v1/webhooks/" + id + "/pause")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"v7\"")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    assertThat(stale.status()).isIn(400, 412);
    assertThat(
            server
                .write(
                    manager,
                    "PUT",
                    "/v1/webhooks/" + id,
                    "{\"url\":\"" + shop.url("/d") + "\",\"channels\":[\"no-such\"]}")
                .problem())
        .isEqualTo("/problems/unknown-channel");
    post("/v1/webhooks/" + id + "/pause", "{}");
  }

  @Test
  void a_channel_that_was_just_put_is_known_and_a_repeat_outlives_it() throws Exception {
    String key = UUID.randomUUID().toString();
    String body = "{\"url\":\"" + shop.url("/e") + "\",\"channels\":[\"hooked\"]}";
    assertThat(server.write(manager, "POST", "/v1/webhooks", body, key).status()).isEqualTo(404);
    server.write(integration, "PUT", "/v1/channels/hooked", "{\"name\":\"Hooked\"}");
    Said made = server.write(manager, "POST", "/v1/webhooks", body, key);
    assertThat(made.status()).as(made.whole().body()).isEqualTo(201);
    assertThat(
            server
                .write(
                    manager,
                    "DELETE",
                    "/v1/webhooks/" + made.body().path("webhookId").asString(),
                    "")
                .status())
        .isEqualTo(200);
  }

  @Test
  void attempts_and_what_is_held_are_counted() throws Exception {
    server.write(integration, "PUT", "/v1/products/METER", "{\"name\":\"Meter\"}");
    String id = register("/f", ",\"skus\":[\"METER\"]").body().path("webhookId").asString();
    double taken = measure("attempts?tag=outcome:taken", "COUNT");
    server.write(integration, "POST", "/v1/stock/W1/METER/receive", "{\"quantity\":5}");
    until(() -> !at("/f").isEmpty());
    until(() -> measure("attempts?tag=outcome:taken", "COUNT") > taken);
    assertThat(measure("attempts?tag=outcome:taken", "TOTAL_TIME")).isPositive();
    assertThat(measure("attempts?tag=outcome:refused", "COUNT")).isNotNegative();
    assertThat(measure("attempts?tag=outcome:unanswered", "COUNT")).isNotNegative();
    assertThat(measure("losses", "COUNT")).isZero();
    assertThat(measure("parked", "VALUE")).isZero();
    assertThat(measure("pending", "VALUE")).isNotNegative();
    assertThat(measure("oldest.age", "VALUE")).isNotNegative();
    server.write(manager, "DELETE", "/v1/webhooks/" + id, "");
  }

  private static double measure(String metric, String statistic) throws Exception {
    Said said = server.get(manager, "/actuator/metrics/stockledger.webhooks." + metric);
    assertThat(said.status()).as(metric).isEqualTo(200);
    return said.body()
        .path("measurements")
        .valueStream()
        .filter(one -> one.path("statistic").asString().equals(statistic))
        .mapToDouble(one -> one.path("value").asDouble())
        .sum();
  }
}
