package io.stockledger.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.face.Description.Operation;
import io.stockledger.server.journey.RunningServer;
import io.stockledger.server.journey.RunningServer.Said;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what: each role at each address, against a table written for this test alone. */
class RolesTest {
  /** By address: the scope it needs, and who has it: associate, manager, integration, channel… */
  private static final String TABLE =
      """
      POST /v1/stock/{location}/{sku}/receive         stock.receive        a m i - - -
      POST /v1/stock/{location}/{sku}/pick            stock.pick           a m i - - -
      POST /v1/stock/{location}/{sku}/adjust          stock.adjust         a m i - - -
      POST /v1/stock/{location}/{sku}/count           stock.count          a m i - - -
      POST /v1/stock/{location}/{sku}/sync            stock.sync           - m i - - -
      PUT  /v1/stock/{location}/{sku}/low-stock       stock.threshold      - m i - - -
      POST /v1/stock/{location}/{sku}/return          stock.return         a m i - - -
      POST /v1/stock/{location}/{sku}/condition       stock.condition      a m i - - -
      POST /v1/stock/{location}/{sku}/set-aside       stock.set-aside      a m i - - -
      POST /v1/stock/{location}/{sku}/put-back        stock.put-back       a m i - - -
      POST /v1/stock/{location}/{sku}/reverse         stock.reverse        - m i - - -
      POST /v1/stock/{location}/{sku}/reserve         reservation.reserve  a m i c - -
      POST /v1/stock/{location}/{sku}/release         reservation.release  a m i c - -
      POST /v1/reservations                           reservation.reserve  a m i c - -
      POST /v1/reservations/release                   reservation.release-many a m i - - -
      POST /v1/reservations/{id}/confirm              reservation.reserve  a m i c - -
      POST /v1/reservations/{id}/extend               reservation.reserve  a m i c - -
      POST /v1/reservations/{id}/change               reservation.reserve  a m i c - -
      POST /v1/reservations/{id}/pick                 stock.pick           a m i - - -
      POST /v1/reservations/{id}/release              reservation.release  a m i c - -
      POST /v1/transfers                              transfer.request     a m i - - -
      POST /v1/transfers/{id}/dispatch                transfer.dispatch    a m i - - -
      POST /v1/transfers/{id}/receive                 transfer.receive     a m i - - -
      POST /v1/transfers/{id}/cancel                  transfer.request     a m i - - -
      POST /v1/transfers/{id}/close                   transfer.close       - m i - - -
      GET  /v1/transfers/{id}                         transfer.read        a m i - u o
      GET  /v1/transfers                              transfer.read        a m i - u o
      POST /v1/inbound                                inbound.write        - m i - - -
      POST /v1/inbound/{id}/revise                    inbound.write        - m i - - -
      POST /v1/inbound/{id}/receive                   inbound.receive      a m i - - -
      POST /v1/inbound/{id}/cancel                    inbound.write        - m i - - -
      GET  /v1/inbound/{id}                           inbound.read         a m i - u o
      GET  /v1/inbound                                inbound.read         a m i - u o
      GET  /v1/expected                               inbound.read         a m i - u o
      GET  /v1/stock/{location}/{sku}/available-to-promise  stock.read     a m i - u o
      GET  /v1/vendors/{vendor}                       inbound.read         a m i - u o
      GET  /v1/vendors                                inbound.read         a m i - u o
      POST /v1/stock/{location}/{sku}/discrepancies   discrepancy.flag     a m i - - -
      POST /v1/stock/{location}/{sku}/discrepancies/{id}/resolve discrepancy.resolve a m i - - -
      GET  /v1/discrepancies                          discrepancy.read     a m i - u o
      GET  /v1/discrepancies/summary                  discrepancy.read     a m i - u o
      GET  /v1/discrepancies/{id}                     discrepancy.read     a m i - u o
      GET  /v1/discrepancy-reasons                    discrepancy.read     a m i - u o
      POST /v1/devices/{device}/batches               device.deliver       a m i - - -
      GET  /v1/devices                                device.read          a m i - u o
      GET  /v1/devices/{device}                       device.read          a m i - u o
      GET  /v1/devices/{device}/lines                 device.read          a m i - u o
      POST /v1/commands                               command.send         a m i c - o
      GET  /v1/reservations/{id}                      reservation.read     a m i c u o
      GET  /v1/reservations                           reservation.read     a m i - u o
      GET  /v1/promise-accuracy                       reservation.read     a m i - u o
      GET  /v1/stock/{location}/{sku}                 stock.read           a m i - u o
      GET  /v1/stock/{location}/{sku}/history         stock.read           a m i - u o
      GET  /v1/stock/{location}/{sku}/as-of           stock.read           a m i - u o
      GET  /v1/locations/{id}/as-of                   stock.read           a m i - u o
      GET  /v1/on-hand                                stock.read           a m i - u o
      GET  /v1/available                              stock.read           a m i - u o
      GET  /v1/reconciliation                         stock.read           a m i - u o
      GET  /v1/low-stock                              stock.read           a m i - u o
      PUT  /v1/low-stock-rules/{rule}                 stock.threshold      - m i - - -
      GET  /v1/low-stock-rules                        stock.read           a m i - u o
      GET  /v1/low-stock-rules/{rule}                 stock.read           a m i - u o
      GET  /v1/count-worklist                         stock.read           a m i - u o
      GET  /v1/channels/{channel}/availability/{sku}  availability.read    a m i c u o
      POST /v1/channels/{channel}/availability        availability.read    a m i c u o
      POST /v1/channels/{channel}/availability/serve  availability.read    a m i c u o
      GET  /v1/channels/{channel}/changes             availability.read    a m i c u o
      GET  /v1/channels/{channel}/recomputations      projection.read      - - - - u o
      POST /v1/channels/{channel}/previews            channel.preview      - m - - u o
      GET  /v1/channels/{channel}/previews/{id}       channel.preview      - m - - u o
      GET  /v1/channels/{channel}/previews/{id}/items channel.preview      - m - - u o
      DELETE /v1/channels/{channel}/previews/{id}     channel.preview      - m - - u o
      POST /v1/channels/{channel}/shadow-figures      shadow.write         - m i - - -
      GET  /v1/channels/{channel}/shadow-differences  shadow.read          - m i - u o
      GET  /v1/channels/{channel}/shadow-differences/locations shadow.read - m i - u o
      GET  /v1/channels/{channel}/shadow-differences/days shadow.read      - m i - u o
      GET  /v1/channels                               registry.read        a m i - u o
      GET  /v1/channels/{channel}                     channel.read         a m i c u o
      GET  /v1/channels/{channel}/rules               channel.read         a m i c u o
      GET  /v1/channels/{channel}/rules/{rule}        channel.read         a m i c u o
      GET  /v1/channels/{channel}/rules/effective     channel.read         a m i c u o
      PUT  /v1/channels/{channel}                     channel.write        - m i - - o
      POST /v1/channels/{channel}/retire              channel.write        - m i - - o
      POST /v1/channels/{channel}/reinstate           channel.write        - m i - - o
      PUT  /v1/channels/{channel}/rules/{rule}        channel.write        - m i - - o
      DELETE /v1/channels/{channel}/rules/{rule}      channel.write        - m i - - o
      GET  /v1/switches                               registry.read        a m i - u o
      GET  /v1/switches/{id}                          registry.read        a m i - u o
      POST /v1/switches                               switch.pull          - m i - - o
      POST /v1/switches/{id}/return                   switch.return        - m - - - o
      GET  /v1/switches/triggers                      registry.read        a m i - u o
      GET  /v1/switches/triggers/{id}                 registry.read        a m i - u o
      PUT  /v1/switches/triggers/{id}                 switch.trigger       - m - - - o
      DELETE /v1/switches/triggers/{id}               switch.trigger       - m - - - o
      GET  /v1/channels/{channel}/feeds/google-local-inventory availability.read a m i c u o
      GET  /v1/feeds                                  feed.read            - m i - u o
      GET  /v1/feeds/{feed}                           feed.read            - m i - u o
      GET  /v1/ledger                                 ledger.read          - - i - u o
      GET  /v1/locations                              registry.read        a m i - u o
      GET  /v1/locations/{id}                         registry.read        a m i - u o
      GET  /v1/products                               registry.read        a m i - u o
      GET  /v1/products/{sku}                         registry.read        a m i - u o
      PUT  /v1/locations/{id}                         registry.write       - - i - - o
      PUT  /v1/products/{sku}                         registry.write       - - i - - o
      POST /v1/locations/{id}/heartbeat               location.heartbeat   a m i - - -
      GET  /v1/locations/{id}/sources                 registry.read        a m i - u o
      GET  /v1/stale-sources                          registry.read        a m i - u o
      POST /v1/locations/{id}/retire                  registry.write       - - i - - o
      POST /v1/locations/{id}/reinstate               registry.write       - - i - - o
      POST /v1/locations/{id}/aliases                 registry.write       - - i - - o
      POST /v1/locations/{id}/aliases/remove          registry.write       - - i - - o
      POST /v1/products/{sku}/retire                  registry.write       - - i - - o
      POST /v1/products/{sku}/reinstate               registry.write       - - i - - o
      POST /v1/products/{sku}/aliases                 registry.write       - - i - - o
      POST /v1/products/{sku}/aliases/remove          registry.write       - - i - - o
      GET  /v1/commands/{key}                         command.read         a m i c u o
      GET  /v1/credentials                            credential.read      - - - - u o
      GET  /v1/credentials/{id}                       credential.read      - - - - u o
      POST /v1/credentials                            credential.write     - - - - - o
      POST /v1/credentials/{id}/rotate                credential.write     - - - - - o
      POST /v1/credentials/{id}/revoke                credential.write     - - - - - o
      POST /v1/webhooks                               webhook.write        - m - - - o
      PUT  /v1/webhooks/{id}                          webhook.write        - m - - - o
      DELETE /v1/webhooks/{id}                          webhook.write        - m - - - o
      POST /v1/webhooks/{id}/pause                    webhook.write        - m - - - o
      POST /v1/webhooks/{id}/resume                   webhook.write        - m - - - o
      POST /v1/webhooks/{id}/rotate                   webhook.write        - m - - - o
      POST /v1/webhooks/{id}/replay                   webhook.write        - m - - - o
      POST /v1/webhooks/{id}/test                     webhook.write        - m - - - o
      POST /v1/webhooks/{id}/deliveries/{delivery}/retry webhook.write        - m - - - o
      GET  /v1/webhooks                               webhook.read         - m - - u o
      GET  /v1/webhooks/{id}                          webhook.read         - m - - u o
      GET  /v1/webhooks/{id}/deliveries               webhook.read         - m - - u o
      GET  /v1/projections                            projection.read      - - - - u o
      GET  /v1/projections/rebuilds/{id}              projection.read      - - - - u o
      POST /v1/projections/rebuilds                   projection.rebuild   - - - - - o
      """;

