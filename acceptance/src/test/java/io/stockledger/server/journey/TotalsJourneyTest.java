package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stockledger.server.journey.RunningServer.Said;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Feeds of totals, thresholds and the count worklist, from the socket to the socket. */
class TotalsJourneyTest {
  /** Whole seconds, so that what comes back is what was sent. */
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private RunningServer server;
  private String key;
  private String location;
  private String sku;
  private String position = "0";

  @BeforeEach
  void anItemOfItsOwn() throws Exception {
    server = RunningServer.shared();
    key = server.keyOf("\"integration\"", "");
    location = "L-" + UUID.randomUUID();
    sku = product();
    server.write(
        key,
        "PUT",
        "/v1/locations/" + location,
        "{\"name\":\"One\",\"kind\":\"store\",\"timeZone\":\"Europe/Vienna\"}");
  }

  private String product() throws Exception {
    String id = "S-" + UUID.randomUUID();
    server.write(key, "PUT", "/v1/products/" + id, "{\"name\":\"Thing\"}");
    return id;
  }

  private Said post(String verb, String body) throws Exception {
    return write("POST", "/v1/stock/" + location + "/" + sku + verb, body);
  }

  private Said write(String method, String path, String body) throws Exception {
    Said said = server.write(key, method, path, body);
    position = Objects.requireNonNullElse(said.header("Ledger-Position"), position);
    return said;
  }

  private Said total(String source, long sequence, long units, long minutesAgo) throws Exception {
    return post(
        "/sync",
        """
        {"source":"%s","sequence":%d,"quantity":%d,"observedAt":"%s"}"""
            .formatted(source, sequence, units, ago(minutesAgo)));
  }

  private Instant ago(long minutes) {
    return now.minus(Duration.ofMinutes(minutes));
  }

  private JsonNode read(String path) throws Exception {
    HttpRequest request =
        server.request(key, path).header("Ledger-Min-Position", position).GET().build();
    Said said = server.send(request);
    assertThat(said.status()).as("%s", said.body()).isEqualTo(200);
    return said.body();
  }

  @Test
  void a_total_brings_an_item_into_being_and_says_that_it_won() throws Exception {
    Said said = total("WMS", 1, 12, 30);
    assertThat(said.status()).isEqualTo(200);
    assertThat(said.body().at("/total/won").asBoolean()).isTrue();
    assertThat(said.body().at("/total/variance/good").asLong()).isEqualTo(12);
    assertThat(said.body().at("/figures/good").asLong()).isEqualTo(12);
    assertThat(said.body().at("/events/0").asString()).isEqualTo("stock.total-stated");
  }

  @Test
  void one_that_loses_says_to_what_and_moves_nothing() throws Exception {
    post("/count", "{\"counted\":{\"good\":10},\"occurredAt\":\"" + ago(60) + "\"}");
    Said said = total("POS", 1, 3, 30);
    assertThat(said.status()).isEqualTo(200);
    assertThat(said.body().at("/total/won").asBoolean()).isFalse();
    assertThat(said.body().at("/total/lost/why").asString()).isEqualTo("higher-source");
    assertThat(said.body().at("/total/lost/source").asString()).isEqualTo("count");
    assertThat(said.body().at("/total/lost/version").asLong()).isEqualTo(1);
    assertThat(said.body().at("/total/variance").isMissingNode()).isTrue();
    assertThat(said.body().at("/figures/good").asLong()).isEqualTo(10);
  }

  @Test
  void what_moved_since_stands_and_the_past_knows_the_total() throws Exception {
    post("/receive", "{\"quantity\":10,\"occurredAt\":\"" + ago(60) + "\"}");
    post("/pick", "{\"quantity\":4,\"occurredAt\":\"" + ago(10) + "\"}");
    assertThat(total("WMS", 1, 9, 20).body().at("/figures/good").asLong()).isEqualTo(5);
    Said late = post("/pick", "{\"quantity\":3,\"occurredAt\":\"" + ago(25) + "\"}");
    assertThat(late.body().at("/figures/good").asLong()).isEqualTo(5);
    String asOf = "/v1/stock/" + location + "/" + sku + "/as-of?clock=occurred&at=";
    assertThat(read(asOf + ago(22)).path("good").asLong()).isEqualTo(7);
    assertThat(read(asOf + ago(15)).path("good").asLong()).isEqualTo(9);
    assertThat(read(asOf + ago(5)).path("good").asLong()).isEqualTo(5);
  }

