package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer.Said;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Places and products: what is said of them, what they are called, and when they go. */
class RegistryJourneyTest {
  private static final String NONE = "{}";

  private RunningServer server;
  private String key;
  private String place;
  private String sku;

  @BeforeEach
  void aPlaceAndAProduct() throws Exception {
    server = RunningServer.shared();
    key = server.keyOf("\"integration\"", "");
    place = "L-" + UUID.randomUUID();
    sku = "S-" + UUID.randomUUID();
    location(place, "\"kind\":\"store\"");
    put("/v1/products/" + sku, "{\"name\":\"Thing\"}");
  }

  private Said put(String path, String body) throws Exception {
    return server.write(key, "PUT", path, body);
  }

  private Said post(String path, String body) throws Exception {
    return server.write(key, "POST", path, body);
  }

  private Said location(String id, String more) throws Exception {
    return put("/v1/locations/" + id, "{\"name\":\"" + id + "\"," + more + "}");
  }

  private Said receive(String location, String product, int quantity) throws Exception {
    return post(
        "/v1/stock/" + location + "/" + product + "/receive", "{\"quantity\":" + quantity + "}");
  }

  private JsonNode seen(String path, Said write) throws Exception {
    return server
        .send(
            server
                .request(key, path)
                .header("Ledger-Min-Position", String.valueOf(write.header("Ledger-Position")))
                .GET()
                .build())
        .body();
  }

  private static List<String> items(JsonNode list, String field) {
    return list.path("items").valueStream().map(item -> item.path(field).asString()).toList();
  }

  @Test
  void what_is_said_of_a_place_is_what_is_read() throws Exception {
    String said =
        """
        "kind":"store","timeZone":"Europe/London",
        "coordinates":{"latitude":51.5074,"longitude":-0.1278},
        "opening":[{"day":"MONDAY","opens":"09:00","closes":"17:30","cutOff":"15:00"}],
        "countAccuracyPerMille":987,
        "transferTimes":[{"takes":"PT48H"},{"to":"W1","takes":"PT4H"}],
        "groups":["UK"],
        "sources":[{"source":"count","standsFor":"PT24H"},
                   {"source":"WMS","standsFor":"PT2H","reportsEvery":"PT15M"}]""";
    Said put = location(place, said);
    assertThat(put.status()).as(put.whole().body()).isEqualTo(200);
    assertThat(put.body().path("version").asLong()).isEqualTo(2);
    JsonNode read = seen("/v1/locations/" + place, put);
    assertThat(read.at("/coordinates/latitude").decimalValue()).isEqualByComparingTo("51.5074");
    assertThat(read.at("/opening/0/cutOff").asString()).isEqualTo("15:00");
    assertThat(read.at("/transferTimes/1/takes").asString()).isEqualTo("PT4H");
    assertThat(read.at("/sources/1/reportsEvery").asString()).isEqualTo("PT15M");
    assertThat(location(place, said).body().path("version").asLong()).isEqualTo(2);
    assertThat(location(place, "\"kind\":\"store\"").body().path("version").asLong()).isEqualTo(3);
  }

  @Test
  void everything_that_is_wrong_with_a_place_is_told_at_once() throws Exception {
    Said said =
        location(
            place,
            """
            "kind":"store","coordinates":{"latitude":90.5,"longitude":1e-9},
            "opening":[{"day":"MONDAY","opens":"09:00","closes":"08:00"}],
            "countAccuracyPerMille":1001,"groups":["a","a"],
            "sources":[{"source":"W","standsFor":"PT1H"},{"source":"W","standsFor":"PT1H"}],
            "pool":{"kind":"ring-fenced"}""");
    assertThat(said.status()).isEqualTo(400);
    assertThat(said.body().path("errors").valueStream().map(e -> e.path("field").asString()))
        .containsExactlyInAnyOrder(
            "coordinates.latitude",
            "coordinates.longitude",
            "opening[0].closes",
            "countAccuracyPerMille",
            "groups[1]",
            "sources[1].source",
            "pool");
  }

  @Test
  void a_group_that_leads_back_is_refused_with_the_way_round() throws Exception {
    String above = "G-" + UUID.randomUUID();
    location(above, "\"kind\":\"warehouse\",\"groups\":[\"" + place + "\"]");
    Said said = location(place, "\"kind\":\"store\",\"groups\":[\"" + above + "\"]");
    assertThat(said.problem()).isEqualTo("/problems/group-cycle");
    assertThat(said.body().path("cycle").valueStream().map(JsonNode::asString))
        .containsExactly(place, above, place);
  }

