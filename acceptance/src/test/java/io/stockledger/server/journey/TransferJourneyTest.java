package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the face promises of transfers. */
class TransferJourneyTest {
  private RunningServer server;
  private String key;
  private String here;
  private String there;
  private String sku;
  private String id;
  private long last;

  @BeforeEach
  void tenUnitsHere() throws Exception {
    server = RunningServer.shared();
    key = server.keyOf("\"integration\"", "");
    here = place();
    there = place();
    sku = "S-" + UUID.randomUUID();
    id = "t-" + UUID.randomUUID();
    server.write(key, "PUT", "/v1/products/" + sku, "{\"name\":\"Thing\"}");
    stock(here, "/receive", "{\"quantity\":10}");
  }

  private String place() throws Exception {
    String location = "L-" + UUID.randomUUID();
    server.write(
        key,
        "PUT",
        "/v1/locations/" + location,
        "{\"name\":\"One\",\"kind\":\"store\",\"timeZone\":\"Europe/Vienna\"}");
    return location;
  }

  private Said noted(Said said) {
    String position = said.header("Ledger-Position");
    last = position == null ? last : Long.parseLong(position);
    return said;
  }

  private Said stock(String location, String verb, String body) throws Exception {
    return noted(server.write(key, "POST", "/v1/stock/" + location + "/" + sku + verb, body));
  }

  private Said request(String more, String... lines) throws Exception {
    return noted(
        server.write(
            key,
            "POST",
            "/v1/transfers",
            "{\"transferId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"lines\":[%s]%s}"
                .formatted(id, here, there, String.join(",", lines), more)));
  }

  private String line(long quantity) {
    return "{\"sku\":\"%s\",\"quantity\":%d}".formatted(sku, quantity);
  }

  private Said post(String verb, String body) throws Exception {
    return noted(server.write(key, "POST", "/v1/transfers/" + id + verb, body));
  }

  private JsonNode get(String path) throws Exception {
    return read(path).body();
  }

  private Said read(String path) throws Exception {
    Said said =
        server.send(
            server
                .request(key, path)
                .header("Ledger-Min-Position", Long.toString(last))
                .GET()
                .build());
    assertThat(said.status()).as(said.whole().body()).isEqualTo(200);
    return said;
  }

  private JsonNode item(String location) throws Exception {
    return get("/v1/stock/" + location + "/" + sku);
  }

  private static List<String> ids(JsonNode list) {
    return list.path("items").valueStream().map(t -> t.path("transferId").asString()).toList();
  }

  @Test
  void units_leave_and_arrive_in_parts_and_are_shown_at_both_ends() throws Exception {
    Said made = request(",\"arrivesIn\":\"PT2H\"", line(6));
    assertThat(made.status()).as(made.whole().body()).isEqualTo(201);
    assertThat(made.header("Location")).isEqualTo("/v1/transfers/" + id);
    assertThat(made.body().path("state").asString()).isEqualTo("requested");
    Said left = post("/dispatch", "{\"part\":\"van\",\"lines\":[{\"line\":\"1\",\"quantity\":4}]}");
    assertThat(left.status()).as(left.whole().body()).isEqualTo(200);
    assertThat(left.body().path("entries").size()).isEqualTo(2);
    assertThat(left.body().at("/entries/0/figures/good").asLong()).isEqualTo(6);
    assertThat(left.body().at("/entries/1/figures/inTransit").asLong()).isEqualTo(4);
    assertThat(left.body().at("/entries/1/figures/available").asLong()).isZero();

    JsonNode origin = item(here);
    assertThat(origin.path("openTransfers").asLong()).isEqualTo(1);
    assertThat(origin.at("/transfers/0/direction").asString()).isEqualTo("out");
    assertThat(origin.at("/transfers/0/location").asString()).isEqualTo(there);
    assertThat(origin.at("/transfers/0/setAside").asLong()).isEqualTo(2);
    assertThat(origin.at("/transfers/0/inTransit").asLong()).isEqualTo(4);
    assertThat(item(there).at("/transfers/0/direction").asString()).isEqualTo("in");
    assertThat(item(there).at("/figures/inTransit").asLong()).isEqualTo(4);

    assertThat(post("/receive", "{\"part\":\"van\"}").status()).isEqualTo(200);
    assertThat(post("/cancel", "{}").body().path("state").asString()).isEqualTo("received");
    JsonNode read = get("/v1/transfers/" + id);
    assertThat(read.path("state").asString()).isEqualTo("received");
    assertThat(read.at("/lines/0/cancelled").asLong()).isEqualTo(2);
    assertThat(read.at("/parts/0/lines/0/received").asLong()).isEqualTo(4);
    assertThat(read.has("closedAt")).isTrue();
    assertThat(item(here).path("openTransfers").asLong()).isZero();
    assertThat(item(there).at("/figures/available").asLong()).isEqualTo(4);
  }

