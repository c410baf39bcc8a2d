package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer.Said;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Channels, their rules and off switches: put, explained, pulled, returned. */
class ChannelJourneyTest {
  private static final String NONE = "{}";

  private RunningServer server;
  private String key;
  private String channel;
  private String place;
  private String sku;

  @BeforeEach
  void aChannel() throws Exception {
    server = RunningServer.shared();
    key = server.keyOf("\"manager\",\"integration\"", "");
    channel = "web-" + UUID.randomUUID();
    place = "L-" + UUID.randomUUID();
    sku = "S-" + UUID.randomUUID();
    put("/v1/locations/" + place, "{\"name\":\"P\",\"kind\":\"store\",\"groups\":[\"stores\"]}");
    put("/v1/products/" + sku, "{\"name\":\"Thing\",\"categoryPath\":\"Home/Kitchen\"}");
    created(put("/v1/channels/" + channel, "{\"name\":\"Web shop\",\"locations\":[\"stores\"]}"));
  }

  private Said put(String path, String body) throws Exception {
    return server.write(key, "PUT", path, body);
  }

  private Said post(String path, String body) throws Exception {
    return server.write(key, "POST", path, body);
  }

  private Said delete(String path) throws Exception {
    return server.write(key, "DELETE", path, "");
  }

  private static Said created(Said said) {
    assertThat(said.status()).as(said.whole().body()).isEqualTo(201);
    return said;
  }

  private static Said done(Said said) {
    assertThat(said.status()).as(said.whole().body()).isEqualTo(200);
    return said;
  }

  private String rule(String rule) {
    return "/v1/channels/" + channel + "/rules/" + rule;
  }

  private Said seen(String path, Said write) throws Exception {
    return server.send(
        server
            .request(key, path)
            .header("Ledger-Min-Position", String.valueOf(write.header("Ledger-Position")))
            .GET()
            .build());
  }

  private static List<String> items(JsonNode list, String field) {
    return list.path("items").valueStream().map(item -> item.path(field).asString()).toList();
  }

  private static List<String> faults(Said said) {
    assertThat(said.problem()).as(said.whole().body()).isEqualTo("/problems/invalid-request");
    return said.body()
        .path("errors")
        .valueStream()
        .map(error -> error.path("field").asString())
        .toList();
  }

  @Test
  void what_is_said_of_a_channel_is_what_is_read() throws Exception {
    Said again =
        done(put("/v1/channels/" + channel, "{\"name\":\"Web shop\",\"locations\":[\"stores\"]}"));
    assertThat(again.body().path("version").asLong()).isEqualTo(1);
    Said more =
        done(
            put(
                "/v1/channels/" + channel,
                "{\"name\":\"Web\",\"shadow\":true,\"storeCodes\":{\"L1\":\"0007\"}}"));
    JsonNode read = seen("/v1/channels/" + channel, more).body();
    assertThat(read.path("name").asString()).isEqualTo("Web");
    assertThat(read.path("shadow").asBoolean()).isTrue();
    assertThat(read.at("/storeCodes/L1").asString()).isEqualTo("0007");
    assertThat(read.path("put").asBoolean()).isTrue();
    assertThat(read.path("version").asLong()).isEqualTo(2);
    assertThat(items(server.get(key, "/v1/channels?q=" + channel).body(), "channel"))
        .containsExactly(channel);
  }

  @Test
  void a_store_code_is_that_of_one_location() throws Exception {
    Said said =
        put(
            "/v1/channels/" + channel,
            "{\"name\":\"Web\",\"storeCodes\":{\"L1\":\"7\",\"L2\":\"8\",\"L3\":\"7\"}}");
    assertThat(faults(said)).containsExactly("storeCodes[L3]");
  }