  @Test
  void places_are_found_by_kind_group_and_distance() throws Exception {
    String group = "G-" + UUID.randomUUID();
    String far = "F-" + UUID.randomUUID();
    String below = "B-" + UUID.randomUUID();
    location(
        place,
        "\"kind\":\"store\",\"groups\":[\""
            + group
            + "\"],\"coordinates\":{\"latitude\":51.5074,\"longitude\":-0.1278}");
    location(
        far,
        "\"kind\":\"store\",\"groups\":[\""
            + group
            + "\"],\"coordinates\":{\"latitude\":53.4808,\"longitude\":-2.2426}");
    Said last = location(below, "\"kind\":\"drop-ship\",\"groups\":[\"" + place + "\"]");
    String list = "/v1/locations?group=" + group;
    assertThat(items(seen(list, last), "location")).containsExactlyInAnyOrder(place, far, below);
    assertThat(items(seen(list + "&kind=store", last), "location"))
        .containsExactlyInAnyOrder(place, far);
    assertThat(items(seen(list + "&near=51.5,-0.1&radius=10000", last), "location"))
        .containsExactly(place);
    assertThat(items(seen(list + "&near=51.5,-0.1&radius=300000", last), "location"))
        .containsExactlyInAnyOrder(place, far);
    assertThat(items(seen("/v1/locations?q=" + far.substring(3), last), "location"))
        .containsExactly(far);
    assertThat(server.get(key, "/v1/locations?near=91,0&radius=5").status()).isEqualTo(400);
  }

  @Test
  void a_place_with_stock_is_not_retired_and_a_retired_one_takes_nothing_in() throws Exception {
    receive(place, sku, 3);
    String path = "/v1/locations/" + place;
    Said inUse = post(path + "/retire", NONE);
    assertThat(inUse.status()).isEqualTo(409);
    assertThat(inUse.problem()).isEqualTo("/problems/in-use");
    assertThat(inUse.body().at("/items/0/figures/onHand").asLong()).isEqualTo(3);
    post("/v1/stock/" + place + "/" + sku + "/pick", "{\"quantity\":3}");
    Said retired = post(path + "/retire", NONE);
    assertThat(retired.status()).as(retired.whole().body()).isEqualTo(200);
    assertThat(receive(place, sku, 1).problem()).isEqualTo("/problems/retired");
    String other = "S-" + UUID.randomUUID();
    put("/v1/products/" + other, "{\"name\":\"Other\"}");
    assertThat(receive(place, other, 1).problem()).isEqualTo("/problems/retired");
    assertThat(
            post("/v1/stock/" + place + "/" + sku + "/count", "{\"counted\":{\"good\":0}}")
                .status())
        .isEqualTo(200);
    assertThat(items(seen("/v1/locations?retired=true&q=" + place, retired), "location"))
        .containsExactly(place);
    assertThat(post(path + "/reinstate", NONE).status()).isEqualTo(200);
    assertThat(receive(place, sku, 1).status()).isEqualTo(200);
  }

  @Test
  void a_place_of_very_many_items_is_not_retired_for_the_last_of_them() throws Exception {
    List<String> elements = new ArrayList<>();
    for (int i = 100; i < 310; i++) {
      String product = "\"sku\":\"" + sku + "-" + i + "\"";
      String item = "\"location\":\"" + place + "\"," + product;
      elements.add("{\"type\":\"product\"," + product + ",\"name\":\"Thing\"}");
      elements.add("{\"type\":\"receive\"," + item + ",\"quantity\":1}");
      if (i < 309) {
        elements.add("{\"type\":\"pick\"," + item + ",\"quantity\":1}");
      }
    }
    Said there = together(elements.toArray(String[]::new));
    assertThat(there.status()).as(there.whole().body()).isEqualTo(200);
    Said inUse = post("/v1/locations/" + place + "/retire", NONE);
    assertThat(inUse.problem()).isEqualTo("/problems/in-use");
    assertThat(items(inUse.body(), "sku")).containsExactly(sku + "-309");
    post("/v1/stock/" + place + "/" + sku + "-309/pick", "{\"quantity\":1}");
    assertThat(post("/v1/locations/" + place + "/retire", NONE).status()).isEqualTo(200);
  }

