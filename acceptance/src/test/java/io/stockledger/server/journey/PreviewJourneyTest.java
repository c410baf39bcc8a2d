package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Drafts of rules played over what has passed, and channels that only watch. */
class PreviewJourneyTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private RunningServer server;
  private String key;
  private String channel;
  private String place;
  private String sku;
  private String item;

  @BeforeEach
  void aShop() throws Exception {
    server = RunningServer.shared();
    key = server.keyOf("\"manager\",\"integration\"", "");
    channel = "web-" + UUID.randomUUID();
    place = "L-" + UUID.randomUUID();
    sku = "S-" + UUID.randomUUID();
    item = "/v1/stock/" + place + "/" + sku;
    write("PUT", "/v1/locations/" + place, "{\"name\":\"P\",\"kind\":\"store\"}");
    write("PUT", "/v1/products/" + sku, "{\"name\":\"Thing\"}");
    write("PUT", "/v1/channels/" + channel, "{\"name\":\"Web shop\",\"shadow\":false}");
    write("POST", item + "/receive", "{\"quantity\":5}");
  }

  private Said send(String method, String path, String body) throws Exception {
    return server.write(key, method, path, body);
  }

  private Said write(String method, String path, String body) throws Exception {
    Said said = send(method, path, body);
    assertThat(said.status()).as(said.whole().body()).isBetween(200, 202);
    return said;
  }

  private String previews() {
    return "/v1/channels/" + channel + "/previews";
  }

  /** One at a time on a node: while another one is played, it is asked again. */
  private Said begin(String body) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    Said said = send("POST", previews(), body);
    while (said.problem().equals("/problems/preview-running") && Instant.now().isBefore(end)) {
      said = send("POST", previews(), body);
    }
    assertThat(said.status()).as(said.whole().body()).isEqualTo(202);
    assertThat(said.header("Location")).isEqualTo(previews() + "/" + id(said));
    return said;
  }

  private static String id(Said said) {
    return said.body().path("id").asString();
  }

  private JsonNode ended(String id) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    JsonNode preview = server.get(key, previews() + "/" + id).body();
    while (preview.path("state").asString().equals("running")) {
      assertThat(Instant.now()).as(preview.toString()).isBefore(end);
      preview = server.get(key, previews() + "/" + id).body();
    }
    return preview;
  }

  @Test
  void a_buffer_would_have_hidden_units_and_spared_an_oversell() throws Exception {
    channel = "default";
    Said sold =
        write("POST", item + "/reserve", "{\"quantity\":5,\"channel\":\"" + channel + "\"}");
    write(
        "POST",
        item + "/release",
        "{\"reservationId\":\"%s\",\"quantity\":2,\"reason\":\"OVERSOLD\"}"
            .formatted(sold.body().path("reservationId").asString()));
    server.send(
        server
            .request(key, "/v1/available?sku=" + sku)
            .header("Ledger-Min-Position", Long.toString(server.headPosition()))
            .GET()
            .build());
    Said begun =
        begin(
            """
            {"rule":"r1","draft":{"buffer":{"units":1}},"days":3,"skus":["%s"]}"""
                .formatted(sku));
    JsonNode preview = ended(id(begun));
    assertThat(preview.path("state").asString()).as(preview.toString()).isEqualTo("done");
    assertThat(preview.path("complete").asBoolean()).isTrue();
    assertThat(preview.path("played").asLong()).isEqualTo(1);
    assertThat(preview.at("/draft/terms/buffer/units").asLong()).isEqualTo(1);
    JsonNode totals = preview.path("totals");
    assertThat(totals.path("unitsReserved").asLong()).as(preview.toString()).isEqualTo(5);
    assertThat(totals.path("unitsRefused").asLong()).isEqualTo(5);
    assertThat(totals.path("unitsOversold").asLong()).isEqualTo(2);
    assertThat(totals.path("unitsSpared").asLong()).isEqualTo(2);
    assertThat(totals.path("unitsHidden").asLong()).isEqualTo(1);
    JsonNode items = server.get(key, previews() + "/" + id(begun) + "/items").body().path("items");
    assertThat(items.size()).as(items.toString()).isEqualTo(1);
    assertThat(items.at("/0/sku").asString()).isEqualTo(sku);
    assertThat(items.at("/0/inForce/sellable").asLong()).isEqualTo(2);
    assertThat(items.at("/0/draft/sellable").asLong()).isEqualTo(1);
    Said now = server.get(key, "/v1/channels/" + channel + "/availability/" + sku);
    assertThat(now.body().path("sellable").asLong()).as("a draft changes nothing").isEqualTo(2);
  }

  @Test
  void the_same_request_under_its_key_is_one_preview_and_another_one_is_refused() throws Exception {
    String body = "{\"rule\":\"r1\",\"draft\":{\"buffer\":{\"units\":1}},\"days\":1}";
    String same = UUID.randomUUID().toString();
    Instant end = Instant.now().plus(PATIENCE);
    Said first = server.write(key, "POST", previews(), body, same);
    while (first.status() != 202 && Instant.now().isBefore(end)) {
      first = server.write(key, "POST", previews(), body, same);
    }
    Said again = server.write(key, "POST", previews(), body, same);
    assertThat(id(again)).isEqualTo(id(first));
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    Said other = server.write(key, "POST", previews(), body.replace("1}}", "2}}"), same);
    assertThat(other.problem()).isEqualTo("/problems/idempotency-key-reused");
    Said cancelled = write("DELETE", previews() + "/" + id(first), "");
    assertThat(cancelled.body().path("state").asString()).isIn("cancelled", "done");
    assertThat(ended(id(first)).path("state").asString())
        .isEqualTo(cancelled.body().path("state").asString());
  }

  @Test
  void what_cannot_be_played_is_refused() throws Exception {
    Said empty = send("POST", previews(), "{\"rule\":\"r1\",\"days\":91}");
    assertThat(empty.problem()).isEqualTo("/problems/invalid-request");
    assertThat(empty.body().path("errors").toString()).contains("draft").contains("days");
    Said within =
        send(
            "POST", previews(), "{\"rule\":\"r1\",\"days\":1,\"draft\":{\"freshFor\":\"PT0.1S\"}}");
    assertThat(within.body().at("/errors/0/field").asString()).isEqualTo("draft.freshFor");
    Said removal = send("POST", previews(), "{\"rule\":\"r1\",\"days\":1,\"remove\":true}");
    assertThat(removal.problem()).isEqualTo("/problems/unknown-rule");
    Said nowhere =
        send(
            "POST",
            "/v1/channels/none/previews",
            "{\"rule\":\"r1\",\"draft\":{\"listingCap\":1},\"days\":1}");
    assertThat(nowhere.problem()).isEqualTo("/problems/unknown-channel");
    assertThat(server.get(key, previews() + "/none").problem())
        .isEqualTo("/problems/unknown-preview");
    String clerk = server.keyOf("\"associate\"", "");
    assertThat(server.get(clerk, previews() + "/none").problem()).isEqualTo("/problems/forbidden");
  }

  private String figures() {
    return "/v1/channels/" + channel + "/shadow-figures";
  }

  private JsonNode differences(String more) throws Exception {
    return server.get(key, "/v1/channels/" + channel + "/shadow-differences" + more).body();
  }

  @Test
  void what_another_system_says_is_held_against_what_the_channel_would_say() throws Exception {
    String body =
        """
        {"items":[{"location":"%s","sku":"%s","sellable":8},
                  {"location":"%s","sku":"none","sellable":1}]}"""
            .formatted(place, sku, place);
    assertThat(send("POST", figures(), body).problem()).isEqualTo("/problems/not-a-shadow");
    write("PUT", "/v1/channels/" + channel, "{\"name\":\"Web shop\",\"shadow\":true}");
    String same = UUID.randomUUID().toString();
    Said first = server.write(key, "POST", figures(), body, same);
    assertThat(first.status()).as(first.whole().body()).isEqualTo(200);
    assertThat(first.body().path("compared").asLong()).isEqualTo(1);
    assertThat(first.body().path("different").asLong()).isEqualTo(1);
    assertThat(first.body().at("/unknown/0/sku").asString()).isEqualTo("none");
    Said again = server.write(key, "POST", figures(), body, same);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.body()).isEqualTo(first.body());
    JsonNode one = differences("").at("/items/0");
    assertThat(one.path("compared").asLong()).as(one.toString()).isEqualTo(1);
    assertThat(one.path("unitsMore").asLong()).isEqualTo(3);
    assertThat(one.at("/last/said").asLong()).isEqualTo(8);
    assertThat(one.at("/last/ours").asLong()).isEqualTo(5);
    write("POST", figures(), body.replace(":8}", ":4}"));
    write("POST", figures(), body.replace("\"sellable\":8", "\"state\":\"in-stock\""));
    JsonNode sum = differences("/locations").at("/items/0");
    assertThat(sum.path("location").asString()).isEqualTo(place);
    assertThat(sum.path("compared").asLong()).isEqualTo(3);
    assertThat(sum.path("different").asLong()).isEqualTo(2);
    assertThat(sum.path("unitsFewer").asLong()).isEqualTo(1);
    assertThat(differences("/days").at("/items/0/largest").asLong()).isEqualTo(3);
    assertThat(differences("?location=elsewhere").path("items").size()).isZero();
  }

  @Test
  void the_largest_difference_comes_first_and_pages_follow() throws Exception {
    write("PUT", "/v1/channels/" + channel, "{\"name\":\"Web shop\",\"shadow\":true}");
    StringBuilder body = new StringBuilder("{\"items\":[");
    for (int i = 0; i < 3; i++) {
      String other = sku + "-" + i;
      write("PUT", "/v1/products/" + other, "{\"name\":\"Thing\"}");
      write("POST", "/v1/stock/" + place + "/" + other + "/receive", "{\"quantity\":1}");
      body.append(i == 0 ? "" : ",")
          .append(
              "{\"location\":\"%s\",\"sku\":\"%s\",\"sellable\":%d}"
                  .formatted(place, other, 3 + i));
    }
    write("POST", figures(), body.append("]}").toString());
    JsonNode first = differences("?limit=2");
    assertThat(first.at("/items/0/largest").asLong()).isEqualTo(4);
    assertThat(first.at("/items/1/largest").asLong()).isEqualTo(3);
    JsonNode second = differences("?limit=2&cursor=" + first.path("next").asString());
    assertThat(second.path("items").size()).isEqualTo(1);
    assertThat(second.at("/items/0/largest").asLong()).isEqualTo(2);
    assertThat(second.has("next")).isFalse();
  }
}