  @Test
  void a_rule_is_put_changed_and_removed() throws Exception {
    String said =
        """
        {"scope":{"sku":"%s","location":"%s","category":"Home","group":"stores","locationKind":"store"},
         "buffer":{"perCent":10,"least":1,"most":5},
         "exposure":{"shown":"banded","onlyLeft":3,"limited":10},
         "freshFor":"PT15M","fallbackAfter":"PT1H","fallback":"out-of-stock",
         "backorder":{"units":5,"promisedOn":"2026-12-20"},"why":"tills lag behind"}"""
            .formatted(sku, place);
    Said put = created(put(rule("r1"), said));
    assertThat(put.header("Location")).isEqualTo(rule("r1"));
    assertThat(put.body().path("version").asLong()).isEqualTo(2);
    assertThat(done(put(rule("r1"), said)).body().path("version").asLong()).isEqualTo(2);
    JsonNode read = seen(rule("r1"), put).body();
    assertThat(read.at("/scope/sku").asString()).isEqualTo(sku);
    assertThat(read.at("/buffer/perCent").asLong()).isEqualTo(10);
    assertThat(read.path("freshFor").asString()).isEqualTo("PT15M");
    assertThat(read.at("/backorder/promisedOn").asString()).isEqualTo("2026-12-20");
    assertThat(read.path("why").asString()).isEqualTo("tills lag behind");
    assertThat(read.path("by").asString()).isNotEmpty();
    Said changed = done(put(rule("r1"), "{\"buffer\":{\"units\":1}}"));
    JsonNode then = seen(rule("r1"), changed).body();
    assertThat(then.at("/buffer/units").asLong()).isEqualTo(1);
    assertThat(then.has("freshFor")).isFalse();
    Said removed = done(delete(rule("r1")));
    assertThat(seen(rule("r1"), removed).problem()).isEqualTo("/problems/unknown-rule");
    assertThat(delete(rule("r1")).problem()).isEqualTo("/problems/unknown-rule");
    assertThat(items(seen("/v1/channels/" + channel + "/rules", removed).body(), "rule")).isEmpty();
  }

  @Test
  void everything_that_is_wrong_with_a_rule_is_told_at_once() throws Exception {
    Said wrong =
        put(
            rule("r"),
            """
            {"scope":{"category":"a//b"},"buffer":{"units":1,"perCent":2},
             "exposure":{"shown":"exact","onlyLeft":3,"limited":3},"listingCap":0,
             "freshFor":"PT1H","fallbackAfter":"PT1M","fallback":"in-stock",
             "countedWithin":"PT0S","backorder":{"units":5},"preOrder":{"units":0},
             "confirmBelowPerMille":1001,"nearbyWithin":0}""");
    assertThat(faults(wrong))
        .containsExactlyInAnyOrder(
            "scope.category",
            "buffer",
            "exposure.limited",
            "listingCap",
            "fallbackAfter",
            "fallback",
            "countedWithin",
            "backorder.promisedOn",
            "preOrder.units",
            "preOrder.availableOn",
            "confirmBelowPerMille",
            "nearbyWithin");
    assertThat(faults(put(rule("r"), "{\"buffer\":{\"perCent\":5,\"least\":3,\"most\":2}}")))
        .containsExactly("buffer.least");
    assertThat(faults(put(rule("r"), "{\"backorder\":{}}"))).containsExactly("backorder.units");
  }

  @Test
  void what_is_not_there_is_refused_by_its_name() throws Exception {
    assertThat(put("/v1/channels/none/rules/r", NONE).problem())
        .isEqualTo("/problems/unknown-channel");
    assertThat(post("/v1/channels/none/retire", NONE).problem())
        .isEqualTo("/problems/unknown-channel");
    assertThat(put(rule("r"), "{\"scope\":{\"sku\":\"none\"}}").problem())
        .isEqualTo("/problems/unknown-sku");
    assertThat(put(rule("r"), "{\"scope\":{\"location\":\"none\"}}").problem())
        .isEqualTo("/problems/unknown-location");
    created(put(rule("r"), "{\"scope\":{\"group\":\"whatever\"}}"));
    assertThat(server.get(key, "/v1/channels/none").problem())
        .isEqualTo("/problems/unknown-channel");
    assertThat(server.get(key, "/v1/channels/default").status()).isEqualTo(200);
  }

