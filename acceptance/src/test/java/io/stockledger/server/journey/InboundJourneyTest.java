package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer.Said;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Expected supply over HTTP, from its announcement to what can be promised of it. */
class InboundJourneyTest {
  private LocalDate today;

  private RunningServer server;
  private String key;
  private String location;
  private String hearts;
  private String lanterns;
  private String order;
  private String vendor;

  @BeforeEach
  void aPlaceOfItsOwn() throws Exception {
    server = RunningServer.shared();
    today = LocalDate.now(ZoneId.of("Europe/Vienna"));
    key = server.keyOf("\"integration\"", "");
    location = "L-" + UUID.randomUUID();
    hearts = "H-" + UUID.randomUUID();
    lanterns = "N-" + UUID.randomUUID();
    order = "po-" + UUID.randomUUID();
    vendor = "v-" + UUID.randomUUID();
    server.write(
        key,
        "PUT",
        "/v1/locations/" + location,
        "{\"name\":\"One\",\"kind\":\"store\",\"timeZone\":\"Europe/Vienna\"}");
    server.write(key, "PUT", "/v1/products/" + hearts, "{\"name\":\"Heart\"}");
    server.write(key, "PUT", "/v1/products/" + lanterns, "{\"name\":\"Lantern\"}");
  }

  private Said expect(LocalDate heartsBy, LocalDate lanternsBy) throws Exception {
    return server.write(
        key,
        "POST",
        "/v1/inbound",
        """
        {"inboundId": "%s", "kind": "purchase-order", "vendor": "%s", "location": "%s",
         "expectedBy": "%s", "cohort": "winter", "lines": [
          {"line": "h", "sku": "%s", "quantity": 24},
          {"line": "n", "sku": "%s", "quantity": 6, "expectedBy": "%s"}]}
        """
            .formatted(order, vendor, location, heartsBy, hearts, lanterns, lanternsBy));
  }

  private Said post(String verb, String body) throws Exception {
    return server.write(key, "POST", "/v1/inbound/" + order + verb, body);
  }

  /** Once the read side knows what was written last. */
  private JsonNode get(String path) throws Exception {
    Said said =
        server.send(
            server
                .request(key, path)
                .header("Ledger-Min-Position", Long.toString(server.headPosition()))
                .GET()
                .build());
    assertThat(said.status()).as("%s: %s", path, said.whole().body()).isEqualTo(200);
    return said.body();
  }

  @Test
  void an_order_is_announced_received_in_parts_and_closed() throws Exception {
    Said made = expect(today, today.plusDays(3));
    assertThat(made.status()).as(made.whole().body()).isEqualTo(201);
    assertThat(made.header("Location")).isEqualTo("/v1/inbound/" + order);
    assertThat(made.body().at("/entries/0/events/0").asString()).isEqualTo("stock.supply-expected");
    assertThat(made.body().at("/entries/0/figures/expected").asLong()).isEqualTo(24);

    Said part =
        post("/receive", "{\"lines\":[{\"line\":\"h\",\"received\":{\"good\":9,\"damaged\":1}}]}");
    assertThat(part.status()).as(part.whole().body()).isEqualTo(200);
    assertThat(part.body().path("state").asString()).isEqualTo("partly-received");
    assertThat(part.body().at("/lines/0/open").asLong()).isEqualTo(14);
    Said rest =
        post(
            "/receive",
            "{\"lines\":[{\"line\":\"h\",\"quantity\":13,\"missing\":1,\"reason\":\"SHORT\"},"
                + "{\"line\":\"n\",\"quantity\":8,\"reason\":\"EXCESS\"}]}");
    assertThat(rest.body().path("state").asString()).isEqualTo("received");

    JsonNode card = get("/v1/inbound/" + order);
    assertThat(card.path("state").asString()).isEqualTo("received");
    assertThat(card.at("/lines/0/received").toString()).isEqualTo("{\"good\":22,\"damaged\":1}");
    assertThat(card.at("/lines/0/missing").asLong()).isEqualTo(1);
    assertThat(card.at("/lines/1/excess").asLong()).isEqualTo(2);
    assertThat(card.at("/lines/1/lastReceivedOn").asString()).isEqualTo(today.toString());

    JsonNode figures = get("/v1/vendors/" + vendor);
    assertThat(figures.path("settledLines").asLong()).isEqualTo(2);
    assertThat(figures.path("shortLines").asLong()).isEqualTo(1);
    assertThat(figures.path("damagedLines").asLong()).isEqualTo(1);
    assertThat(figures.path("excessLines").asLong()).isEqualTo(1);
    assertThat(figures.path("quantityAccuracy").asString()).isEqualTo("0.9");
    assertThat(figures.path("fillRate").decimalValue()).isEqualByComparingTo("0.9667");
    assertThat(figures.at("/daysLate/mean").decimalValue()).isEqualByComparingTo("-1.5");
  }

