package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer.Said;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Disagreements of shelf and book: flagged, verified, adjusted, explained, closed. */
class DiscrepancyJourneyTest {
  private RunningServer server;
  private Bulk place;
  private String item;
  private String id;

  @BeforeEach
  void anItemOfItsOwn() throws Exception {
    server = RunningServer.shared();
    place = Bulk.on(server, "associate");
    item = "/v1/stock/" + place.location() + "/" + place.sku();
    id = "d-" + UUID.randomUUID();
    post("/receive", "{\"quantity\":5}");
  }

  private Said post(String verb, String body) throws Exception {
    return server.write(place.key(), "POST", item + verb, body);
  }

  private Said flag(String more) throws Exception {
    return post("/discrepancies", "{\"discrepancyId\":\"" + id + "\"" + more + "}");
  }

  private Said resolve(String body) throws Exception {
    return post("/discrepancies/" + id + "/resolve", body);
  }

  private Said read(String path) throws Exception {
    HttpRequest request =
        server
            .request(place.key(), path)
            .header("Ledger-Min-Position", Long.toString(server.headPosition()))
            .build();
    return server.send(request);
  }

  private List<String> listed(String more) throws Exception {
    return read("/v1/discrepancies?location=" + place.location() + more)
        .body()
        .path("items")
        .valueStream()
        .map(one -> one.path("discrepancyId").asString())
        .toList();
  }

  private long open() throws Exception {
    return read(item).body().path("openDiscrepancies").asLong();
  }

  @Test
  void one_request_settles_all_of_it() throws Exception {
    Said flagged = flag(",\"missing\":2,\"note\":\"shelf looks thin\"");
    assertThat(flagged.status()).as(flagged.whole().body()).isEqualTo(201);
    assertThat(flagged.header("Location")).isEqualTo("/v1/discrepancies/" + id);
    assertThat(flagged.body().path("state").asString()).isEqualTo("open");
    assertThat(open()).isEqualTo(1);
    Said done =
        resolve("{\"counted\":{\"good\":4},\"adjust\":{\"quantity\":-1},\"reason\":\"MISPICK\"}");
    assertThat(done.status()).as(done.whole().body()).isEqualTo(200);
    assertThat(done.body().path("events").valueStream().map(JsonNode::asString))
        .containsExactly(
            "stock.counted",
            "stock.adjusted",
            "stock.discrepancy-explained",
            "stock.discrepancy-closed");
    assertThat(done.body().at("/figures/good").asLong()).isEqualTo(3);
    assertThat(open()).isZero();
    JsonNode card = read("/v1/discrepancies/" + id).body();
    assertThat(card.path("state").asString()).isEqualTo("closed");
    assertThat(card.path("reason").asString()).isEqualTo("MISPICK");
    assertThat(card.path("missing").asLong()).isEqualTo(2);
    assertThat(card.has("correctionSeconds")).isTrue();
    assertThat(resolve("{\"reason\":\"THEFT\"}").problem())
        .isEqualTo("/problems/discrepancy-closed");
    assertThat(flag("").problem()).isEqualTo("/problems/duplicate-id");
  }

  @Test
  void other_waits_for_a_manager() throws Exception {
    flag("");
    assertThat(Bulk.fields(resolve("{\"reason\":\"OTHER\"}").body())).containsExactly("note");
    Said waits = resolve("{\"reason\":\"OTHER\",\"note\":\"fell behind the shelf\"}");
    assertThat(waits.body().path("state").asString()).isEqualTo("awaiting-approval");
    assertThat(listed("&state=awaiting-approval&reason=OTHER")).containsExactly(id);
    assertThat(listed("&state=open")).isEmpty();
    assertThat(resolve("{}").problem()).isEqualTo("/problems/approval-needed");
    String manager = server.keyOf("\"manager\"", "");
    Said closed = server.write(manager, "POST", item + "/discrepancies/" + id + "/resolve", "{}");
    assertThat(closed.body().path("state").asString()).isEqualTo("closed");
    assertThat(listed("&state=closed")).containsExactly(id);
    assertThat(open()).isZero();
  }

  @Test
  void what_is_wrong_is_told() throws Exception {
    assertThat(resolve("{\"reason\":\"THEFT\"}").problem())
        .isEqualTo("/problems/unknown-discrepancy");
    flag("");
    assertThat(Bulk.fields(resolve("{\"reason\":\"GREMLINS\"}").body())).containsExactly("reason");
    assertThat(Bulk.fields(resolve("{}").body())).containsExactly("reason");
    assertThat(Bulk.fields(resolve("{\"close\":false}").body())).containsExactly("close");
    assertThat(Bulk.fields(resolve("{\"method\":\"barcode\",\"adjust\":{\"quantity\":0}}").body()))
        .containsExactly("adjust.quantity", "method");
    assertThat(resolve("{\"adjust\":{\"quantity\":-9},\"reason\":\"THEFT\"}").problem())
        .isEqualTo("/problems/exceeds-on-hand");
    assertThat(server.get(place.key(), "/v1/discrepancies/none-" + id).status()).isEqualTo(404);
    assertThat(
            server
                .write(
                    place.key(),
                    "POST",
                    "/v1/stock/" + place.location() + "/none/discrepancies",
                    "{}")
                .problem())
        .isEqualTo("/problems/unknown-sku");
  }

  @Test
  void what_the_ledger_opened_is_listed_summed_and_settled_in_bulk() throws Exception {
    post("/pick", "{\"quantity\":7,\"happened\":true}");
    flag(",\"cause\":\"empty-shelf\"");
    List<String> both = listed("&state=open");
    assertThat(both).hasSize(2).last().isEqualTo(id);
    assertThat(listed("&cause=picked-beyond-book&limit=1")).containsExactly(both.getFirst());
    assertThat(listed("&olderThan=PT24H")).isEmpty();
    JsonNode sum = read("/v1/discrepancies/summary?location=" + place.location()).body();
    assertThat(sum.path("open").asLong()).isEqualTo(2);
    assertThat(sum.path("byAge").get(0).path("open").asLong()).isEqualTo(2);
    assertThat(sum.path("byCause").size()).isEqualTo(2);
    String close = ",\"reason\":\"RECEIVING\"";
    Said settled =
        place.atomic(
            null,
            List.of(
                place.keyed("resolve", "\"discrepancyId\":\"" + both.getFirst() + "\"" + close),
                place.keyed("resolve", "\"discrepancyId\":\"" + id + "\"" + close),
                place.keyed("flag", "\"discrepancyId\":\"" + id + "-2\"")));
    assertThat(settled.status()).as(settled.whole().body()).isEqualTo(200);
    assertThat(listed("&state=open")).containsExactly(id + "-2");
    JsonNode after = read("/v1/discrepancies/summary?location=" + place.location()).body();
    assertThat(after.path("closed").asLong()).isEqualTo(2);
    assertThat(after.has("medianSeconds")).isTrue();
  }

  @Test
  void an_open_one_is_no_promise_at_its_location() throws Exception {
    post("/reserve", "{\"quantity\":2}");
    flag("");
    Said released =
        server.write(
            place.key(),
            "POST",
            "/v1/reservations/release",
            "{\"location\":\"" + place.location() + "\"}");
    assertThat(released.status()).as(released.whole().body()).isEqualTo(200);
    assertThat(open()).isEqualTo(1);
  }

  @Test
  void the_reasons_are_listed() throws Exception {
    assertThat(
            server
                .get(place.key(), "/v1/discrepancy-reasons")
                .body()
                .path("items")
                .valueStream()
                .map(one -> one.path("code").asString()))
        .contains("MISPICK", "OTHER");
  }
}