  @Test
  void a_stale_version_changes_nothing() throws Exception {
    Said stale =
        server.send(
            server
                .request(key, rule("r"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"v7\"")
                .method("PUT", java.net.http.HttpRequest.BodyPublishers.ofString(NONE))
                .build());
    assertThat(stale.problem()).as(stale.whole().body()).isEqualTo("/problems/version-mismatch");
    assertThat(stale.body().path("actual").asLong()).isEqualTo(1);
  }

  @Test
  void a_retired_channel_comes_back() throws Exception {
    Said retired = done(post("/v1/channels/" + channel + "/retire", NONE));
    assertThat(seen("/v1/channels/" + channel, retired).body().path("retired").asBoolean())
        .isTrue();
    Said back = done(post("/v1/channels/" + channel + "/reinstate", NONE));
    assertThat(seen("/v1/channels/" + channel, back).body().path("retired").asBoolean()).isFalse();
  }

  @Test
  void a_channels_key_reads_its_own_channel_and_nothing_else() throws Exception {
    Said put = created(put(rule("r1"), "{\"listingCap\":5}"));
    String own = server.keyOf("\"channel\"", ",\"channel\":\"" + channel + "\"");
    seen(rule("r1"), put);
    assertThat(server.get(own, "/v1/channels/" + channel).status()).isEqualTo(200);
    assertThat(server.get(own, rule("r1")).status()).isEqualTo(200);
    assertThat(server.get(own, "/v1/channels/default").status()).isEqualTo(403);
    assertThat(server.get(own, "/v1/channels").status()).isEqualTo(403);
    assertThat(server.get(own, "/v1/switches").status()).isEqualTo(403);
    assertThat(server.write(own, "PUT", rule("r1"), NONE).status()).isEqualTo(403);
  }

  @Test
  void the_rule_in_force_is_told_for_now_and_for_any_moment() throws Exception {
    created(put(rule("wide"), "{\"buffer\":{\"units\":2},\"listingCap\":50}"));
    Said first =
        created(
            put(rule("narrow"), "{\"scope\":{\"category\":\"Home\"},\"buffer\":{\"units\":1}}"));
    String before = first.body().path("recordedAt").asString();
    String effective =
        "/v1/channels/" + channel + "/rules/effective?sku=" + sku + "&location=" + place;
    JsonNode now = seen(effective, first).body();
    assertThat(now.at("/buffer/units").asLong()).isEqualTo(1);
    assertThat(now.at("/rules/buffer").asString()).isEqualTo("narrow");
    assertThat(now.at("/rules/listingCap").asString()).isEqualTo("wide");
    assertThat(now.path("exposed").asBoolean()).isTrue();
    assertThat(now.path("version").asLong()).isEqualTo(3);
    Said later = laterThan(before, () -> delete(rule("narrow")));
    Said pulled =
        created(
            post(
                "/v1/switches",
                "{\"scope\":{\"group\":\"stores\",\"channel\":\"%s\"},\"level\":\"soft\",\"why\":\"x\"}"
                    .formatted(channel)));
    JsonNode then = seen(effective, pulled).body();
    assertThat(then.at("/rules/buffer").asString()).isEqualTo("wide");
    assertThat(then.path("switchId").asString())
        .isEqualTo(pulled.body().path("switchId").asString());
    JsonNode past = seen(effective + "&at=" + before, later).body();
    assertThat(past.at("/rules/buffer").asString()).isEqualTo("narrow");
    assertThat(past.has("switchId")).isFalse();
    JsonNode channelThen = seen("/v1/channels/" + channel + "?at=" + before, later).body();
    assertThat(channelThen.path("version").asLong()).isEqualTo(3);
    assertThat(channelThen.path("rules").asLong()).isEqualTo(2);
    assertThat(server.get(key, "/v1/channels/" + channel + "?at=2020-01-01T00:00:00Z").problem())
        .isEqualTo("/problems/unknown-channel");
    assertThat(server.get(key, effective.replace(sku, "none")).problem())
        .isEqualTo("/problems/unknown-sku");
    done(post("/v1/switches/" + then.path("switchId").asString() + "/return", NONE));
  }

  /** A write that is recorded in a later millisecond. */
  private static Said laterThan(String moment, Callable<Said> write) throws Exception {
    Instant before = Instant.parse(moment);
    while (!Instant.now().minusMillis(1).isAfter(before)) {
      Thread.onSpinWait();
    }
    return done(write.call());
  }

  @Test
  void a_switch_is_pulled_and_returned_once() throws Exception {
    String body =
        "{\"scope\":{\"channel\":\"%s\"},\"level\":\"hidden\",\"why\":\"figures are wrong\"}"
            .formatted(channel);
    Said pulled = created(post("/v1/switches", body));
    String id = pulled.body().path("switchId").asString();
    assertThat(pulled.header("Location")).isEqualTo("/v1/switches/" + id);
    JsonNode read = seen("/v1/switches/" + id, pulled).body();
    assertThat(read.path("state").asString()).isEqualTo("pulled");
    assertThat(read.path("why").asString()).isEqualTo("figures are wrong");
    assertThat(read.path("pulledBy").asString()).isNotEmpty();
    assertThat(items(server.get(key, "/v1/switches").body(), "switchId")).contains(id);
    Said same =
        post("/v1/switches", body.replace("{\"scope", "{\"switchId\":\"" + id + "\",\"scope"));
    assertThat(done(same).body().path("state").asString()).isEqualTo("pulled");
    Said other =
        post(
            "/v1/switches",
            "{\"switchId\":\"%s\",\"scope\":{},\"level\":\"soft\",\"why\":\"x\"}".formatted(id));
    assertThat(other.problem()).isEqualTo("/problems/duplicate-id");
    Said returned = done(post("/v1/switches/" + id + "/return", "{\"why\":\"counted again\"}"));
    JsonNode then = seen("/v1/switches/" + id, returned).body();
    assertThat(then.path("state").asString()).isEqualTo("returned");
    assertThat(then.path("returnedWhy").asString()).isEqualTo("counted again");
    assertThat(then.path("returnedBy").asString()).isNotEmpty();
    Said twice = post("/v1/switches/" + id + "/return", NONE);
    assertThat(twice.problem()).isEqualTo("/problems/switch-returned");
    assertThat(twice.body().path("returnedAt").asString()).isNotEmpty();
    assertThat(post("/v1/switches/none/return", NONE).problem())
        .isEqualTo("/problems/unknown-switch");
    assertThat(items(server.get(key, "/v1/switches").body(), "switchId")).doesNotContain(id);
  }

  @Test
  void what_a_switch_is_about_has_to_be_said_and_to_be_there() throws Exception {
    assertThat(faults(post("/v1/switches", NONE))).containsExactly("level", "scope", "why");
    assertThat(
            post(
                    "/v1/switches",
                    "{\"scope\":{\"channel\":\"none\"},\"level\":\"soft\",\"why\":\"x\"}")
                .problem())
        .isEqualTo("/problems/unknown-channel");
    assertThat(
            post(
                    "/v1/switches",
                    "{\"scope\":{\"location\":\"none\"},\"level\":\"soft\",\"why\":\"x\"}")
                .problem())
        .isEqualTo("/problems/unknown-location");
  }

  @Test
  void refusals_pull_a_switch_and_only_a_person_returns_it() throws Exception {
    String trigger = "t-" + UUID.randomUUID();
    put("/v1/channels/" + channel, "{\"name\":\"Web\"}");
    created(
        put(
            "/v1/switches/triggers/" + trigger,
            "{\"condition\":\"refusals-per-minute\",\"threshold\":2,\"level\":\"soft\","
                + "\"scope\":{\"channel\":\"default\",\"location\":\"%s\"}}".formatted(place)));
    done(post("/v1/stock/" + place + "/" + sku + "/receive", "{\"quantity\":1}"));
    for (int i = 0; i < 2; i++) {
      Said refused =
          post(
              "/v1/stock/" + place + "/" + sku + "/reserve",
              "{\"quantity\":50,\"channel\":\"default\"}");
      assertThat(refused.status()).isEqualTo(409);
    }
    JsonNode pulled = pulledBy(trigger);
    assertThat(pulled.path("measured").asLong()).isGreaterThanOrEqualTo(2);
    assertThat(pulled.path("why").asString()).contains(trigger);
    assertThat(pulled.has("pulledBy")).isFalse();
    Said removed = done(delete("/v1/switches/triggers/" + trigger));
    assertThat(seen("/v1/switches/triggers/" + trigger, removed).problem())
        .isEqualTo("/problems/unknown-trigger");
    String id = pulled.path("switchId").asString();
    assertThat(server.get(key, "/v1/switches/" + id).body().path("state").asString())
        .isEqualTo("pulled");
    done(post("/v1/switches/" + id + "/return", NONE));
  }

  @Test
  void stale_places_and_critical_discrepancies_pull_a_switch() throws Exception {
    put(
        "/v1/locations/" + place,
        "{\"name\":\"P\",\"kind\":\"store\",\"groups\":[\"stores\"],"
            + "\"sources\":[{\"source\":\"POS\",\"standsFor\":\"PT1H\",\"reportsEvery\":\"PT1S\"}]}");
    done(post("/v1/stock/" + place + "/" + sku + "/receive", "{\"quantity\":1}"));
    done(post("/v1/stock/" + place + "/" + sku + "/pick", "{\"quantity\":12,\"happened\":true}"));
    String scope =
        "{\"channel\":\"%s\",\"location\":\"%s\",\"group\":\"stores\",\"category\":\"Home\"}"
            .formatted(channel, place);
    for (String condition : List.of("critical-discrepancies", "stale-locations-per-cent")) {
      String trigger = condition + "-" + channel.substring(0, 12);
      created(
          put(
              "/v1/switches/triggers/" + trigger,
              "{\"condition\":\"%s\",\"threshold\":1,\"level\":\"hidden\",\"scope\":%s}"
                  .formatted(condition, scope)));
      JsonNode pulled = pulledBy(trigger);
      assertThat(pulled.path("measured").asLong())
          .isEqualTo(condition.startsWith("stale") ? 100 : 1);
      done(delete("/v1/switches/triggers/" + trigger));
      done(post("/v1/switches/" + pulled.path("switchId").asString() + "/return", NONE));
    }
  }

  private JsonNode pulledBy(String trigger) throws Exception {
    Instant deadline = Instant.now().plusSeconds(20);
    while (true) {
      for (JsonNode one : server.get(key, "/v1/switches").body().path("items")) {
        if (one.path("trigger").asString().equals(trigger)) {
          return one;
        }
      }
      assertThat(Instant.now()).as("nothing pulls").isBefore(deadline);
    }
  }

  @Test
  void only_a_person_returns_a_switch() throws Exception {
    String machine = server.keyOf("\"integration\"", "");
    Said pulled =
        created(
            server.write(
                machine,
                "POST",
                "/v1/switches",
                "{\"scope\":{\"channel\":\"%s\"},\"level\":\"soft\",\"why\":\"x\"}"
                    .formatted(channel)));
    String id = pulled.body().path("switchId").asString();
    assertThat(server.write(machine, "POST", "/v1/switches/" + id + "/return", NONE).status())
        .isEqualTo(403);
    done(post("/v1/switches/" + id + "/return", NONE));
  }
}