  @Test
  void a_product_with_stock_anywhere_is_not_retired() throws Exception {
    receive(place, sku, 3);
    Said inUse = post("/v1/products/" + sku + "/retire", NONE);
    assertThat(inUse.body().at("/items/0/location").asString()).isEqualTo(place);
    post("/v1/stock/" + place + "/" + sku + "/pick", "{\"quantity\":3}");
    assertThat(post("/v1/products/" + sku + "/retire", NONE).status()).isEqualTo(200);
    Said refused = receive(place, sku, 1);
    assertThat(refused.problem()).isEqualTo("/problems/retired");
    assertThat(refused.body().path("retired").asString()).isEqualTo("product");
    assertThat(post("/v1/products/nothing/retire", NONE).problem())
        .isEqualTo("/problems/unknown-sku");
  }

  @Test
  void a_sum_shows_the_stock_of_its_places_and_holds_none() throws Exception {
    String second = "L-" + UUID.randomUUID();
    String pool = "P-" + UUID.randomUUID();
    location(second, "\"kind\":\"store\"");
    Said made =
        location(
            pool,
            "\"kind\":\"virtual\",\"pool\":{\"kind\":\"sum\",\"locations\":[\""
                + place
                + "\",\""
                + second
                + "\"]}");
    assertThat(made.status()).as(made.whole().body()).isEqualTo(201);
    receive(place, sku, 3);
    Said last = receive(second, sku, 4);
    Said refused = receive(pool, sku, 1);
    assertThat(refused.problem()).isEqualTo("/problems/sum-pool");
    JsonNode available = seen("/v1/available?total=true&location=" + pool, last);
    assertThat(available.at("/items/0/available").asLong()).isEqualTo(7);
    assertThat(available.at("/items/0/locations").asLong()).isEqualTo(2);
    JsonNode onHand = seen("/v1/on-hand?location=" + pool + "&location=" + place, last);
    assertThat(items(onHand, "location")).containsExactlyInAnyOrder(place, second);
    assertThat(
            location(
                    place,
                    "\"kind\":\"virtual\",\"pool\":{\"kind\":\"sum\",\"locations\":[\""
                        + second
                        + "\"]}")
                .problem())
        .isEqualTo("/problems/in-use");
  }

  private String sumOver(String... places) throws Exception {
    String pool = "P-" + UUID.randomUUID();
    Said made = location(pool, sum(places));
    assertThat(made.status()).as(made.whole().body()).isEqualTo(201);
    return pool;
  }

  private static String sum(String... places) {
    return "\"kind\":\"virtual\",\"pool\":{\"kind\":\"sum\",\"locations\":[\""
        + String.join("\",\"", places)
        + "\"]}";
  }

  @Test
  void the_card_of_a_sum_adds_its_places_up_and_shows_each() throws Exception {
    String second = "L-" + UUID.randomUUID();
    location(second, "\"kind\":\"store\"");
    String pool = sumOver(place, second);
    receive(place, sku, 3);
    receive(second, sku, 4);
    post("/v1/stock/" + place + "/" + sku + "/pick", "{\"quantity\":3}");
    Said last = post("/v1/stock/" + second + "/" + sku + "/reserve", "{\"quantity\":1}");
    JsonNode card = seen("/v1/stock/" + pool + "/" + sku, last);
    assertThat(card.at("/figures/onHand").asLong()).as(card.toString()).isEqualTo(4);
    assertThat(card.at("/figures/reserved").asLong()).isEqualTo(1);
    assertThat(card.at("/figures/available").asLong()).isEqualTo(3);
    assertThat(card.path("parts").valueStream().map(part -> part.path("location").asString()))
        .containsExactlyInAnyOrder(place, second);
    assertThat(card.path("locations").size()).isEqualTo(2);
    assertThat(card.has("version")).isFalse();
    for (String read : List.of("/as-of?at=2026-01-01T00:00:00Z", "/history")) {
      Said refused = server.get(key, "/v1/stock/" + pool + "/" + sku + read);
      assertThat(refused.problem()).as(read).isEqualTo("/problems/sum-pool");
      assertThat(refused.body().at("/locations/0").asString()).isEqualTo(place);
    }
    assertThat(
            server.get(key, "/v1/locations/" + pool + "/as-of?at=2026-01-01T00:00:00Z").problem())
        .isEqualTo("/problems/sum-pool");
    assertThat(server.get(key, "/v1/stock/" + pool + "/nothing").problem())
        .isEqualTo("/problems/unknown-sku");
  }