  @Test
  void what_is_refused_says_why_line_by_line_and_changes_nothing() throws Exception {
    expect(today, today);
    Said said =
        post(
            "/receive",
            "{\"lines\":[{\"line\":\"h\",\"quantity\":25},{\"line\":\"x\",\"quantity\":1},"
                + "{\"line\":\"n\",\"quantity\":6}]}");
    assertThat(said.status()).isEqualTo(409);
    assertThat(said.problem()).isEqualTo("/problems/lines-refused");
    assertThat(said.body().at("/lines/0/type").asString()).isEqualTo("/problems/exceeds-expected");
    assertThat(said.body().at("/lines/0/requested").asLong()).isEqualTo(25);
    assertThat(said.body().at("/lines/0/expected").asLong()).isEqualTo(24);
    assertThat(said.body().at("/lines/1/type").asString()).isEqualTo("/problems/unknown-line");

    post("/receive", "{\"lines\":[{\"line\":\"n\",\"quantity\":4}]}");
    Said below = post("/revise", "{\"lines\":[{\"line\":\"n\",\"quantity\":3}]}");
    assertThat(below.body().at("/lines/0/type").asString()).isEqualTo("/problems/below-received");
    assertThat(below.body().at("/lines/0/received").asLong()).isEqualTo(4);
    assertThat(expect(today, today).problem()).isEqualTo("/problems/duplicate-id");

    assertThat(post("/cancel", "{\"reason\":\"VENDOR\"}").status()).isEqualTo(200);
    Said closed = post("/cancel", "{}");
    assertThat(closed.problem()).isEqualTo("/problems/inbound-closed");
    assertThat(closed.body().path("state").asString()).isEqualTo("received");
    assertThat(server.get(key, "/v1/inbound/none").problem())
        .isEqualTo("/problems/unknown-inbound");
    assertThat(server.get(key, "/v1/vendors/none").problem()).isEqualTo("/problems/unknown-vendor");
    assertThat(server.write(key, "POST", "/v1/inbound/none/cancel", "{}").problem())
        .isEqualTo("/problems/unknown-inbound");
  }

  @Test
  void every_field_at_fault_is_told() throws Exception {
    Said said =
        post(
            "/receive",
            "{\"lines\":[{\"line\":\"h\",\"missing\":1},{\"line\":\"h\",\"quantity\":1,\"received\":{\"good\":1}},"
                + "{\"line\":\"n\"},{\"line\":\"m\",\"quantity\":1,\"reason\":\"OTHER\"}]}");
    assertThat(said.problem()).isEqualTo("/problems/invalid-request");
    assertThat(said.body().path("errors").valueStream().map(e -> e.path("field").asString()))
        .containsExactlyInAnyOrder(
            "lines[0].reason", "lines[1].line", "lines[1].quantity", "lines[2].quantity", "note");
    Said days =
        server.write(
            key,
            "POST",
            "/v1/inbound",
            """
            {"kind": "letter", "vendor": "a b", "location": "L", "expectedFrom": "2026-13-01",
             "lines": [{"sku": "S", "quantity": 1},
                       {"sku": "S", "quantity": 0, "expectedFrom": "2026-12-02",
                        "expectedBy": "2026-12-01"}]}
            """);
    assertThat(days.body().path("errors").valueStream().map(e -> e.path("field").asString()))
        .containsExactlyInAnyOrder(
            "kind",
            "vendor",
            "expectedFrom",
            "lines[0].expectedBy",
            "lines[1].quantity",
            "lines[1].expectedFrom");
  }

  @Test
  void what_can_be_promised_is_told_by_day() throws Exception {
    expect(today.plusDays(2), today);
    String item = "/v1/stock/" + location + "/" + hearts;
    server.write(key, "POST", item + "/receive", "{\"quantity\":5}");
    server.write(key, "POST", item + "/reserve", "{\"quantity\":5}");
    server.write(key, "POST", item + "/adjust", "{\"quantity\":-2,\"reason\":\"SHRINK\"}");
    JsonNode promise = get(item + "/available-to-promise");
    assertThat(promise.path("uncovered").asLong()).isEqualTo(2);
    assertThat(promise.at("/days/0/availableToPromise").asLong()).isZero();
    assertThat(promise.at("/days/1/date").asString()).isEqualTo(today.plusDays(2).toString());
    assertThat(promise.at("/days/1/availableToPromise").asLong()).isEqualTo(22);
    assertThat(get(item + "/available-to-promise?until=" + today).path("days")).hasSize(1);

    post("/revise", "{\"lines\":[{\"line\":\"h\",\"expectedBy\":\"" + today.minusDays(1) + "\"}]}");
    JsonNode overdue = get(item + "/available-to-promise");
    assertThat(overdue.at("/undated/overdue").asLong()).isEqualTo(24);
    assertThat(overdue.path("days")).hasSize(1);
  }

