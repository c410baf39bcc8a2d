package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer.Said;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is retired, and what runs low, where units come by device lines and by transfers. */
class RetiredAndLowStockJourneyTest {
  private static final String RAN_LOW = "stock.ran-low";
  private static final String RECOVERED = "stock.recovered";

  private final Instant happened = Instant.now().minusSeconds(3_600);
  private RunningServer server;
  private Bulk place;
  private String other;
  private String id;
  private long sequence;

  @BeforeEach
  void anItemAndAnotherPlace() throws Exception {
    server = RunningServer.shared();
    place = Bulk.on(server, "integration");
    other = "L-" + UUID.randomUUID();
    id = "x-" + UUID.randomUUID();
    done("PUT", "/v1/locations/" + other, "{\"name\":\"Two\",\"kind\":\"warehouse\"}");
  }

  private Said done(String method, String path, String body) throws Exception {
    Said said = server.write(place.key(), method, path, body);
    assertThat(said.status()).as(said.whole().body()).isBetween(200, 201);
    return said;
  }

  private Said post(String path, String body) throws Exception {
    return server.write(place.key(), "POST", path, body);
  }

  private Said stock(String location, String verb, String body) throws Exception {
    return post("/v1/stock/" + location + "/" + place.sku() + "/" + verb, body);
  }