  @Test
  void a_place_that_became_a_sum_shows_that_of_others() throws Exception {
    String second = "L-" + UUID.randomUUID();
    location(second, "\"kind\":\"store\"");
    receive(place, sku, 3);
    receive(second, sku, 4);
    post("/v1/stock/" + place + "/" + sku + "/pick", "{\"quantity\":3}");
    Said last = location(place, sum(second));
    assertThat(last.status()).as(last.whole().body()).isEqualTo(200);
    JsonNode card = seen("/v1/stock/" + place + "/" + sku, last);
    assertThat(card.at("/figures/onHand").asLong()).as(card.toString()).isEqualTo(4);
    everythingIsRefused(place);
  }

  @Test
  void a_sum_takes_no_command_whatever_it_is() throws Exception {
    everythingIsRefused(sumOver(place));
  }

  private void everythingIsRefused(String pool) throws Exception {
    String one = "{\"quantity\":1}";
    Map<String, String> bodies =
        Map.of(
            "receive", one,
            "pick", one,
            "adjust", "{\"quantity\":1,\"reason\":\"FOUND\"}",
            "count", "{\"counted\":{\"good\":1}}",
            "return", one,
            "condition", "{\"quantity\":1,\"from\":\"good\",\"to\":\"damaged\"}",
            "set-aside", one,
            "reserve", one);
    for (Map.Entry<String, String> said : bodies.entrySet()) {
      Said refused = post("/v1/stock/" + pool + "/" + sku + "/" + said.getKey(), said.getValue());
      assertThat(refused.problem())
          .as("%s: %s", said.getKey(), refused.whole().body())
          .isEqualTo("/problems/sum-pool");
    }
    Said threshold = put("/v1/stock/" + pool + "/" + sku + "/low-stock", "{\"low\":1}");
    assertThat(threshold.problem()).isEqualTo("/problems/sum-pool");
    String line = "{\"sku\":\"" + sku + "\",\"quantity\":1}";
    String other = "L-" + UUID.randomUUID();
    location(other, "\"kind\":\"store\"");
    receive(other, sku, 1);
    String ends = "{\"from\":\"%s\",\"to\":\"%s\",\"lines\":[%s]}";
    assertThat(post("/v1/transfers", ends.formatted(other, pool, line)).whole().body())
        .contains("sum-pool");
    assertThat(post("/v1/transfers", ends.formatted(pool, other, line)).whole().body())
        .contains("sum-pool");
    Said expected =
        post(
            "/v1/inbound",
            "{\"kind\":\"purchase-order\",\"vendor\":\"V\",\"location\":\"%s\",\"expectedBy\":\"2099-01-01\",\"lines\":[%s]}"
                .formatted(pool, line));
    assertThat(expected.whole().body()).contains("sum-pool");
  }

  private Said together(String... elements) throws Exception {
    return post("/v1/commands?mode=atomic", "[" + String.join(",", elements) + "]");
  }

  @Test
  void a_place_a_product_their_names_a_rule_and_the_first_stock_come_in_one_request()
      throws Exception {
    String at = "\"location\":\"N-" + place + "\"";
    String of = "\"sku\":\"N-" + sku + "\"";
    String called = "\"source\":\"ERP-" + place + "\",\"id\":\"0/7\"";
    String[] all = {
      "{\"type\":\"location\"," + at + ",\"name\":\"New\",\"kind\":\"store\"}",
      "{\"type\":\"location-alias\"," + at + "," + called + "}",
      "{\"type\":\"product\"," + of + ",\"name\":\"Thing\",\"velocityClass\":\"A\"}",
      "{\"type\":\"product-alias\"," + of + "," + called + ",\"ifVersion\":1}",
      "{\"type\":\"low-stock-rule\",\"rule\":\"N-" + place + "\"," + at + ",\"low\":2}",
      "{\"type\":\"receive\"," + at + "," + of + ",\"quantity\":3}",
    };
    String[] tooMuch = Arrays.copyOf(all, all.length + 1);
    tooMuch[all.length] = "{\"type\":\"pick\"," + at + "," + of + ",\"quantity\":4}";
    Said refused = together(tooMuch);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(server.get(key, "/v1/locations/N-" + place).status()).isEqualTo(404);
    Said done = together(all);
    assertThat(done.status()).as(done.whole().body()).isEqualTo(200);
    assertThat(done.body().path("items").valueStream().map(item -> item.path("status").asInt()))
        .containsExactly(201, 200, 201, 200, 201, 200);
    String byAlias = "/v1/stock/ERP-" + place + "%3A0%2F7/ERP-" + place + "%3A0%2F7";
    JsonNode card = seen(byAlias, done);
    assertThat(card.at("/figures/onHand").asLong()).as(card.toString()).isEqualTo(3);
    Said out =
        together(
            "{\"type\":\"pick\"," + at + "," + of + ",\"quantity\":3}",
            "{\"type\":\"location-alias-remove\"," + at + "," + called + "}",
            "{\"type\":\"product-alias-remove\"," + of + "," + called + "}",
            "{\"type\":\"location-retire\"," + at + "}",
            "{\"type\":\"product-retire\"," + of + "}");
    assertThat(out.status()).as(out.whole().body()).isEqualTo(200);
    assertThat(receive("N-" + place, "N-" + sku, 1).problem()).isEqualTo("/problems/retired");
  }

