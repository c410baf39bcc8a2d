package io.stockledger.server.journey;

import static io.stockledger.server.journey.Bulk.fields;
import static io.stockledger.server.journey.Bulk.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer.Said;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many commands in one request, each for itself. */
class IndependentCommandsTest {
  private RunningServer server;
  private Bulk bulk;

  @BeforeEach
  void anItemOfItsOwn() throws Exception {
    server = RunningServer.shared();
    bulk = Bulk.on(server, "integration");
  }

  @Test
  void a_thousand_on_one_item_are_counted_in_their_order() throws Exception {
    List<String> elements = new ArrayList<>();
    elements.add(bulk.keyed("receive", "\"quantity\":600"));
    elements.addAll(bulk.picks(999));
    Said said = bulk.independent(null, elements);
    assertThat(said.status()).isEqualTo(207);
    assertThat(statuses(said).subList(0, 601)).containsOnly(200);
    assertThat(statuses(said).subList(601, 1_000)).containsOnly(409);
    JsonNode items = said.body().path("items");
    assertThat(items.at("/600/answer/version").asLong()).isEqualTo(601);
    assertThat(items.at("/600/answer/figures/good").asLong()).isZero();
    assertThat(items.at("/601/problem/type").asString()).isEqualTo("/problems/insufficient-stock");
    assertThat(said.header("Ledger-Position")).isEqualTo(said.body().path("position").asString());
    assertThat(said.body().path("position").asLong())
        .isEqualTo(items.at("/600/answer/position").asLong());
    assertThat(bulk.good()).isZero();
  }

  @Test
  void each_has_its_own_answer_and_an_invalid_one_stops_no_other() throws Exception {
    Said said =
        bulk.independent(
            null,
            List.of(
                bulk.keyed("receive", "\"quantity\":5"),
                bulk.keyed("receive", "\"quantity\":\"5\",\"colour\":\"red\""),
                bulk.element("receive", "\"quantity\":1"),
                bulk.keyed("adjust", "\"quantity\":1,\"reason\":\"OTHER\",\"note\":\"x\""),
                bulk.keyed("teleport", "\"quantity\":1"),
                "7",
                bulk.keyed("pick", "\"quantity\":9"),
                bulk.keyed("pick", "\"quantity\":2")));
    assertThat(said.status()).isEqualTo(207);
    assertThat(statuses(said)).containsExactly(200, 400, 400, 403, 400, 400, 409, 200);
    JsonNode items = said.body().path("items");
    assertThat(fields(items.at("/1/problem"))).containsExactly("[1].colour", "[1].quantity");
    assertThat(items.at("/2/problem/type").asString())
        .isEqualTo("/problems/idempotency-key-required");
    assertThat(items.at("/3/problem/scope").asString()).isEqualTo("stock.adjust-other");
    assertThat(fields(items.at("/4/problem"))).containsExactly("[4].type");
    assertThat(fields(items.at("/5/problem"))).containsExactly("[5]");
    assertThat(items.at("/6/problem/available").asLong()).isEqualTo(5);
    assertThat(items.at("/7/index").asInt()).isEqualTo(7);
    assertThat(bulk.good()).isEqualTo(3);
  }

  @Test
  void every_verb_goes_as_it_goes_alone() throws Exception {
    Said said =
        bulk.as(server.keyOf("\"manager\"", ""))
            .independent(
                UUID.randomUUID().toString(),
                List.of(
                    bulk.element("receive", "\"quantity\":50"),
                    bulk.element("count", "\"counted\":{\"good\":48}"),
                    bulk.element(
                        "adjust", "\"quantity\":2,\"reason\":\"CORRECTION\",\"ifVersion\":2"),
                    bulk.element(
                        "adjust", "\"quantity\":2,\"reason\":\"CORRECTION\",\"ifVersion\":2"),
                    bulk.element("return", "\"quantity\":1,\"condition\":\"damaged\""),
                    bulk.element(
                        "condition", "\"from\":\"damaged\",\"to\":\"good\",\"quantity\":1"),
                    bulk.element("set-aside", "\"quantity\":3,\"reason\":\"TRANSFER\""),
                    bulk.element("put-back", "\"quantity\":3"),
                    bulk.element("pick", "\"quantity\":1"),
                    bulk.element("reverse", "\"version\":8,\"reason\":\"CORRECTION\""),
                    bulk.element(
                        "reserve", "\"quantity\":4,\"reservationId\":\"r-" + bulk.sku() + "\""),
                    bulk.element(
                        "release", "\"quantity\":1,\"reservationId\":\"r-" + bulk.sku() + "\""),
                    reservation("pick", "\"quantity\":1"),
                    reservation("change", "\"lines\":[" + line(5) + "]"),
                    reservation("release", ""),
                    "{\"type\":\"reserve\",\"expiresIn\":\"PT1H\",\"reservationId\":\"m-"
                        + bulk.sku()
                        + "\",\"lines\":["
                        + line(2)
                        + "]}",
                    many("extend", "\"expiresIn\":\"PT2H\""),
                    many("confirm", ""),
                    "{\"type\":\"release-many\",\"location\":\"" + bulk.location() + "\"}"));
    assertThat(statuses(said))
        .as(said.whole().body())
        .containsExactly(
            200, 200, 200, 412, 200, 200, 200, 200, 200, 200, 201, 200, 200, 200, 200, 201, 200,
            200, 200);
    assertThat(said.body().at("/items/10/location").asString())
        .isEqualTo("/v1/reservations/r-" + bulk.sku());
  }

