package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer.Said;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What devices recorded offline, delivered over HTTP. */
class DeviceJourneyTest {
  private final Instant begun = Instant.now().minusSeconds(3_600);
  private RunningServer server;
  private Bulk place;
  private String device;

  @BeforeEach
  void aDeviceOfItsOwn() throws Exception {
    server = RunningServer.shared();
    place = Bulk.on(server, "associate");
    device = "D-" + UUID.randomUUID();
  }

  private String line(long sequence, String type, String more) {
    return line(place.sku(), sequence, type, more);
  }

  private String line(String sku, long sequence, String type, String more) {
    return "{\"sequence\":%d,\"type\":\"%s\",\"location\":\"%s\",\"sku\":\"%s\",\"occurredAt\":\"%s\",%s}"
        .formatted(sequence, type, place.location(), sku, begun.plusSeconds(sequence), more);
  }

  private Said deliver(String... lines) throws Exception {
    return deliverTo(device, List.of(lines));
  }

  private Said deliverTo(String to, List<String> lines) throws Exception {
    return server.write(
        place.key(),
        "POST",
        "/v1/devices/" + to + "/batches",
        "{\"deviceClock\":\"%s\",\"lines\":[%s]}"
            .formatted(Instant.now().minusSeconds(60), String.join(",", lines)));
  }

  private static List<String> outcomes(Said said) {
    assertThat(said.status()).as(said.whole().body()).isEqualTo(200);
    return said.body()
        .path("lines")
        .valueStream()
        .map(line -> line.path("outcome").asString())
        .toList();
  }

  private JsonNode read(String path) throws Exception {
    HttpRequest request =
        server
            .request(place.key(), path)
            .header("Ledger-Min-Position", Long.toString(server.headPosition()))
            .build();
    return server.send(request).body();
  }

  @Test
  void a_line_ahead_of_a_gap_waits_and_everything_applies_once() throws Exception {
    Said waiting = deliver(line(2, "pick", "\"quantity\":1"));
    assertThat(outcomes(waiting)).containsExactly("waiting");
    assertThat(waiting.body().at("/gaps/0/from").asLong()).isEqualTo(1);
    assertThat(waiting.body().path("skewMillis").asLong()).isBetween(-90_000L, -59_000L);
    JsonNode seen = read("/v1/devices/" + device);
    assertThat(seen.path("waiting").asLong()).isEqualTo(1);
    assertThat(seen.at("/gaps/0/to").asLong()).isEqualTo(1);
    Said filled = deliver(line(1, "receive", "\"quantity\":5"), line(2, "pick", "\"quantity\":1"));
    assertThat(outcomes(filled)).containsExactly("applied", "applied");
    assertThat(filled.body().at("/lines/1/figures/good").asLong()).isEqualTo(4);
    Said again =
        deliver(line(1, "receive", "\"quantity\":5"), line(1, "receive", "\"quantity\":6"));
    assertThat(outcomes(again)).containsExactly("known", "reused");
    assertThat(again.body().at("/lines/0/first").asString()).isEqualTo("applied");
    assertThat(again.body().at("/lines/1/problem/type").asString())
        .isEqualTo("/problems/sequence-reused");
    assertThat(place.good()).isEqualTo(4);
    JsonNode after = read("/v1/devices/" + device);
    assertThat(after.path("nextSequence").asLong()).isEqualTo(3);
    assertThat(after.path("waiting").asLong()).isZero();
    assertThat(after.path("reused").asLong()).isEqualTo(1);
  }

  @Test
  void what_is_impossible_is_a_fact_and_what_can_never_be_one_is_kept() throws Exception {
    Said said =
        deliver(
            line(1, "receive", "\"quantity\":2"),
            line(2, "pick", "\"quantity\":5"),
            line("none", 3, "receive", "\"quantity\":1"),
            line(4, "pick", "\"quantity\":1,\"reservationId\":\"never-was\""));
    assertThat(outcomes(said)).containsExactly("applied", "stated", "refused", "stated");
    String opened = said.body().at("/lines/1/discrepancyId").asString();
    assertThat(read("/v1/discrepancies/" + opened).path("missing").asLong()).isEqualTo(3);
    JsonNode kept = read("/v1/devices/" + device + "/lines?outcome=refused").path("items");
    assertThat(kept.size()).isEqualTo(1);
    assertThat(kept.get(0).path("problem").asString()).isEqualTo("unknown-sku");
    assertThat(kept.get(0).at("/content/quantity").asLong()).isEqualTo(1);
    JsonNode first = read("/v1/devices/" + device + "/lines?limit=3");
    assertThat(first.path("items").size()).isEqualTo(3);
    JsonNode rest =
        read("/v1/devices/" + device + "/lines?limit=3&cursor=" + first.path("next").asString());
    assertThat(rest.path("items").get(0).path("sequence").asLong()).isEqualTo(4);
  }

  @Test
  void a_dry_run_and_a_repeated_request_do_nothing_more() throws Exception {
    String body = "{\"lines\":[" + line(1, "receive", "\"quantity\":5") + "]}";
    String path = "/v1/devices/" + device + "/batches";
    Said tried = server.write(place.key(), "POST", path + "?dryRun=true", body);
    assertThat(outcomes(tried)).containsExactly("applied");
    assertThat(server.get(place.key(), "/v1/devices/" + device).status()).isEqualTo(404);
    String key = UUID.randomUUID().toString();
    Said first = server.write(place.key(), "POST", path, body, key);
    Said second = server.write(place.key(), "POST", path, body, key);
    assertThat(second.whole().body()).isEqualTo(first.whole().body());
    assertThat(outcomes(first)).containsExactly("applied");
    assertThat(place.good()).isEqualTo(5);
  }