  @Test
  void an_element_on_the_registry_is_checked_as_its_single_request() throws Exception {
    Said said =
        together(
            "{\"type\":\"product\",\"sku\":\"a b\",\"name\":\"\",\"gtin\":\"12345670\"}",
            "{\"type\":\"location\",\"name\":\"x\",\"kind\":\"store\",\"pool\":{\"kind\":\"sum\"}}",
            "{\"type\":\"location-retire\",\"location\":\"L1\",\"why\":1}");
    assertThat(said.body().path("errors").valueStream().map(e -> e.path("field").asString()))
        .as(said.whole().body())
        .contains("[0].sku", "[0].name", "[1].location", "[2].why");
    Said associate =
        server.write(
            server.keyOf("\"associate\"", ""),
            "POST",
            "/v1/commands?mode=atomic",
            "[{\"type\":\"location-retire\",\"location\":\"" + place + "\"}]");
    assertThat(associate.status()).isEqualTo(403);
  }

  @Test
  void a_number_is_checked_and_belongs_to_one_product() throws Exception {
    String number = number();
    String wrong = number.substring(0, 12) + (number.charAt(12) == '9' ? 0 : 9);
    Said refused = put("/v1/products/" + sku, "{\"name\":\"Thing\",\"gtin\":\"" + wrong + "\"}");
    assertThat(refused.problem()).isEqualTo("/problems/wrong-check-digit");
    assertThat(refused.body().path("expectedDigit").asInt()).isEqualTo(number.charAt(12) - '0');
    String body =
        "{\"name\":\"Thing\",\"gtin\":\""
            + number
            + "\",\"categoryPath\":\"Home/Kitchen\",\"tags\":[\"gift\"],"
            + "\"velocityClass\":\"A\",\"options\":{\"colour\":\"red\"}}";
    Said put = put("/v1/products/" + sku, body);
    assertThat(put.status()).as(put.whole().body()).isEqualTo(200);
    Said taken = put("/v1/products/S-" + UUID.randomUUID(), body);
    assertThat(taken.problem()).isEqualTo("/problems/alias-taken");
    assertThat(taken.body().path("sku").asString()).isEqualTo(sku);
    for (String filter :
        List.of(
            "gtin=0" + number,
            "category=Home&tag=gift&velocityClass=A&q=" + sku,
            "category=Home/Kitchen&q=" + sku)) {
      assertThat(items(seen("/v1/products?" + filter, put), "sku")).as(filter).containsExactly(sku);
    }
    assertThat(items(seen("/v1/products?category=Ho&q=" + sku, put), "sku")).isEmpty();
    assertThat(receive(place, "gtin:" + number, 2).body().path("sku").asString()).isEqualTo(sku);
    assertThat(receive(place, "gtin:" + wrong, 2).status()).isEqualTo(400);
  }