  private String reservation(String type, String more) {
    return of("r-", type, more);
  }

  private String many(String type, String more) {
    return of("m-", type, more);
  }

  private String of(String prefix, String type, String more) {
    return "{\"type\":\"%s\",\"reservationId\":\"%s%s\"%s}"
        .formatted(type, prefix, bulk.sku(), more.isEmpty() ? "" : "," + more);
  }

  private String line(int quantity) {
    return "{\"line\":\"1\",\"location\":\"%s\",\"sku\":\"%s\",\"quantity\":%d}"
        .formatted(bulk.location(), bulk.sku(), quantity);
  }

  @Test
  void a_repeat_is_replayed_element_by_element() throws Exception {
    List<String> elements =
        List.of(
            bulk.keyed("receive", "\"quantity\":5"),
            bulk.keyed("pick", "\"quantity\":9"),
            bulk.keyed("pick", "\"quantity\":2"));
    Said first = bulk.independent(null, elements);
    Said again = bulk.independent(null, List.of(elements.get(2), elements.get(0), elements.get(1)));
    assertThat(statuses(again)).containsExactly(200, 200, 409);
    JsonNode items = again.body().path("items");
    assertThat(items.valueStream().map(i -> i.path("replayed").asBoolean())).containsOnly(true);
    assertThat(items.at("/0/answer")).isEqualTo(first.body().at("/items/2/answer"));
    assertThat(items.at("/2/problem")).isEqualTo(first.body().at("/items/1/problem"));
    assertThat(bulk.good()).isEqualTo(3);
    String key = first.body().at("/items/1/key").asString();
    assertThat(server.get(bulk.key(), "/v1/commands/" + key).body().path("status").asInt())
        .isEqualTo(409);
  }

  @Test
  void one_key_twice_in_a_request_is_a_repeat_and_for_another_command_refused() throws Exception {
    String once = bulk.keyed("receive", "\"quantity\":5");
    Said said =
        bulk.independent(
            null, List.of(once, once, once.replace("\"quantity\":5", "\"quantity\":6")));
    assertThat(statuses(said)).containsExactly(200, 200, 422);
    assertThat(said.body().at("/items/0/replayed").asBoolean()).isFalse();
    assertThat(said.body().at("/items/1/replayed").asBoolean()).isTrue();
    assertThat(said.body().at("/items/1/answer")).isEqualTo(said.body().at("/items/0/answer"));
    assertThat(bulk.good()).isEqualTo(5);
  }

  @Test
  void the_key_of_the_request_makes_those_of_its_commands_and_is_for_no_other() throws Exception {
    String once = UUID.randomUUID().toString();
    List<String> elements =
        List.of(bulk.element("receive", "\"quantity\":5"), bulk.element("pick", "\"quantity\":9"));
    Said first = bulk.independent(once, elements);
    Said again = bulk.independent(once, elements);
    assertThat(first.body().at("/items/1/key").asString()).isEqualTo(once + ":1");
    assertThat(again.body().at("/items/0/replayed").asBoolean()).isTrue();
    assertThat(again.body().at("/items/1/replayed").asBoolean()).isTrue();
    Said other = bulk.independent(once, List.of(bulk.keyed("receive", "\"quantity\":6")));
    assertThat(other.status()).isEqualTo(422);
    assertThat(bulk.good()).isEqualTo(5);
    Said taken = server.get(bulk.key(), "/v1/commands/" + once);
    assertThat(taken.body().path("status").asInt()).isEqualTo(207);
    assertThat(taken.body().at("/answer/commands").asInt()).isEqualTo(2);
    assertThat(server.get(bulk.key(), "/v1/commands/" + once + ":0").body().path("answer"))
        .isEqualTo(first.body().at("/items/0/answer"));
  }

