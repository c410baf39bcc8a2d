package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.stockledger.server.journey.RunningServer.Said;
import java.io.IOException;
import java.io.Reader;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What channels may offer, as shops ask for it. */
class AvailabilityJourneyTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private RunningServer server;
  private String key;
  private String id;
  private String channel;
  private String shop;
  private String depot;
  private String sku;

  /** A shop in Vienna, a depot 3 km from it, and a channel that sells from both. */
  @BeforeEach
  void aChannelWithTwoPlaces() throws Exception {
    server = RunningServer.shared();
    key = server.keyOf("\"manager\",\"integration\"", "");
    id = UUID.randomUUID().toString().substring(0, 13);
    channel = "web-" + id;
    shop = "SHOP-" + id;
    depot = "WH-" + id;
    sku = "S-" + id;
    done(put("/v1/locations/" + shop, place("store", "48.2082,16.3738", "")));
    done(
        put(
            "/v1/locations/" + depot,
            place("warehouse", "48.2352,16.3738", ",\"transferTimes\":[{\"takes\":\"PT24H\"}]")));
    done(put("/v1/products/" + sku, "{\"name\":\"Mug\",\"categoryPath\":\"home/mugs\"}"));
    done(put("/v1/channels/" + channel, "{\"name\":\"Web shop\"}"));
  }

  private static String place(String kind, String degrees, String more) {
    String[] parts = degrees.split(",", -1);
    return "{\"name\":\"P\",\"kind\":\"%s\",\"timeZone\":\"Europe/Vienna\",\"coordinates\":{\"latitude\":%s,\"longitude\":%s}%s}"
        .formatted(kind, parts[0], parts[1], more);
  }

  private Said put(String path, String body) throws Exception {
    return server.write(key, "PUT", path, body);
  }

  private Said post(String path, String body) throws Exception {
    return server.write(key, "POST", path, body);
  }

  private static Said done(Said said) {
    assertThat(said.status()).as(said.whole().body()).isLessThan(300);
    return said;
  }

  private Said rule(String rule, String body) throws Exception {
    return done(put("/v1/channels/" + channel + "/rules/" + rule, body));
  }

  private Said receive(String location, long units) throws Exception {
    return done(
        post("/v1/stock/" + location + "/" + sku + "/receive", "{\"quantity\":" + units + "}"));
  }

  /** The answer that knows a write. */
  private Said ask(String as, String query, Said after) throws Exception {
    return server.send(
        server
            .request(as, "/v1/channels/" + channel + "/availability/" + sku + query)
            .header("Ledger-Min-Position", String.valueOf(after.header("Ledger-Position")))
            .GET()
            .build());
  }

  private Said many(String as, String path, String body, Said after) throws Exception {
    return server.send(
        server
            .request(as, "/v1/channels/" + channel + "/availability" + path)
            .header("Content-Type", "application/json")
            .header("Ledger-Min-Position", String.valueOf(after.header("Ledger-Position")))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static String told(JsonNode line) {
    return Stream.of("state", "why", "sellable", "left", "on", "rule")
        .filter(line::has)
        .map(field -> line.path(field).asString())
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }

  @Test
  void the_worked_example_is_explained_rule_by_rule() throws Exception {
    receive(shop, 12);
    done(post("/v1/stock/" + shop + "/" + sku + "/reserve", "{\"quantity\":4}"));
    Said kept = done(post("/v1/stock/" + shop + "/" + sku + "/set-aside", "{\"quantity\":3}"));
    assertThat(told(ask(key, "?location=" + shop, kept).body().at("/locations/0")))
        .isEqualTo("in-stock band 5 default");
    Said ruled = rule("R7", "{\"scope\":{\"sku\":\"" + sku + "\"},\"buffer\":{\"units\":1}}");
    Said explained = ask(key, "?location=" + shop + "&explain=true", ruled);
    assertThat(told(explained.body().at("/locations/0"))).isEqualTo("in-stock band 4 R7");
    assertThat(explained.body().at("/locations/0/detail/explained/text").asString())
        .isEqualTo(
            "good 12, reserved 4, set aside 3, available 5, buffer 1 by rule R7, sellable 4");
    assertThat(explained.body().path("channelVersion").asLong()).isEqualTo(2);
    assertThat(explained.whole().headers().firstValue("Cache-Control"))
        .hasValue("private, max-age=1");
  }

  @Test
  void a_tag_holds_until_what_is_told_changes_also_by_a_rule_or_a_switch() throws Exception {
    Said received = receive(shop, 12);
    Said first = ask(key, "", received);
    String tag = String.valueOf(first.header("ETag"));
    assertThat(again(tag, received).status()).isEqualTo(304);
    Said ruled = rule("CAP", "{\"scope\":{},\"listingCap\":3}");
    Said capped = again(tag, ruled);
    assertThat(capped.status()).isEqualTo(200);
    assertThat(capped.body().path("sellable").asLong()).isEqualTo(3);
    String cappedTag = String.valueOf(capped.header("ETag"));
    Said pulled =
        done(
            post(
                "/v1/switches",
                "{\"switchId\":\"W-%s\",\"scope\":{\"location\":\"%s\"},\"level\":\"soft\",\"why\":\"figures are odd\"}"
                    .formatted(id, shop)));
    Said soft = again(cappedTag, pulled);
    assertThat(soft.status()).isEqualTo(200);
    assertThat(told(soft.body().at("/locations/0"))).isEqualTo("in-stock switch CAP");
    assertThat(soft.body().has("sellable")).isFalse();
    Said returned = done(post("/v1/switches/W-" + id + "/return", "{}"));
    assertThat(again(cappedTag, returned).status()).isEqualTo(304);
  }

  private Said again(String tag, Said after) throws Exception {
    return server.send(
        server
            .request(key, "/v1/channels/" + channel + "/availability/" + sku)
            .header("Ledger-Min-Position", String.valueOf(after.header("Ledger-Position")))
            .header("If-None-Match", tag)
            .GET()
            .build());
  }

  @Test
  void a_channel_sees_only_what_it_exposes() throws Exception {
    String own = server.keyOf("\"channel\"", ",\"channel\":\"" + channel + "\"");
    receive(shop, 12);
    receive(depot, 40);
    rule("BANDS", "{\"scope\":{},\"exposure\":{\"shown\":\"banded\",\"onlyLeft\":3}}");
    Said ruled =
        rule(
            "NOT-HERE",
            "{\"scope\":{\"location\":\"" + depot + "\"},\"exposure\":{\"shown\":\"none\"}}");
    Said one = ask(own, "", ruled);
    assertThat(told(one.body())).isEqualTo("in-stock");
    assertThat(one.body().path("locations")).hasSize(1);
    assertThat(one.whole().body()).doesNotContain("sellable", "left", "good", "explained");
    Said hidden = ask(own, "?location=" + depot, ruled);
    assertThat(hidden.body().path("state").asString()).isEqualTo("not-exposed");
    assertThat(hidden.body().at("/locations/0"))
        .hasToString("{\"location\":\"%s\",\"state\":\"not-exposed\"}".formatted(depot));
    Said lines =
        many(
            own,
            "",
            "{\"skus\":[\"%s\",\"nope\"],\"locations\":[\"%s\",\"%s\"]}"
                .formatted(sku, shop, depot),
            ruled);
    assertThat(
            lines
                .body()
                .path("items")
                .valueStream()
                .map(line -> told(line) + line.path("unknown").asString("")))
        .containsExactly("in-stock band BANDS", "not-exposed", "unknown-sku", "unknown-sku");
    Said refused = ask(own, "?explain=true", ruled);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(ask(key, "?location=" + depot + "&explain=true", ruled).whole().body())
        .contains("good 40");
  }

  @Test
  void the_nearest_come_first_and_what_is_near_is_told_where_none_is_here() throws Exception {
    receive(shop, 1);
    Said received = receive(depot, 40);
    Said near = ask(key, "?near=48.2352,16.3738&within=5000", received);
    assertThat(near.body().path("locations").valueStream().map(l -> l.path("location").asString()))
        .containsExactly(depot, shop);
    assertThat(near.body().at("/locations/0/near"))
        .hasToString("{\"metres\":0,\"takes\":\"PT24H\"}");
    assertThat(near.body().at("/locations/1/near/metres").asLong()).isBetween(2_990L, 3_010L);
    assertThat(near.body().path("sellable").asLong()).isEqualTo(41);
    Said close = ask(key, "?near=48.2352,16.3738&within=500", received);
    assertThat(close.body().path("sellable").asLong()).isEqualTo(40);
    assertThat(ask(key, "?near=48.2352,16.3738", received).status()).isEqualTo(400);

    done(post("/v1/stock/" + shop + "/" + sku + "/pick", "{\"quantity\":1}"));
    Said ruled = rule("NEAR", "{\"scope\":{},\"nearbyWithin\":4000}");
    Said none = ask(key, "?location=" + shop, ruled);
    assertThat(none.body().path("state").asString()).isEqualTo("available-nearby");
  }

  @Test
  void lines_are_served_from_one_place_or_from_the_fewest() throws Exception {
    String other = sku + "-B";
    done(put("/v1/products/" + other, "{\"name\":\"Cup\"}"));
    receive(shop, 3);
    Said received = receive(depot, 2);
    String body = "{\"lines\":[{\"sku\":\"%s\",\"quantity\":%d}]}";
    Said one = many(key, "/serve", body.formatted(sku, 3), received);
    assertThat(one.body().path("single")).hasToString("[\"" + shop + "\"]");
    Said both = many(key, "/serve", body.formatted(sku, 5), received);
    assertThat(both.body().path("single")).isEmpty();
    assertThat(both.body().path("split")).hasSize(2);
    assertThat(both.body().path("greedy").asBoolean()).isFalse();
    Said short1 =
        many(
            key,
            "/serve",
            "{\"lines\":[{\"sku\":\"%s\",\"quantity\":6},{\"sku\":\"%s\",\"quantity\":2}]}"
                .formatted(sku, other),
            received);
    assertThat(short1.body().path("split")).isEmpty();
    assertThat(short1.body().path("missing"))
        .hasToString(
            "[{\"sku\":\"%s\",\"quantity\":1},{\"sku\":\"%s\",\"quantity\":2}]"
                .formatted(sku, other));
    assertThat(
            many(
                    key,
                    "/serve",
                    "{\"lines\":[{\"sku\":\"A\",\"quantity\":1},{\"sku\":\"A\",\"quantity\":1}]}",
                    received)
                .status())
        .isEqualTo(400);
  }

  @Test
  void a_pool_that_sums_up_is_the_sum_of_its_places() throws Exception {
    String pool = "POOL-" + id;
    receive(shop, 3);
    receive(depot, 2);
    Said pooled =
        done(
            put(
                "/v1/locations/" + pool,
                "{\"name\":\"All\",\"kind\":\"virtual\",\"timeZone\":\"UTC\",\"pool\":{\"kind\":\"sum\",\"locations\":[\"%s\",\"%s\"]}}"
                    .formatted(shop, depot)));
    assertThat(ask(key, "?location=" + pool, pooled).body().path("sellable").asLong()).isEqualTo(5);
    Said lines =
        many(key, "", "{\"skus\":[\"%s\"],\"locations\":[\"%s\"]}".formatted(sku, pool), pooled);
    assertThat(lines.body().at("/items/0/sellable").asLong()).isEqualTo(5);
  }

  /** With the clock of this machine: the source is overdue 2 s after its last word. */
  @Test
  void a_place_goes_silent_its_answers_lose_their_figure_and_then_all_and_a_beat_brings_it_back()
      throws Exception {
    done(
        put(
            "/v1/locations/" + shop,
            place(
                "store",
                "48.2082,16.3738",
                ",\"sources\":[{\"source\":\"POS\",\"standsFor\":\"PT1H\",\"reportsEvery\":\"PT1S\"}]")));
    receive(shop, 9);
    Said beat = beat();
    Said ruled = rule("FRESH", "{\"scope\":{},\"freshFor\":\"PT4S\",\"fallbackAfter\":\"PT6S\"}");
    List<String> seen = new ArrayList<>();
    Instant end = Instant.now().plus(PATIENCE);
    Instant heard =
        Instant.parse(beat.body().path("recordedAt").asString(Instant.now().toString()));
    while (seen.isEmpty() || !seen.getLast().startsWith("temporarily-unavailable")) {
      assertThat(Instant.now()).as("%s", seen).isBefore(end);
      Said said = ask(key, "?location=" + shop, ruled);
      String state = told(said.body().at("/locations/0"));
      if (seen.isEmpty() || !seen.getLast().equals(state)) {
        seen.add(state);
      }
      Instant asOf = Instant.parse(said.body().path("asOf").asString());
      if (asOf.isBefore(heard.plusSeconds(3))) {
        assertThat(state).startsWith("in-stock band");
      }
    }
    assertThat(seen)
        .containsExactly(
            "in-stock band 9 default",
            "in-stock stale-source default",
            "temporarily-unavailable silent-source default");
    Said back = beat();
    awaited(
        () -> told(ask(key, "?location=" + shop, back).body().at("/locations/0")),
        "in-stock band 9 default");
  }

  private Said beat() throws Exception {
    return done(post("/v1/locations/" + shop + "/heartbeat", "{\"source\":\"POS\"}"));
  }

  /** What is asked again and again. */
  private interface Asking {
    String now() throws Exception;
  }

  private static void awaited(Asking asking, String wanted) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    String said = asking.now();
    while (!said.equals(wanted)) {
      assertThat(Instant.now()).as(said).isBefore(end);
      Thread.onSpinWait();
      said = asking.now();
    }
  }

  @Test
  void a_switch_that_is_pulled_on_one_node_is_seen_on_another_within_a_second() throws Exception {
    Said received = receive(shop, 9);
    try (RunningServer other = RunningServer.alone(sameLedger())) {
      Asking onOther =
          () ->
              other
                  .get(key, "/v1/channels/" + channel + "/availability/" + sku)
                  .body()
                  .path("state")
                  .asString();
      ask(key, "", received);
      awaited(onOther, "in-stock");
      for (int i = 0; i < 3; i++) {
        done(
            post(
                "/v1/switches",
                "{\"switchId\":\"N%d-%s\",\"scope\":{\"channel\":\"%s\"},\"level\":\"hidden\",\"why\":\"stop\"}"
                    .formatted(i, id, channel)));
        Instant pulled = Instant.now();
        awaited(onOther, "temporarily-unavailable");
        assertThat(Duration.between(pulled, Instant.now())).isLessThan(Duration.ofSeconds(1));
        done(post("/v1/switches/N" + i + "-" + id + "/return", "{}"));
        awaited(onOther, "in-stock");
      }
    }
  }

  private String[] sameLedger() throws IOException {
    Properties passwords = new Properties();
    try (Stream<Path> files = Files.walk(server.data())) {
      Path file =
          files.filter(path -> path.endsWith("postgres.passwords")).findFirst().orElseThrow();
      try (Reader reader = Files.newBufferedReader(file)) {
        passwords.load(reader);
      }
    }
    HikariDataSource write = server.context().getBean("writeDataSource", HikariDataSource.class);
    return new String[] {
      "--stockledger.database.url=" + write.getJdbcUrl(),
      "--stockledger.database.owner.password=" + passwords.getProperty("ledger_owner"),
      "--stockledger.database.app.password=" + passwords.getProperty("ledger_app"),
      "--stockledger.database.keeper.password=" + passwords.getProperty("ledger_keeper")
    };
  }
}