  @Test
  void the_answer_to_an_item_changes_with_what_happens_at_the_other_end() throws Exception {
    request("", line(6));
    post("/dispatch", "");
    Said before = read("/v1/stock/" + here + "/" + sku);
    post("/receive", "{\"lines\":[{\"line\":\"1\",\"quantity\":1}]}");
    Said after = read("/v1/stock/" + here + "/" + sku);
    assertThat(after.body().path("version")).isEqualTo(before.body().path("version"));
    assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
  }

  @Test
  void what_differs_needs_a_reason_and_an_excess_is_a_discrepancy() throws Exception {
    request("", line(6));
    post("/dispatch", "{\"part\":\"a\",\"lines\":[{\"line\":\"1\",\"quantity\":4}]}");
    Said silent = post("/receive", "{\"part\":\"a\",\"lines\":[{\"line\":\"1\",\"quantity\":3}]}");
    assertThat(silent.status()).isEqualTo(409);
    assertThat(silent.problem()).isEqualTo("/problems/reason-needed");
    assertThat(silent.body().at("/lines/0/missing").asLong()).isEqualTo(1);
    Said short_ =
        post(
            "/receive",
            "{\"part\":\"a\",\"reason\":\"LOST\",\"lines\":[{\"line\":\"1\","
                + "\"received\":{\"good\":1,\"damaged\":2}}]}");
    assertThat(short_.status()).as(short_.whole().body()).isEqualTo(200);
    assertThat(short_.body().at("/lines/0/missing").asLong()).isEqualTo(1);
    assertThat(short_.body().at("/entries/0/figures/damaged").asLong()).isEqualTo(2);
    post("/dispatch", "{\"part\":\"b\"}");
    String more = "{\"part\":\"b\",\"lines\":[{\"line\":\"1\",\"quantity\":5%s}]}";
    Said beyond = post("/receive", more.formatted(""));
    assertThat(beyond.problem()).isEqualTo("/problems/exceeds-in-transit");
    assertThat(beyond.body().path("requested").asLong()).isEqualTo(5);
    assertThat(beyond.body().path("inTransit").asLong()).isEqualTo(2);
    Said taken = post("/receive", more.formatted(",\"reason\":\"SHORT\""));
    assertThat(taken.status()).as(taken.whole().body()).isEqualTo(200);
    assertThat(taken.body().at("/entries/0/events").valueStream().map(JsonNode::asString))
        .containsExactly("stock.transfer-received", "stock.received", "stock.discrepancy-opened");
    assertThat(item(there).path("openDiscrepancies").asLong()).isEqualTo(1);
    assertThat(item(there).at("/figures/good").asLong()).isEqualTo(6);
  }