  @Test
  void the_card_shows_the_newest_word_of_each_source_and_no_count() throws Exception {
    total("WMS", 1, 12, 40);
    total("WMS", 2, 11, 30);
    total("WMS", 2, 7, 20);
    total("POS", 9, 3, 35);
    JsonNode card = read("/v1/stock/" + location + "/" + sku);
    assertThat(card.has("lastCount")).isFalse();
    assertThat(card.path("sources")).hasSize(2);
    JsonNode pos = card.at("/sources/0");
    assertThat(pos.path("source").asString()).isEqualTo("POS");
    assertThat(pos.path("won").asBoolean()).isFalse();
    JsonNode wms = card.at("/sources/1");
    assertThat(wms.path("sequence").asLong()).isEqualTo(2);
    assertThat(wms.path("observedAt").asString()).isEqualTo(ago(30).toString());
    assertThat(wms.path("version").asLong()).isEqualTo(2);
  }

  @Test
  void a_day_of_a_source_tells_how_far_it_was_from_the_book_and_how_old_its_word_was()
      throws Exception {
    String one = sku;
    total("WMS", 1, 12, 200);
    total("WMS", 2, 10, 190);
    total("WMS", 3, 13, 30);
    total("WMS", 3, 99, 20);
    sku = product();
    total("WMS", 1, 5, 100);
    assertThat(sku).isNotEqualTo(one);
    long stated = 0;
    long net = 0;
    List<String> ages = new ArrayList<>();
    for (JsonNode day : read("/v1/reconciliation?location=" + location).path("items")) {
      assertThat(day.path("source").asString()).isEqualTo("WMS");
      stated += day.path("stated").asLong();
      net += day.path("net").asLong();
      day.path("byAge").forEach(age -> ages.add(age.path("age").asString()));
    }
    assertThat(stated).isEqualTo(5);
    assertThat(net).isEqualTo(18);
    assertThat(ages).contains("first", "up-to-15-minutes", "up-to-1-day");
    JsonNode none =
        read("/v1/reconciliation?location=" + location + "&from=2020-01-01&to=2020-01-02");
    assertThat(none.path("items")).isEmpty();
  }