  /** Thirteen digits of which the last one is right, different ones each time. */
  private static String number() {
    long digits = 400_000_000_000L + UUID.randomUUID().getLeastSignificantBits() % 100_000_000_000L;
    String first = String.format("%012d", digits);
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (first.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return first + (10 - sum % 10) % 10;
  }

  @Test
  void names_of_other_systems_resolve_everywhere() throws Exception {
    String source = "ERP-" + UUID.randomUUID();
    String odd = "GB/0007 ü%&?#";
    assertThat(post("/v1/locations/" + place + "/aliases", alias(source, odd)).status())
        .isEqualTo(200);
    Said added = post("/v1/products/" + sku + "/aliases", alias(source, "100/85123-A"));
    assertThat(added.status()).isEqualTo(200);
    String placeCalled = encoded(source + ":" + odd);
    String skuCalled = encoded(source + ":100/85123-A");

    Said received = receive(placeCalled, skuCalled, 5);
    assertThat(received.status()).as(received.whole().body()).isEqualTo(200);
    assertThat(received.body().path("location").asString()).isEqualTo(place);
    assertThat(received.body().path("sku").asString()).isEqualTo(sku);

    Said reserved =
        post(
            "/v1/reservations",
            "{\"lines\":[{\"locations\":[\""
                + source
                + ":"
                + odd
                + "\"],\"sku\":\""
                + source
                + ":100/85123-A\",\"quantity\":1}]}");
    assertThat(reserved.status()).as(reserved.whole().body()).isEqualTo(201);
    Said bulk =
        post(
            "/v1/commands?mode=independent",
            "[{\"type\":\"pick\",\"location\":\""
                + source
                + ":"
                + odd
                + "\",\"sku\":\""
                + sku
                + "\",\"quantity\":1},{\"type\":\"pick\",\"location\":\""
                + source
                + ":nothing\",\"sku\":\""
                + sku
                + "\",\"quantity\":1}]");
    assertThat(bulk.body().at("/items/0/status").asInt()).as(bulk.whole().body()).isEqualTo(200);
    assertThat(bulk.body().at("/items/1/status").asInt()).isEqualTo(404);
    assertThat(bulk.body().at("/items/1/problem/type").asString())
        .isEqualTo("/problems/unknown-alias");

    JsonNode read = seen("/v1/stock/" + placeCalled + "/" + skuCalled, reserved);
    assertThat(read.path("location").asString()).isEqualTo(place);
    assertThat(
            items(
                seen("/v1/available?location=" + placeCalled + "&sku=" + skuCalled, added), "sku"))
        .containsExactly(sku);
    assertThat(seen("/v1/locations/" + placeCalled, added).at("/aliases/0/id").asString())
        .isEqualTo(odd);
  }

  @Test
  void a_name_means_one_thing_and_can_be_given_away() throws Exception {
    String source = "ERP-" + UUID.randomUUID();
    String second = "L-" + UUID.randomUUID();
    location(second, "\"kind\":\"store\"");
    post("/v1/locations/" + place + "/aliases", alias(source, "7"));
    assertThat(receive(source + ":7", sku, 1).body().path("location").asString()).isEqualTo(place);
    Said taken = post("/v1/locations/" + second + "/aliases", alias(source, "7"));
    assertThat(taken.problem()).isEqualTo("/problems/alias-taken");
    assertThat(taken.body().path("location").asString()).isEqualTo(place);
    assertThat(post("/v1/locations/" + place + "/aliases", alias(source, "7")).status())
        .isEqualTo(200);

    String once = UUID.randomUUID().toString();
    String path = "/v1/stock/" + source + ":7/" + sku + "/receive";
    Said first = server.write(key, "POST", path, "{\"quantity\":1}", once);
    post("/v1/locations/" + place + "/aliases/remove", alias(source, "7"));
    Said repeated = server.write(key, "POST", path, "{\"quantity\":1}", once);
    assertThat(repeated.whole().body()).isEqualTo(first.whole().body());
    assertThat(server.write(key, "POST", path, "{\"quantity\":2}", once).status()).isEqualTo(422);
    Said unknown = receive(source + ":7", sku, 1);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.problem()).isEqualTo("/problems/unknown-alias");
    assertThat(unknown.body().path("source").asString()).isEqualTo(source);
    assertThat(post("/v1/locations/" + place + "/aliases/remove", alias(source, "7")).problem())
        .isEqualTo("/problems/unknown-alias");
    post("/v1/locations/" + second + "/aliases", alias(source, "7"));
    assertThat(receive(source + ":7", sku, 1).body().path("location").asString()).isEqualTo(second);
    assertThat(post("/v1/products/" + sku + "/aliases", alias("gtin", "7")).status())
        .isEqualTo(400);
  }

  private static String alias(String source, String id) {
    return "{\"source\":\"" + source + "\",\"id\":\"" + id + "\"}";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