  @Test
  void each_refusal_is_a_problem_of_its_own_with_figures() throws Exception {
    assertThat(post("/dispatch", "{}").problem()).isEqualTo("/problems/unknown-transfer");
    Said tooMany = request("", line(6), line(5));
    assertThat(tooMany.problem()).isEqualTo("/problems/lines-refused");
    assertThat(tooMany.body().at("/lines/0/line").asString()).isEqualTo("2");
    assertThat(tooMany.body().at("/lines/0/available").asLong()).isEqualTo(4);
    request("", line(6));
    assertThat(request("", line(1)).problem()).isEqualTo("/problems/duplicate-id");
    Said beyond = post("/dispatch", "{\"lines\":[{\"line\":\"1\",\"quantity\":7}]}");
    assertThat(beyond.problem()).isEqualTo("/problems/exceeds-set-aside");
    assertThat(beyond.body().path("setAside").asLong()).isEqualTo(6);
    Said never =
        post("/receive", "{\"reason\":\"SHORT\",\"lines\":[{\"line\":\"1\",\"quantity\":1}]}");
    assertThat(never.problem()).isEqualTo("/problems/exceeds-in-transit");
    assertThat(post("/receive", "{\"part\":\"x\"}").problem()).isEqualTo("/problems/unknown-part");
    assertThat(post("/cancel", "{\"lines\":[{\"line\":\"9\"}]}").problem())
        .isEqualTo("/problems/unknown-line");
    assertThat(stock(here, "/put-back", "{\"quantity\":1}").problem())
        .isEqualTo("/problems/exceeds-set-aside");
    stock(here, "/count", "{\"counted\":{\"good\":5}}");
    Said gone = post("/dispatch", "{}");
    assertThat(gone.problem()).isEqualTo("/problems/exceeds-on-hand");
    assertThat(gone.body().path("onHand").asLong()).isEqualTo(5);
    post("/dispatch", "{\"part\":\"a\",\"lines\":[{\"line\":\"1\",\"quantity\":5}]}");
    post("/receive", "{\"part\":\"a\"}");
    assertThat(post("/receive", "{\"part\":\"a\"}").problem()).isEqualTo("/problems/part-received");
    post("/cancel", "{}");
    Said closed = post("/dispatch", "{}");
    assertThat(closed.problem()).isEqualTo("/problems/transfer-closed");
    assertThat(closed.body().path("state").asString()).isEqualTo("received");
    assertThat(server.get(key, "/v1/transfers/none").problem())
        .isEqualTo("/problems/unknown-transfer");
  }

  @Test
  void a_transfer_to_itself_is_no_valid_request() throws Exception {
    there = here;
    Said said = request(",\"expectedAt\":\"2027-01-01T00:00:00Z\",\"move\":true", line(1));
    assertThat(said.status()).isEqualTo(400);
    assertThat(said.body().path("errors").valueStream().map(e -> e.path("field").asString()))
        .containsExactlyInAnyOrder("to", "expectedAt");
    Said other = post("/close", "{\"reason\":\"OTHER\"}");
    assertThat(other.body().at("/errors/0/field").asString()).isEqualTo("note");
  }

  @Test
  void a_move_is_all_or_none_and_done_at_once() throws Exception {
    Said refused = request(",\"move\":true", line(6), line(5));
    assertThat(refused.problem()).isEqualTo("/problems/lines-refused");
    assertThat(get("/v1/transfers?location=" + there).path("items").size()).isZero();
    Said moved = request(",\"move\":true", line(6), line(4));
    assertThat(moved.status()).as(moved.whole().body()).isEqualTo(201);
    assertThat(moved.body().path("state").asString()).isEqualTo("received");
    assertThat(item(here).at("/figures/onHand").asLong()).isZero();
    assertThat(item(there).at("/figures/available").asLong()).isEqualTo(10);
  }

  @Test
  void a_thousand_lines_are_one_transfer_and_more_are_none() throws Exception {
    stock(here, "/receive", "{\"quantity\":1000}");
    String[] lines = new String[1000];
    Arrays.fill(lines, line(1));
    Said made = request("", lines);
    assertThat(made.status()).isEqualTo(201);
    assertThat(post("/dispatch", "{}").status()).isEqualTo(200);
    assertThat(post("/receive", "{\"part\":\"p1\"}").status()).isEqualTo(200);
    assertThat(get("/v1/transfers/" + id).path("lines").size()).isEqualTo(1000);
    assertThat(item(there).at("/figures/good").asLong()).isEqualTo(1000);
    String[] more = new String[1001];
    Arrays.fill(more, line(1));
    assertThat(request("", more).status()).isEqualTo(400);
  }