  @Test
  void what_is_wrong_with_a_total_is_told() throws Exception {
    Said nothing = post("/sync", "{\"counted\":{\"good\":1},\"quantity\":1}");
    assertThat(nothing.status()).isEqualTo(400);
    assertThat(nothing.body().path("errors").valueStream().map(e -> e.path("field").asString()))
        .containsExactlyInAnyOrder("source", "sequence", "quantity");
    assertThat(post("/sync", "{\"source\":\"count\",\"sequence\":-1}").status()).isEqualTo(400);
    Said ahead = total("WMS", 1, 1, -10);
    assertThat(ahead.body().at("/errors/0/field").asString()).isEqualTo("observedAt");
    total("WMS", 1, 1, 10);
    Said late = total("WMS", 2, 1, 60L * 24 * 4);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.problem()).isEqualTo("/problems/too-late");
    post("/pick", "{\"quantity\":1}");
    Said below = total("POS", 1, 0, 5);
    assertThat(below.problem()).isEqualTo("/problems/exceeds-on-hand");
    assertThat(below.body().path("onHand").asLong()).isZero();
  }

  @Test
  void totals_go_in_bulk() throws Exception {
    Said said =
        write(
            "POST",
            "/v1/commands?mode=independent",
            """
            [{"type":"sync","location":"%1$s","sku":"%2$s","source":"WMS","sequence":1,
              "counted":{"good":4,"damaged":1}},
             {"type":"low-stock","location":"%1$s","sku":"%2$s","low":4}]"""
                .formatted(location, sku));
    assertThat(said.status()).isEqualTo(207);
    assertThat(said.body().at("/items/0/answer/total/variance/damaged").asLong()).isEqualTo(1);
    assertThat(said.body().at("/items/1/answer/events/1").asString()).isEqualTo("stock.ran-low");
  }

  @Test
  void an_item_runs_low_is_listed_and_recovers() throws Exception {
    post("/receive", "{\"quantity\":10}");
    String threshold = "/v1/stock/" + location + "/" + sku + "/low-stock";
    assertThat(write("PUT", threshold, "{\"low\":3,\"restored\":6}").body().path("events"))
        .hasSize(1);
    assertThat(write("PUT", threshold, "{\"low\":3,\"restored\":6}").body().path("events"))
        .isEmpty();
    Said low = post("/reserve", "{\"quantity\":8}");
    assertThat(low.body().path("events").valueStream().map(JsonNode::asString))
        .containsExactly("stock.reserved", "stock.ran-low");
    JsonNode listed = read("/v1/low-stock?location=" + location).path("items");
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).path("available").asLong()).isEqualTo(2);
    assertThat(listed.get(0).path("since").asString())
        .isEqualTo(low.body().path("recordedAt").asString());
    Said enough = post("/receive", "{\"quantity\":4}");
    assertThat(enough.body().at("/events/1").asString()).isEqualTo("stock.recovered");
    assertThat(read("/v1/low-stock?location=" + location).path("items")).isEmpty();
    post("/pick", "{\"quantity\":6}");
    write("PUT", threshold, "{}");
    assertThat(read("/v1/low-stock?location=" + location).path("items")).isEmpty();
    Said wrong = write("PUT", threshold, "{\"low\":3,\"restored\":3}");
    assertThat(wrong.body().at("/errors/0/field").asString()).isEqualTo("restored");
  }

  @Test
  void a_rule_sets_thresholds_on_what_it_matches_and_takes_them_away() throws Exception {
    String rule = "/v1/low-stock-rules/R-" + UUID.randomUUID();
    String ruled = sku;
    post("/receive", "{\"quantity\":3}");
    String own = product();
    sku = own;
    post("/receive", "{\"quantity\":3}");
    write("PUT", "/v1/stock/" + location + "/" + own + "/low-stock", "{\"low\":1}");
    String body = "{\"location\":\"" + location + "\",\"low\":4}";
    Said put = write("PUT", rule, body);
    assertThat(put.status()).isEqualTo(201);
    assertThat(put.header("Location")).isEqualTo(rule);
    progress(rule, "{\"matched\":2,\"applied\":1,\"own\":1,\"otherRule\":0,\"waiting\":0}");
    assertThat(lowSkus()).containsExactly(ruled);
    assertThat(write("PUT", rule, body).status()).isEqualTo(200);
    String later = product();
    sku = later;
    post("/receive", "{\"quantity\":4}");
    progress(rule, "{\"matched\":3,\"applied\":2,\"own\":1,\"otherRule\":0,\"waiting\":0}");
    String first = "/v1/low-stock-rules/R-" + UUID.randomUUID();
    write("PUT", first, "{\"skus\":[\"" + later + "\"],\"low\":2}");
    progress(first, "{\"matched\":1,\"applied\":1,\"own\":0,\"otherRule\":0,\"waiting\":0}");
    progress(rule, "{\"matched\":3,\"applied\":1,\"own\":1,\"otherRule\":1,\"waiting\":0}");
    write("PUT", rule, "{\"location\":\"" + location + "\"}");
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(lowSkus()).isEmpty());
    assertThat(server.get(key, "/v1/low-stock-rules/nothing").status()).isEqualTo(404);
  }

  private List<String> lowSkus() throws Exception {
    return read("/v1/low-stock?location=" + location)
        .path("items")
        .valueStream()
        .map(item -> item.path("sku").asString())
        .toList();
  }

  private void progress(String rule, String expected) {
    JsonNode wanted = JsonMapper.shared().readTree(expected);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(read(rule).path("progress")).isEqualTo(wanted));
  }

  @Test
  void what_was_never_counted_comes_first_then_what_was_off_moves_and_is_in_dispute()
      throws Exception {
    String counted = sku;
    post("/receive", "{\"quantity\":50}");
    post("/pick", "{\"quantity\":30}");
    post("/count", "{\"counted\":{\"good\":15}}");
    post("/pick", "{\"quantity\":16,\"happened\":true}");
    String quiet = product();
    sku = quiet;
    post("/count", "{\"counted\":{\"good\":5}}");
    String never = product();
    sku = never;
    post("/receive", "{\"quantity\":1}");
    JsonNode list = read("/v1/count-worklist?location=" + location);
    assertThat(list.path("items").valueStream().map(i -> i.path("sku").asString()))
        .containsExactly(never, counted, quiet);
    JsonNode first = list.at("/items/0");
    assertThat(first.at("/reasons/age").asDouble()).isEqualTo(40);
    assertThat(first.has("lastCountedAt")).isFalse();
    JsonNode second = list.at("/items/1");
    assertThat(second.path("pickedIn30Days").asLong()).isEqualTo(45);
    assertThat(second.at("/reasons/velocity").asDouble()).isEqualTo(12);
    assertThat(second.path("meanVariance").asDouble()).isEqualTo(5);
    assertThat(second.at("/reasons/variance").asDouble()).isEqualTo(10);
    assertThat(second.at("/reasons/discrepancies").asDouble()).isEqualTo(10);
    assertThat(second.at("/reasons/velocityClass").asDouble()).isZero();
    assertThat(second.has("velocityClass")).isFalse();
    assertThat(second.path("score").asDouble()).isEqualTo(32);
    write("PUT", "/v1/products/" + counted, "{\"name\":\"Thing\",\"velocityClass\":\"A\"}");
    JsonNode fast = read("/v1/count-worklist?location=" + location).at("/items/1");
    assertThat(fast.path("velocityClass").asString()).isEqualTo("A");
    assertThat(fast.at("/reasons/velocityClass").asDouble()).isEqualTo(10);
    assertThat(fast.path("score").asDouble()).isEqualTo(42);
    assertThat(read("/v1/count-worklist?location=" + location + "&limit=1").path("items"))
        .hasSize(1);
    assertThat(server.get(key, "/v1/count-worklist?location=nowhere").status()).isEqualTo(404);
    assertThat(server.get(key, "/v1/count-worklist").status()).isEqualTo(400);
  }
}