  private static final Map<String, String> ROLES =
      Map.of(
          "a", "associate",
          "m", "manager",
          "i", "integration",
          "c", "channel",
          "u", "auditor",
          "o", "operator");

  /** Figures that are none of a channel's business. */
  private static final Pattern FIGURES =
      Pattern.compile(
          "\"(onHand|good|damaged|quarantine|nonSellable|reserved|pending|allocated|setAside"
              + "|available|inTransit|expected|backordered|shortfall)\" *:");

  private RunningServer server;

  @BeforeEach
  void server() throws Exception {
    server = RunningServer.shared();
  }

  private String keyOf(String role) throws Exception {
    return server.keyOf(
        "\"" + role + "\"", role.equals("channel") ? ",\"channel\":\"default\"" : "");
  }

  @Test
  void every_role_may_what_the_table_says_and_nothing_else() throws Exception {
    Map<String, Operation> operations = new HashMap<>();
    Description.of(server).operations().forEach(o -> operations.put(o.toString(), o));
    Map<String, String> keys = new HashMap<>();
    for (String letter : ROLES.keySet()) {
      keys.put(letter, keyOf(ROLES.get(letter)));
    }
    List<String> wrong = new ArrayList<>();
    for (String row : TABLE.lines().toList()) {
      String[] cells = row.strip().split(" +", -1);
      Operation operation =
          Objects.requireNonNull(operations.remove(cells[0] + " " + cells[1]), row);
      for (String letter : ROLES.keySet()) {
        boolean may = List.of(cells).subList(3, 9).contains(letter);
        Said said = ask(Objects.requireNonNull(keys.get(letter)), operation);
        boolean did = said.status() != 401 && said.status() != 403;
        boolean told =
            did
                || said.body().path("scope").asString().equals(cells[2])
                || letter.equals("c"); // narrowed to its channel, it is told the wider scope
        if (may != did || !told) {
          wrong.add(ROLES.get(letter) + " at " + row + ": " + said.whole().body());
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(operations.keySet()).as("addresses that the table does not know").isEmpty();
  }

  /** With a dry run, so that nothing comes of it. */
  private Said ask(String key, Operation operation) throws Exception {
    String path =
        operation.path().replace("{channel}", "default").replaceAll("\\{[a-z]+}", "none")
            + (operation.isWrite() ? "?dryRun=true" : "")
            + (operation.hasParameter("query", "mode") ? "&mode=independent" : "")
            + (operation.path().endsWith("worklist") ? "?location=none" : "")
            + (operation.path().endsWith("effective") ? "?sku=none&location=none" : "")
            + (operation.path().endsWith("as-of") ? "?at=2026-11-01T00:00:00Z" : "");
    String body = Examples.bodyOf(operation);
    if (operation.requestSchema().endsWith("ReserveRequest")
        || operation.toString().equals("POST /v1/reservations")) {
      body = body.substring(0, body.length() - 1) + ",\"channel\":\"default\"}";
    }
    return server.send(
        server
            .request(key, path)
            .header("Content-Type", "application/json")
            .method(operation.method(), BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void only_a_manager_adjusts_for_a_reason_that_is_none_of_the_listed() throws Exception {
    String body = "{\"quantity\":1,\"reason\":\"OTHER\",\"note\":\"found\"}";
    for (String role : List.of("associate", "integration", "manager")) {
      Said said = server.write(keyOf(role), "POST", "/v1/stock/none/none/adjust", body);
      assertThat(said.status()).as(role).isEqualTo(role.equals("manager") ? 404 : 403);
    }
  }

  @Test
  void a_channel_is_shown_what_is_sellable_and_no_other_figure() throws Exception {
    String integration = server.keyOf("\"integration\"", "");
    String item = stocked(integration);
    String channel = keyOf("channel");
    String other = server.keyOf("\"channel\"", ",\"channel\":\"another\"");
    List<Said> seen = new ArrayList<>();
    Said reserved = reserve(channel, item, 2);
    assertThat(reserved.status()).as(reserved.whole().body()).isEqualTo(201);
    assertThat(reserved.body().at("/figures/sellable").asLong()).isEqualTo(3);
    seen.add(reserved);
    Said refused = reserve(channel, item, 50);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("sellable").asLong()).isEqualTo(3);
    seen.add(refused);
    String id = reserved.body().path("reservationId").asString();
    String mine = "/v1/reservations/" + id;
    seen.add(server.get(channel, mine));
    for (String verb : List.of("extend", "confirm", "release")) {
      Said done =
          server.write(
              channel,
              "POST",
              mine + "/" + verb,
              verb.equals("extend") ? "{\"expiresIn\":\"PT1H\"}" : "{}");
      assertThat(done.status()).as(done.whole().body()).isEqualTo(200);
      seen.add(done);
      assertThat(server.write(other, "POST", mine + "/" + verb, "{\"note\":\"x\"}").problem())
          .isIn("/problems/unknown-reservation", "/problems/invalid-request");
    }
    seen.add(server.write(channel, "POST", mine + "/release", "{\"quantity\":9}"));
    for (Said said : seen) {
      assertThat(said.whole().body()).doesNotContainPattern(FIGURES);
    }
    assertThat(server.get(other, mine).problem()).isEqualTo("/problems/unknown-reservation");
  }

  @Test
  void a_channel_does_not_see_what_others_reserved() throws Exception {
    String integration = server.keyOf("\"integration\"", "");
    String item = stocked(integration);
    Said theirs = server.write(integration, "POST", item + "/reserve", "{\"quantity\":1}");
    String id = theirs.body().path("reservationId").asString();
    String channel = keyOf("channel");
    assertThat(server.get(channel, "/v1/reservations/" + id).status()).isEqualTo(404);
    for (String verb : List.of("confirm", "release")) {
      Said said = server.write(channel, "POST", "/v1/reservations/" + id + "/" + verb, "{}");
      assertThat(said.status()).as(verb).isEqualTo(404);
    }
    Said released =
        server.write(channel, "POST", item + "/release", "{\"reservationId\":\"" + id + "\"}");
    assertThat(released.status()).isEqualTo(404);
  }

  private Said reserve(String key, String item, int quantity) throws Exception {
    return server.write(
        key,
        "POST",
        item + "/reserve",
        "{\"quantity\":" + quantity + ",\"channel\":\"default\",\"expiresIn\":\"PT1H\"}");
  }

  private String stocked(String key) throws Exception {
    String location = "R-" + UUID.randomUUID();
    server.write(
        key,
        "PUT",
        "/v1/locations/" + location,
        "{\"name\":\"R\",\"kind\":\"store\",\"timeZone\":\"Europe/Vienna\"}");
    server.write(key, "PUT", "/v1/products/ROLES", "{\"name\":\"R\"}");
    String item = "/v1/stock/" + location + "/ROLES";
    server.write(key, "POST", item + "/receive", "{\"quantity\":5}");
    return item;
  }

  @Test
  void a_key_opens_at_once_and_both_open_while_a_rotation_overlaps() throws Exception {
    Said issued = issue();
    String old = issued.body().path("key").asString();
    assertThat(opens(old)).isTrue();
    String id = issued.body().path("credentialId").asString();
    Said rotated = credential(id, "rotate", "{\"overlap\":\"PT3S\"}");
    assertThat(rotated.status()).isEqualTo(201);
    Instant answered = Instant.now();
    String young = rotated.body().path("key").asString();
    assertThat(opens(young)).isTrue();
    assertThat(opens(old)).isTrue();
    assertThat(timeUntilClosed(old, answered)).isLessThan(Duration.ofSeconds(5));
    assertThat(opens(young)).isTrue();
  }

  @Test
  void a_revoked_key_opens_nothing_two_seconds_later() throws Exception {
    Said issued = issue();
    String key = issued.body().path("key").asString();
    assertThat(opens(key)).isTrue();
    Said revoked = credential(issued.body().path("credentialId").asString(), "revoke", "{}");
    assertThat(revoked.status()).isEqualTo(200);
    assertThat(timeUntilClosed(key, Instant.now())).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void no_list_of_credentials_shows_a_secret_or_its_hash() throws Exception {
    Said issued = issue();
    String secret = issued.body().path("key").asString().substring(21);
    String id = issued.body().path("credentialId").asString();
    for (String path :
        List.of(
            "/v1/credentials?client=" + issued.body().path("client").asString(),
            "/v1/credentials/" + id)) {
      Said said = server.get(server.operatorKey(), path);
      assertThat(said.status()).isEqualTo(200);
      assertThat(said.whole().body())
          .contains(id)
          .doesNotContain(secret)
          .doesNotContainIgnoringCase("hash")
          .doesNotContainIgnoringCase("secret")
          .doesNotContainPattern("[0-9a-f]{64}");
    }
  }

  private Said issue() throws Exception {
    return server.write(
        server.operatorKey(),
        "POST",
        "/v1/credentials",
        "{\"client\":\"k-" + UUID.randomUUID() + "\",\"roles\":[\"auditor\"]}");
  }

  private Said credential(String id, String verb, String body) throws Exception {
    return server.write(server.operatorKey(), "POST", "/v1/credentials/" + id + "/" + verb, body);
  }

  private boolean opens(String key) throws Exception {
    HttpRequest request = server.request(key, "/v1/locations?limit=1").GET().build();
    int status = server.answer(request).statusCode();
    assertThat(status).isIn(200, 401);
    return status == 200;
  }

  private Duration timeUntilClosed(String key, Instant since) throws Exception {
    while (opens(key)) {
      assertThat(Instant.now()).as("the key still opens").isBefore(since.plusSeconds(10));
    }
    return Duration.between(since, Instant.now());
  }
}