  @Test
  void a_dry_run_decides_each_on_what_there_is() throws Exception {
    bulk.independent(null, List.of(bulk.keyed("receive", "\"quantity\":5")));
    long head = server.headPosition();
    Said tried =
        bulk.send(
            "mode=independent&dryRun=true",
            null,
            List.of(
                bulk.element("pick", "\"quantity\":5"),
                bulk.element("pick", "\"quantity\":5"),
                bulk.element("reserve", "\"quantity\":5"),
                bulk.element("pick", "\"quantity\":6")));
    assertThat(statuses(tried)).containsExactly(200, 200, 200, 409);
    assertThat(tried.body().at("/items/0/answer/dryRun").asBoolean()).isTrue();
    assertThat(tried.body().at("/items/2").has("location")).isFalse();
    assertThat(server.headPosition()).isEqualTo(head);
  }

  @Test
  void a_channel_sees_what_it_sees_alone_and_may_what_it_may_alone() throws Exception {
    bulk.independent(null, List.of(bulk.keyed("receive", "\"quantity\":5")));
    String own = "own-" + bulk.sku();
    String others = "others-" + bulk.sku();
    String lasting = "\"quantity\":1,\"expiresIn\":\"PT1H\",\"reservationId\":\"";
    bulk.independent(null, List.of(bulk.keyed("reserve", lasting + others + "\"")));
    Said said =
        bulk.as(server.keyOf("\"channel\"", ",\"channel\":\"default\""))
            .independent(
                UUID.randomUUID().toString(),
                List.of(
                    bulk.element("reserve", lasting + own + "\",\"channel\":\"default\""),
                    "{\"type\":\"confirm\",\"reservationId\":\"" + own + "\"}",
                    "{\"type\":\"confirm\",\"reservationId\":\"" + others + "\"}",
                    bulk.element("reserve", "\"quantity\":9,\"channel\":\"default\""),
                    bulk.element("reserve", "\"quantity\":1"),
                    bulk.element("receive", "\"quantity\":1")));
    assertThat(statuses(said))
        .as(said.whole().body())
        .containsExactly(201, 200, 404, 409, 403, 403);
    assertThat(said.body().at("/items/0/answer/figures/sellable").asLong()).isEqualTo(3);
    assertThat(said.body().at("/items/3/problem/sellable").asLong()).isEqualTo(3);
    assertThat(said.whole().body()).doesNotContain("available", "onHand");
  }

  @Test
  void lines_are_answered_by_lines_in_order() throws Exception {
    String body =
        String.join(
            "\n",
            bulk.keyed("receive", "\"quantity\":5"),
            "{\"type\":\"receive\",",
            "",
            bulk.keyed("pick", "\"quantity\":2"),
            bulk.keyed("pick", "\"quantity\":9"));
    HttpResponse<String> answer = bulk.lines("mode=independent", body + "\n");
    assertThat(answer.statusCode()).isEqualTo(207);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(Bulk.LINES);
    List<JsonNode> lines = Bulk.linesOf(answer);
    assertThat(lines.stream().map(line -> line.path("status").asInt()))
        .containsExactly(200, 400, 200, 409);
    assertThat(lines.stream().map(line -> line.path("index").asInt())).containsExactly(0, 1, 2, 3);
    assertThat(fields(lines.get(1).path("problem"))).containsExactly("[1]");
    assertThat(lines.get(2).path("position").asLong())
        .isEqualTo(lines.get(2).at("/answer/position").asLong());
  }

  @Test
  void the_form_of_the_answer_can_be_chosen() throws Exception {
    String body = bulk.keyed("receive", "\"quantity\":5");
    HttpResponse<String> lines =
        server.answer(
            bulk.request("mode=independent", null, "[" + body + "]")
                .header("Accept", Bulk.LINES)
                .build());
    assertThat(lines.headers().firstValue("Content-Type")).hasValue(Bulk.LINES);
    assertThat(Bulk.linesOf(lines)).hasSize(1);
    HttpResponse<String> document =
        server.answer(
            server
                .request(bulk.key(), "/v1/commands?mode=independent")
                .header("Content-Type", Bulk.LINES)
                .header("Accept", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body))
                .build());
    assertThat(document.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(document.body()).startsWith("{\"items\":[{\"index\":0,");
  }
}