  private Said transfer(String more, long units) throws Exception {
    return post(
        "/v1/transfers",
        "{\"transferId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":%d}]%s}"
            .formatted(id, place.location(), other, place.sku(), units, more));
  }

  private Said ofTransfer(String verb) throws Exception {
    return done("POST", "/v1/transfers/" + id + "/" + verb, "{}");
  }

  private Said retire(String location) throws Exception {
    return post("/v1/locations/" + location + "/retire", "{}");
  }

  private JsonNode deviceLine(String type, long units) throws Exception {
    String line =
        "{\"sequence\":%d,\"type\":\"%s\",\"location\":\"%s\",\"sku\":\"%s\",\"quantity\":%d,\"occurredAt\":\"%s\"}"
            .formatted(++sequence, type, place.location(), place.sku(), units, happened);
    return done("POST", "/v1/devices/" + id + "/batches", "{\"lines\":[" + line + "]}")
        .body()
        .at("/lines/0");
  }

  private static List<String> events(JsonNode entry) {
    return entry.path("events").valueStream().map(JsonNode::asString).toList();
  }

  /** The kinds of the last entries of an item, from the one after a version. */
  private List<String> history(String location, long after) throws Exception {
    return read("/v1/stock/%s/%s/history?after=%d".formatted(location, place.sku(), after))
        .path("items")
        .valueStream()
        .map(entry -> entry.path("type").asString())
        .toList();
  }

  private JsonNode read(String path) throws Exception {
    return server
        .send(
            server
                .request(place.key(), path)
                .header("Ledger-Min-Position", Long.toString(server.headPosition()))
                .build())
        .body();
  }

  private List<String> lowAt(String location) throws Exception {
    return read("/v1/low-stock?location=" + location)
        .path("items")
        .valueStream()
        .map(item -> item.path("sku").asString())
        .toList();
  }

  @Test
  void a_device_line_brings_nothing_to_a_retired_location() throws Exception {
    deviceLine("receive", 2);
    assertThat(deviceLine("pick", 2).path("outcome").asString()).isEqualTo("applied");
    assertThat(retire(place.location()).status()).isEqualTo(200);
    for (String type : List.of("receive", "return")) {
      JsonNode line = deviceLine(type, 1);
      assertThat(line.path("outcome").asString()).isEqualTo("refused");
      assertThat(line.at("/problem/type").asString()).isEqualTo("/problems/retired");
      assertThat(line.at("/problem/retired").asString()).isEqualTo("location");
    }
    assertThat(place.good()).isZero();
    JsonNode kept = read("/v1/devices/" + id + "/lines?outcome=refused").path("items");
    assertThat(kept).hasSize(2);
    assertThat(kept.get(0).path("problem").asString()).isEqualTo("retired");
  }

  @Test
  void what_a_device_took_from_a_retired_location_is_a_fact_and_a_discrepancy() throws Exception {
    deviceLine("receive", 2);
    deviceLine("pick", 2);
    assertThat(retire(place.location()).status()).isEqualTo(200);
    JsonNode line = deviceLine("pick", 1);
    assertThat(line.path("outcome").asString()).isEqualTo("stated");
    assertThat(line.at("/problem/type").asString()).isEqualTo("/problems/insufficient-stock");
    JsonNode opened = read("/v1/discrepancies/" + line.path("discrepancyId").asString());
    assertThat(opened.path("missing").asLong()).isEqualTo(1);
    assertThat(place.good()).isZero();
  }

  @Test
  void no_transfer_begins_towards_a_retired_location() throws Exception {
    stock(place.location(), "receive", "{\"quantity\":5}");
    assertThat(retire(other).status()).isEqualTo(200);
    for (String more : List.of("", ",\"move\":true")) {
      Said said = transfer(more, 2);
      assertThat(said.status()).as(said.whole().body()).isEqualTo(409);
      JsonNode problem = said.body().has("lines") ? said.body().at("/lines/0") : said.body();
      assertThat(problem.path("type").asString()).isEqualTo("/problems/retired");
      assertThat(problem.path("location").asString()).isEqualTo(other);
    }
    JsonNode origin = read("/v1/stock/" + place.location() + "/" + place.sku());
    assertThat(origin.path("version").asLong()).isEqualTo(1);
    assertThat(origin.at("/figures/available").asLong()).isEqualTo(5);
  }

  @Test
  void neither_end_of_a_transfer_under_way_is_retired() throws Exception {
    stock(place.location(), "receive", "{\"quantity\":2}");
    assertThat(transfer("", 2).status()).isEqualTo(201);
    assertThat(retire(place.location()).problem()).isEqualTo("/problems/in-use");
    ofTransfer("dispatch");
    assertThat(retire(place.location()).status()).isEqualTo(200);
    Said onItsWay = retire(other);
    assertThat(onItsWay.problem()).isEqualTo("/problems/in-use");
    assertThat(onItsWay.body().at("/items/0/figures/inTransit").asLong()).isEqualTo(2);
    ofTransfer("receive");
    assertThat(retire(other).problem()).isEqualTo("/problems/in-use");
    stock(other, "pick", "{\"quantity\":2}");
    assertThat(retire(other).status()).isEqualTo(200);
  }

  /** Asked for while the destination was in use, dispatched after it went. */
  @Test
  void what_was_asked_for_does_not_leave_towards_a_location_that_was_retired_since()
      throws Exception {
    stock(place.location(), "receive", "{\"quantity\":3}");
    assertThat(transfer("", 3).status()).isEqualTo(201);
    assertThat(retire(other).status()).isEqualTo(200);
    Said said = post("/v1/transfers/" + id + "/dispatch", "{}");
    assertThat(said.status()).as(said.whole().body()).isEqualTo(409);
    assertThat(said.whole().body()).contains("/problems/retired");
    assertThat(ofTransfer("cancel").body().at("/entries/0/figures/available").asLong())
        .isEqualTo(3);
  }

  @Test
  void a_device_line_flags_what_it_takes_below_the_threshold_and_what_it_lifts_above()
      throws Exception {
    deviceLine("receive", 5);
    threshold(place.location());
    long version = deviceLine("pick", 1).path("version").asLong();
    assertThat(lowAt(place.location())).isEmpty();
    deviceLine("pick", 1);
    assertThat(history(place.location(), version)).containsExactly("stock.picked", RAN_LOW);
    assertThat(lowAt(place.location())).containsExactly(place.sku());
    version = deviceLine("pick", 1).path("version").asLong();
    deviceLine("receive", 4);
    assertThat(history(place.location(), version)).containsExactly("stock.received", RECOVERED);
    assertThat(lowAt(place.location())).isEmpty();
  }

  @Test
  void a_transfer_flags_both_ends() throws Exception {
    stock(place.location(), "receive", "{\"quantity\":5}");
    stock(other, "receive", "{\"quantity\":1}");
    threshold(place.location());
    threshold(other);
    assertThat(lowAt(other)).containsExactly(place.sku());
    Said asked = transfer("", 4);
    assertThat(events(asked.body().at("/entries/0"))).contains(RAN_LOW);
    assertThat(lowAt(place.location())).containsExactly(place.sku());
    Said left = ofTransfer("dispatch");
    left.body().path("entries").forEach(e -> assertThat(events(e)).doesNotContain(RECOVERED));
    assertThat(lowAt(other)).containsExactly(place.sku());
    Said arrived = ofTransfer("receive");
    assertThat(events(arrived.body().at("/entries/0"))).contains(RECOVERED);
    assertThat(lowAt(other)).isEmpty();
  }

  @Test
  void a_transfer_that_is_cancelled_lifts_its_origin_again() throws Exception {
    stock(place.location(), "receive", "{\"quantity\":5}");
    threshold(place.location());
    assertThat(events(transfer("", 4).body().at("/entries/0"))).contains(RAN_LOW);
    assertThat(events(ofTransfer("cancel").body().at("/entries/0"))).contains(RECOVERED);
    assertThat(lowAt(place.location())).isEmpty();
  }

  private void threshold(String location) throws Exception {
    done("PUT", "/v1/stock/" + location + "/" + place.sku() + "/low-stock", "{\"low\":3}");
  }
}
