package io.stockledger.server.journey;

import static io.stockledger.server.journey.Bulk.fields;
import static io.stockledger.server.journey.Bulk.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many commands in one request, all or none. */
class AtomicCommandsTest {
  private RunningServer server;
  private Bulk bulk;
  private String once;

  @BeforeEach
  void anItemOfItsOwn() throws Exception {
    server = RunningServer.shared();
    bulk = Bulk.on(server, "integration");
    once = UUID.randomUUID().toString();
  }

  @Test
  void each_sees_those_before_it_and_all_take_effect() throws Exception {
    List<String> elements = new ArrayList<>();
    elements.add(bulk.element("receive", "\"quantity\":999"));
    for (int i = 0; i < 999; i++) {
      elements.add(bulk.element("pick", "\"quantity\":1"));
    }
    Said said = bulk.atomic(once, elements);
    assertThat(said.status()).as(said.whole().body()).isEqualTo(200);
    assertThat(statuses(said)).hasSize(1_000).containsOnly(200);
    assertThat(said.body().at("/items/999/answer/version").asLong()).isEqualTo(1_000);
    assertThat(said.body().at("/items/999/answer/figures/good").asLong()).isZero();
    assertThat(said.header("Ledger-Position")).isEqualTo(said.body().path("position").asString());
    assertThat(bulk.good()).isZero();
  }

  @Test
  void a_refusal_refuses_all_and_every_one_is_told() throws Exception {
    bulk.atomic(once, List.of(bulk.element("receive", "\"quantity\":5")));
    long head = server.headPosition();
    String second = UUID.randomUUID().toString();
    List<String> elements =
        List.of(
            bulk.element("pick", "\"quantity\":4"),
            bulk.element("pick", "\"quantity\":2"),
            bulk.element("set-aside", "\"quantity\":1"),
            bulk.element("receive", "\"quantity\":1,\"ifVersion\":1"));
    Said refused = bulk.atomic(second, elements);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("/problems/commands-refused");
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    JsonNode commands = refused.body().path("commands");
    assertThat(commands.valueStream().map(c -> c.path("index").asInt())).containsExactly(1, 3);
    assertThat(commands.at("/0/key").asString()).isEqualTo(second + ":1");
    assertThat(commands.at("/0/problem/available").asLong()).isEqualTo(1);
    assertThat(commands.at("/1/status").asInt()).isEqualTo(412);
    assertThat(server.headPosition()).isEqualTo(head);
    assertThat(bulk.good()).isEqualTo(5);

    bulk.atomic(UUID.randomUUID().toString(), List.of(bulk.element("receive", "\"quantity\":9")));
    Said again = bulk.atomic(second, elements);
    assertThat(again.whole().body()).isEqualTo(refused.whole().body());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(server.get(bulk.key(), "/v1/commands/" + second).body().path("status").asInt())
        .isEqualTo(409);
    assertThat(server.get(bulk.key(), "/v1/commands/" + second + ":1").status()).isEqualTo(404);
  }

  @Test
  void a_repeat_gets_the_same_bytes_by_the_key_of_the_request_or_by_those_of_its_commands()
      throws Exception {
    List<String> unkeyed =
        List.of(bulk.element("receive", "\"quantity\":5"), bulk.element("pick", "\"quantity\":1"));
    assertRepeat(bulk.atomic(once, unkeyed), bulk.atomic(once, unkeyed));
    List<String> keyed =
        List.of(bulk.keyed("receive", "\"quantity\":5"), bulk.keyed("pick", "\"quantity\":1"));
    assertRepeat(bulk.atomic(null, keyed), bulk.atomic(null, keyed));
    assertThat(bulk.good()).isEqualTo(8);
    assertThat(server.get(bulk.key(), "/v1/commands/" + once + ":1").body().path("status").asInt())
        .isEqualTo(200);
    assertThat(bulk.atomic(once, unkeyed.subList(0, 1)).status()).isEqualTo(422);
    Said foreign = bulk.atomic(null, List.of(keyed.get(0).replace(":5", ":6")));
    assertThat(foreign.status()).isEqualTo(422);
  }