  @Test
  void a_thousand_lines_are_one_delivery_and_no_more() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int sequence = 1_001; sequence > 0; sequence--) {
      lines.add(line(sequence, sequence % 3 == 0 ? "pick" : "receive", "\"quantity\":1"));
    }
    assertThat(Bulk.fields(deliverTo(device, lines).body())).containsExactly("lines");
    Said all = deliverTo(device, lines.subList(1, lines.size()));
    assertThat(outcomes(all)).hasSize(1_000).containsOnly("applied");
    assertThat(place.good()).isEqualTo(667 - 333);
    assertThat(read("/v1/devices/" + device).path("nextSequence").asLong()).isEqualTo(1_001);
  }

  @Test
  void every_field_is_checked() throws Exception {
    Said said =
        deliver(
            line(1, "count", "\"quantity\":1"),
            line(2, "adjust", "\"quantity\":0"),
            line(3, "condition", "\"quantity\":-1,\"from\":\"good\",\"to\":\"good\""),
            line(4, "pick", "\"quantity\":1,\"condition\":\"good\""));
    assertThat(said.status()).isEqualTo(400);
    assertThat(Bulk.fields(said.body()))
        .containsExactly(
            "lines[0].counted",
            "lines[0].quantity",
            "lines[1].quantity",
            "lines[1].reason",
            "lines[2].quantity",
            "lines[2].to",
            "lines[3].condition");
    assertThat(
            deliver(line(1, "adjust", "\"quantity\":1,\"reason\":\"OTHER\",\"note\":\"x\""))
                .status())
        .isEqualTo(403);
    String ahead =
        line(1, "receive", "\"quantity\":1")
            .replaceAll("\"occurredAt\":\"[^\"]*\"", "\"occurredAt\":\"2199-01-01T00:00:00Z\"");
    assertThat(Bulk.fields(deliver(ahead).body())).containsExactly("lines[0].occurredAt");
  }

  @Test
  void any_delivery_ends_in_the_same_figures() throws Exception {
    long seed = Long.getLong("histories.seed", System.nanoTime());
    System.out.println("histories.seed=" + seed);
    Random random = new Random(seed);
    List<String> told = new ArrayList<>();
    told.add(line(1, "receive", "\"quantity\":9"));
    for (int sequence = 2; sequence <= 30; sequence++) {
      int units = 1 + random.nextInt(5);
      told.add(
          switch (random.nextInt(4)) {
            case 0 -> line(sequence, "receive", "\"quantity\":" + units);
            case 1 -> line(sequence, "pick", "\"quantity\":" + units);
            case 2 -> line(sequence, "count", "\"counted\":{\"good\":" + units + "}");
            default ->
                line(sequence, "adjust", "\"quantity\":-" + units + ",\"reason\":\"SHRINK\"");
          });
    }
    deliverTo(device, told);
    JsonNode straight = read("/v1/stock/" + place.location() + "/" + place.sku());
    Bulk elsewhere = Bulk.on(server, "associate");
    List<String> moved =
        new ArrayList<>(
            told.stream()
                .map(
                    line ->
                        line.replace(place.location(), elsewhere.location())
                            .replace(place.sku(), elsewhere.sku()))
                .toList());
    moved.addAll(List.copyOf(moved.subList(3, 12)));
    Collections.shuffle(moved, random);
    String other = "D-" + UUID.randomUUID();
    for (int from = 0; from < moved.size(); from += 7) {
      deliverTo(other, moved.subList(from, Math.min(from + 7, moved.size())));
    }
    JsonNode shuffled = read("/v1/stock/" + elsewhere.location() + "/" + elsewhere.sku());
    assertThat(shuffled.path("figures")).isEqualTo(straight.path("figures"));
    assertThat(shuffled.path("openDiscrepancies")).isEqualTo(straight.path("openDiscrepancies"));
    assertThat(shuffled.path("version")).isEqualTo(straight.path("version"));
  }

  @Test
  void what_does_not_come_in_time_is_passed_by_the_ledger_itself() throws Exception {
    try (RunningServer impatient = RunningServer.alone("--stockledger.device.patience=PT0.2S")) {
      Bulk there = Bulk.on(impatient, "integration");
      String path = "/v1/devices/" + device + "/batches";
      String receive =
          line(2, "receive", "\"quantity\":5")
              .replace(place.location(), there.location())
              .replace(place.sku(), there.sku());
      impatient.write(there.key(), "POST", path, "{\"lines\":[" + receive + "]}");
      Instant patience = Instant.now().plusSeconds(20);
      JsonNode seen = impatient.get(there.key(), "/v1/devices/" + device).body();
      while (seen.path("nextSequence").asLong() != 3 && Instant.now().isBefore(patience)) {
        Thread.onSpinWait();
        seen = impatient.get(there.key(), "/v1/devices/" + device).body();
      }
      assertThat(seen.at("/passed/0/missing").asLong()).isEqualTo(1);
      assertThat(there.good()).isEqualTo(5);
      Said late =
          impatient.write(
              there.key(),
              "POST",
              path,
              "{\"lines\":[" + receive.replace("\"sequence\":2", "\"sequence\":1") + "]}");
      assertThat(late.body().at("/lines/0/late").asBoolean()).isTrue();
      assertThat(there.good()).isEqualTo(10);
    }
  }
}