  @Test
  void of_many_dispatches_at_once_no_more_leaves_than_is_set_aside() throws Exception {
    request("", line(5));
    List<Callable<Integer>> tries = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      tries.add(
          () ->
              server
                  .write(
                      key,
                      "POST",
                      "/v1/transfers/" + id + "/dispatch",
                      "{\"lines\":[{\"line\":\"1\",\"quantity\":1}]}")
                  .status());
    }
    List<Integer> statuses = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> done : threads.invokeAll(tries)) {
        statuses.add(done.get());
      }
    }
    assertThat(statuses).filteredOn(s -> s == 200).hasSize(5);
    assertThat(statuses).filteredOn(s -> s == 409).hasSize(15);
    Said received = post("/receive", "");
    assertThat(received.body().path("parts").size()).isEqualTo(5);
    assertThat(received.body().path("state").asString()).isEqualTo("received");
  }

  @Test
  void transfers_are_found_by_what_is_known_of_them() throws Exception {
    String reference = "r-" + UUID.randomUUID();
    request(
        ",\"expectedAt\":\"2026-12-24T10:00:00Z\",\"reference\":{\"type\":\"order\",\"id\":\""
            + reference
            + "\"}",
        line(2));
    for (String found :
        List.of(
            "from=" + here,
            "to=" + there,
            "location=" + there + "&sku=" + sku,
            "from=" + here + "&state=requested",
            "reference=" + reference + "&referenceType=order",
            "from=" + here + "&expectedBefore=2026-12-25T00:00:00Z")) {
      assertThat(ids(get("/v1/transfers?" + found))).as(found).containsExactly(id);
    }
    for (String none :
        List.of(
            "to=" + here,
            "from=" + here + "&state=in-transit",
            "from=" + here + "&state=cancelled",
            "from=" + here + "&expectedBefore=2026-12-24T00:00:00Z")) {
      assertThat(ids(get("/v1/transfers?" + none))).as(none).isEmpty();
    }
    post("/dispatch", "{\"lines\":[{\"line\":\"1\",\"quantity\":1}]}");
    assertThat(ids(get("/v1/transfers?state=in-transit&to=" + there))).containsExactly(id);
    post("/close", "{\"reason\":\"LOST\"}");
    assertThat(ids(get("/v1/transfers?state=closed&to=" + there))).containsExactly(id);
  }

  @Test
  void lists_go_on_where_the_page_before_ended() throws Exception {
    String first = id;
    request("", line(1));
    id = first + "-b";
    request("", line(1));
    JsonNode page = get("/v1/transfers?limit=1&from=" + here);
    assertThat(ids(page)).containsExactly(first);
    assertThat(
            ids(
                get(
                    "/v1/transfers?limit=1&from="
                        + here
                        + "&cursor="
                        + page.path("next").asString())))
        .containsExactly(id);
  }

  @Test
  void many_commands_take_transfers_each_after_the_other() throws Exception {
    String commands =
        """
        [{"type":"transfer","transferId":"%1$s","from":"%2$s","to":"%3$s","lines":[%4$s]},
         {"type":"transfer-dispatch","transferId":"%1$s","part":"a"},
         {"type":"transfer-receive","transferId":"%1$s","lines":[{"line":"1","quantity":2}]},
         {"type":"transfer-cancel","transferId":"%1$s"},
         {"type":"transfer-close","transferId":"%1$s","reason":"MISCOUNTED"}]
        """
            .formatted(id, here, there, line(3));
    Said said = server.write(key, "POST", "/v1/commands?mode=independent", commands);
    assertThat(said.status()).isEqualTo(207);
    assertThat(said.body().path("items").valueStream().map(r -> r.path("status").asInt()))
        .as(said.whole().body())
        .containsExactly(201, 200, 200, 409, 200);
    assertThat(said.body().at("/items/4/answer/state").asString()).isEqualTo("closed");
    Said none =
        server.write(key, "POST", "/v1/commands?mode=atomic", commands.replace(id, id + "-2"));
    assertThat(none.status()).isEqualTo(409);
    assertThat(server.get(key, "/v1/transfers/" + id + "-2").status()).isEqualTo(404);
  }

  @Test
  void a_dry_run_of_a_dispatch_writes_nothing_and_a_repeat_takes_effect_once() throws Exception {
    request("", line(3));
    assertThat(post("/dispatch?dryRun=true", "{}").body().path("state").asString())
        .isEqualTo("in-transit");
    String once = UUID.randomUUID().toString();
    String path = "/v1/transfers/" + id + "/dispatch";
    Said first = server.write(key, "POST", path, "{}", once);
    Said again = server.write(key, "POST", path, "{}", once);
    assertThat(first.status()).isEqualTo(200);
    assertThat(again.whole().body()).isEqualTo(first.whole().body());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
  }
}