  @Test
  void what_is_on_its_way_from_another_location_can_be_promised_for_its_day() throws Exception {
    String origin = "W-" + UUID.randomUUID();
    server.write(key, "PUT", "/v1/locations/" + origin, "{\"name\":\"W\",\"kind\":\"warehouse\"}");
    server.write(
        key, "POST", "/v1/stock/" + origin + "/" + hearts + "/receive", "{\"quantity\":9}");
    move(origin, 4, "\"expectedAt\":\"" + today.plusDays(3) + "T11:00:00Z\",");
    move(origin, 2, "");
    JsonNode promise = get("/v1/stock/" + location + "/" + hearts + "/available-to-promise");
    assertThat(promise.at("/days/0/availableToPromise").asLong()).isZero();
    assertThat(promise.at("/days/1/date").asString()).isEqualTo(today.plusDays(3).toString());
    assertThat(promise.at("/days/1/availableToPromise").asLong()).isEqualTo(4);
    assertThat(promise.at("/undated/inTransit").asLong()).isEqualTo(2);
  }

  private void move(String origin, int units, String when) throws Exception {
    String transfer = "t-" + UUID.randomUUID();
    server.write(
        key,
        "POST",
        "/v1/transfers",
        "{%s\"transferId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":%d}]}"
            .formatted(when, transfer, origin, location, hearts, units));
    Said sent = server.write(key, "POST", "/v1/transfers/" + transfer + "/dispatch", "{}");
    assertThat(sent.status()).as("%s", sent.body()).isEqualTo(200);
  }

  @Test
  void overdue_lines_are_seen_everywhere() throws Exception {
    expect(today.minusDays(1), today);
    JsonNode card = get("/v1/inbound/" + order);
    assertThat(card.at("/lines/0/overdue").asBoolean()).isTrue();
    assertThat(card.at("/lines/1/overdue").asBoolean()).isFalse();
    for (String filter :
        new String[] {
          "overdue=true",
          "sku=" + hearts + "&cohort=winter",
          "state=expected",
          "expectedBefore=" + today,
          "limit=1&vendor=" + vendor
        }) {
      JsonNode list = get("/v1/inbound?location=" + location + "&" + filter);
      assertThat(list.path("items")).as(filter).hasSize(1);
      assertThat(list.at("/items/0/overdueLines").asLong()).isEqualTo(1);
    }
    assertThat(
            get("/v1/inbound?overdue=true&sku=" + lanterns + "&location=" + location).path("items"))
        .isEmpty();
    assertThat(get("/v1/inbound?state=received&location=" + location).path("items")).isEmpty();
    JsonNode days = get("/v1/expected?location=" + location);
    assertThat(days.at("/items/0/overdue").asBoolean()).isTrue();
    assertThat(days.at("/items/0/expected").asLong()).isEqualTo(24);
    assertThat(days.at("/items/1/overdue").asBoolean()).isFalse();
    JsonNode first = get("/v1/expected?limit=1&location=" + location);
    JsonNode second =
        get(
            "/v1/expected?limit=1&location="
                + location
                + "&cursor="
                + first.path("next").asString());
    assertThat(second.at("/items/0/sku").asString()).isEqualTo(lanterns);
    assertThat(get("/v1/vendors/" + vendor).path("overdueLines").asLong()).isEqualTo(1);
  }

  @Test
  void a_bulk_request_takes_them_all_or_none() throws Exception {
    String commands =
        """
        [{"type": "inbound", "inboundId": "%s", "kind": "asn", "vendor": "%s", "location": "%s",
          "expectedBy": "%s", "lines": [{"line": "h", "sku": "%s", "quantity": 4}]},
         {"type": "inbound-revise", "inboundId": "%s", "lines": [{"line": "h", "quantity": 6}]},
         {"type": "inbound-receive", "inboundId": "%s", "lines": [{"line": "h", "quantity": %d}]},
         {"type": "inbound-cancel", "inboundId": "%s"}]
        """;
    String bad = commands.formatted(order, vendor, location, today, hearts, order, order, 7, order);
    Said refused = server.write(key, "POST", "/v1/commands?mode=atomic", bad);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(server.get(key, "/v1/stock/" + location + "/" + hearts).status()).isEqualTo(404);
    String good =
        commands.formatted(order, vendor, location, today, hearts, order, order, 5, order);
    Said taken = server.write(key, "POST", "/v1/commands?mode=atomic", good);
    assertThat(taken.status()).as(taken.whole().body()).isEqualTo(200);
    JsonNode card = get("/v1/inbound/" + order);
    assertThat(card.path("state").asString()).isEqualTo("received");
    assertThat(card.at("/lines/0/cancelled").asLong()).isEqualTo(1);
  }

  @Test
  void a_dry_run_writes_nothing_and_a_repeat_gets_the_same() throws Exception {
    expect(today, today);
    String once = UUID.randomUUID().toString();
    String path = "/v1/inbound/" + order + "/receive";
    String body = "{\"lines\":[{\"line\":\"h\",\"quantity\":24}]}";
    Said tried = server.write(key, "POST", path + "?dryRun=true", body);
    assertThat(tried.body().path("dryRun").asBoolean()).isTrue();
    Said first = server.write(key, "POST", path, body, once);
    Said again = server.write(key, "POST", path, body, once);
    assertThat(first.status()).isEqualTo(200);
    assertThat(again.whole().body()).isEqualTo(first.whole().body());
  }
}