  private static void assertRepeat(Said first, Said again) {
    assertThat(first.status()).as(first.whole().body()).isEqualTo(200);
    assertThat(again.whole().body()).isEqualTo(first.whole().body());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.header("Ledger-Position")).isEqualTo(first.header("Ledger-Position"));
  }

  @Test
  void what_is_malformed_or_forbidden_ends_the_whole_before_anything_is_decided() throws Exception {
    Bulk associate = bulk.as(server.keyOf("\"associate\"", ""));
    long head = server.headPosition();
    Said malformed =
        bulk.atomic(
            once,
            List.of(
                bulk.element("receive", "\"quantity\":5"),
                bulk.element("receive", "\"quantity\":0"),
                "{\"type\":\"confirm\",\"ifVersion\":3}"));
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(fields(malformed.body()))
        .containsExactly("[1].quantity", "[2].ifVersion", "[2].reservationId");
    Said forbidden =
        associate.atomic(
            once,
            List.of(
                bulk.element("receive", "\"quantity\":5"),
                bulk.element("reverse", "\"version\":1,\"reason\":\"CORRECTION\"")));
    assertThat(forbidden.status()).isEqualTo(403);
    assertThat(forbidden.body().path("scope").asString()).isEqualTo("stock.reverse");
    assertThat(forbidden.body().path("index").asInt()).isEqualTo(1);
    Said keyless =
        bulk.atomic(
            null,
            List.of(
                bulk.keyed("receive", "\"quantity\":5"), bulk.element("pick", "\"quantity\":1")));
    assertThat(keyless.status()).isEqualTo(400);
    assertThat(keyless.problem()).isEqualTo("/problems/idempotency-key-required");
    assertThat(server.headPosition()).isEqualTo(head);
  }

  @Test
  void a_dry_run_decides_each_with_those_before_it() throws Exception {
    long head = server.headPosition();
    Said tried =
        bulk.send(
            "mode=atomic&dryRun=true",
            null,
            List.of(
                bulk.element("receive", "\"quantity\":5"), bulk.element("pick", "\"quantity\":5")));
    assertThat(tried.status()).as(tried.whole().body()).isEqualTo(200);
    assertThat(tried.body().at("/items/1/answer/figures/good").asLong()).isZero();
    assertThat(tried.body().at("/items/1/answer/dryRun").asBoolean()).isTrue();
    Said refused =
        bulk.send(
            "mode=atomic&dryRun=true",
            null,
            List.of(
                bulk.element("receive", "\"quantity\":5"), bulk.element("pick", "\"quantity\":6")));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(server.headPosition()).isEqualTo(head);
  }

  @Test
  void reservations_made_and_undone_in_one_request_leave_no_claim_when_it_is_refused()
      throws Exception {
    bulk.atomic(once, List.of(bulk.element("receive", "\"quantity\":5")));
    String id = "r-" + bulk.sku();
    String reserve = bulk.element("reserve", "\"quantity\":3,\"reservationId\":\"" + id + "\"");
    String release = "{\"type\":\"release\",\"reservationId\":\"" + id + "\"}";
    Said refused =
        bulk.atomic(
            UUID.randomUUID().toString(),
            List.of(reserve, bulk.element("reserve", "\"quantity\":3")));
    assertThat(refused.status()).isEqualTo(409);
    Said done = bulk.atomic(UUID.randomUUID().toString(), List.of(reserve, release));
    assertThat(done.status()).as(done.whole().body()).isEqualTo(200);
    assertThat(statuses(done)).containsExactly(201, 200);
    assertThat(done.body().at("/items/1/answer/entries/0/figures/available").asLong()).isEqualTo(5);
  }

  @Test
  void any_mixture_comes_to_what_a_sheet_of_paper_says() throws Exception {
    long seed = 4_711;
    Random chance = new Random(seed);
    long good = 0;
    for (int round = 0; round < 40; round++) {
      List<String> elements = new ArrayList<>();
      long draft = good;
      boolean refused = false;
      for (int i = chance.nextInt(1, 12); i > 0; i--) {
        int quantity = chance.nextInt(1, 9);
        boolean in = chance.nextBoolean();
        elements.add(bulk.element(in ? "receive" : "pick", "\"quantity\":" + quantity));
        if (in) {
          draft += quantity;
        } else if (draft >= quantity) {
          draft -= quantity;
        } else {
          refused = true;
        }
      }
      Said said = bulk.atomic(UUID.randomUUID().toString(), elements);
      assertThat(said.status()).as("seed %d, round %d", seed, round).isEqualTo(refused ? 409 : 200);
      good = refused ? good : draft;
    }
    assertThat(bulk.good()).as("seed %d", seed).isEqualTo(good);
  }
}
