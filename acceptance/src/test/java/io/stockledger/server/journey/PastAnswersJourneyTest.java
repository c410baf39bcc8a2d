package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a channel said at past moments, held against what was answered then. */
class PastAnswersJourneyTest {
  private static final long SEED = 20_261_124;
  private static final int STEPS = 120;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private RunningServer server;
  private String key;
  private String channel;
  private String place;
  private String sku;
  private String item;

  private record Answered(Instant at, ObjectNode body) {}

  @BeforeEach
  void aShop() throws Exception {
    server = RunningServer.shared();
    key = server.keyOf("\"manager\",\"integration\"", "");
    channel = "web-" + UUID.randomUUID();
    place = "L-" + UUID.randomUUID();
    sku = "S-" + UUID.randomUUID();
    item = "/v1/stock/" + place + "/" + sku;
    put(
        "/v1/locations/" + place,
        """
        {"name":"P","kind":"store","groups":["stores"],"countAccuracyPerMille":900,
         "sources":[{"source":"pos","standsFor":"PT1H","reportsEvery":"PT1S"}]}""");
    put("/v1/products/" + sku, "{\"name\":\"Thing\",\"categoryPath\":\"Home/Kitchen\"}");
  }

  private Said put(String path, String body) throws Exception {
    return done(server.write(key, "PUT", path, body));
  }

  private Said post(String path, String body) throws Exception {
    return server.write(key, "POST", path, body);
  }

  private static Said done(Said said) {
    assertThat(said.status()).as(said.whole().body()).isBetween(200, 201);
    return said;
  }

  private String availability() {
    return "/v1/channels/" + channel + "/availability/" + sku + "?explain=true&location=" + place;
  }

  private Said past(Instant at) throws Exception {
    return server.get(key, availability() + "&at=" + at);
  }

  /** The answer of now; tried again while something is recorded that it may not know yet. */
  private Answered answered() throws Exception {
    while (true) {
      long head = server.headPosition();
      Said said =
          server.send(
              server
                  .request(key, availability())
                  .header("Ledger-Min-Position", Long.toString(head))
                  .GET()
                  .build());
      if (server.headPosition() == head) {
        JsonNode body = done(said).body();
        return new Answered(Instant.parse(body.path("asOf").asString()), said(body));
      }
    }
  }

  /** What ran out is recorded in the background: an entry more, and nothing else is said. */
  private static ObjectNode said(JsonNode body) {
    ObjectNode copy = (ObjectNode) body.deepCopy();
    copy.remove(List.of("asOf", "position"));
    copy.withArray("locations")
        .forEach(location -> ((ObjectNode) location).remove(List.of("version", "position")));
    return copy;
  }

  private Answered await(Predicate<JsonNode> condition) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    Answered answer = answered();
    while (!condition.test(answer.body())) {
      assertThat(Instant.now()).as(answer.body().toString()).isBefore(end);
      answer = answered();
    }
    return answer;
  }

  private static String freshness(JsonNode body) {
    return body.at("/locations/0/detail/freshness").asString();
  }

  @Test
  void what_was_answered_is_what_is_said_of_that_moment() throws Exception {
    put("/v1/channels/" + channel, "{\"name\":\"Web shop\"}");
    done(post(item + "/receive", "{\"quantity\":20}"));
    List<Answered> record = new ArrayList<>();
    Random random = new Random(SEED);
    for (int i = 0; i < STEPS; i++) {
      step(random);
      if (random.nextInt(3) == 0) {
        record.add(answered());
      }
    }
    put(rule("r1"), "{\"exposure\":{\"shown\":\"exact\"},\"freshFor\":\"PT1S\"}");
    done(post("/v1/locations/" + place + "/heartbeat", "{\"source\":\"pos\"}"));
    record.add(await(body -> freshness(body).equals("on-time")));
    record.add(await(body -> !freshness(body).equals("on-time")));
    record.add(await(body -> freshness(body).equals("old")));
    done(post(item + "/reserve", "{\"quantity\":1,\"expiresIn\":\"PT1S\"}"));
    record.add(answered());
    long free = free(record.getLast().body());
    record.add(await(body -> free(body) > free));
    for (Answered answer : record) {
      Said then = past(answer.at());
      assertThat(then.status()).as(then.whole().body()).isEqualTo(200);
      assertThat(Instant.parse(then.body().path("asOf").asString())).isEqualTo(answer.at());
      assertThat(said(then.body()))
          .as("seed %d, at %s", SEED, answer.at())
          .isEqualTo(answer.body());
    }
    assertThat(record).hasSizeGreaterThan(STEPS / 5);
  }

  private static long free(JsonNode body) {
    return body.at("/locations/0/detail/explained/available").asLong();
  }

  private String rule(String rule) {
    return "/v1/channels/" + channel + "/rules/" + rule;
  }

  private void step(Random random) throws Exception {
    int units = 1 + random.nextInt(4);
    String quantity = "{\"quantity\":" + units + "}";
    switch (random.nextInt(9)) {
      case 0 -> done(post(item + "/receive", quantity));
      case 1, 2 -> reserve(units, random);
      case 3 -> post(item + "/pick", quantity);
      case 4 ->
          done(
              post(
                  item + "/count",
                  "{\"counted\":{\"good\":%d},\"method\":\"manual\",\"kind\":\"cycle-count\"}"
                      .formatted(random.nextInt(25))));
      case 5 ->
          put(
              rule("r" + random.nextInt(3)),
              """
              {"scope":{"group":"stores"},"buffer":{"units":%d},"listingCap":%d,
               "exposure":{"shown":"%s","onlyLeft":%d}}"""
                  .formatted(
                      random.nextInt(4),
                      5 + random.nextInt(5),
                      random.nextBoolean() ? "exact" : "banded",
                      random.nextInt(3)));
      case 6 -> post(item + "/set-aside", quantity);
      case 7 -> post("/v1/locations/" + place + "/heartbeat", "{\"source\":\"pos\"}");
      default -> offSwitch(random);
    }
  }

  /** May be refused, for there may be too little. */
  private void reserve(int units, Random random) throws Exception {
    post(
        item + "/reserve",
        "{\"quantity\":%d%s}"
            .formatted(units, random.nextBoolean() ? ",\"expiresIn\":\"PT1S\"" : ""));
  }

  private void offSwitch(Random random) throws Exception {
    String level = random.nextBoolean() ? "soft" : "hidden";
    Said pulled =
        done(
            post(
                "/v1/switches",
                "{\"scope\":{\"channel\":\"%s\"},\"level\":\"%s\",\"why\":\"a doubt\"}"
                    .formatted(channel, level)));
    if (random.nextInt(3) > 0) {
      String id = pulled.body().path("switchId").asString();
      done(post("/v1/switches/" + id + "/return", "{}"));
    }
  }

  @Test
  void what_was_not_there_yet_is_unknown_at_that_moment() throws Exception {
    Instant before = Instant.now();
    assertThat(past(before).problem()).isEqualTo("/problems/unknown-channel");
    put("/v1/channels/" + channel, "{\"name\":\"Web shop\"}");
    assertThat(past(before).problem()).isEqualTo("/problems/unknown-channel");
    Instant put = moment();
    assertThat(past(put).problem()).isEqualTo("/problems/unknown-item");
    done(post(item + "/receive", "{\"quantity\":3}"));
    assertThat(past(put).problem()).isEqualTo("/problems/unknown-item");
    assertThat(past(moment()).body().path("sellable").asLong()).isEqualTo(3);
  }

  private Instant moment() throws Exception {
    Said written = done(post("/v1/locations/" + place + "/heartbeat", "{\"source\":\"pos\"}"));
    assertThat(written.status()).isEqualTo(200);
    return Instant.now();
  }

  @Test
  void a_past_moment_is_told_of_one_location_and_is_past() throws Exception {
    String all = "/v1/channels/default/availability/" + sku + "?at=";
    Said everywhere = server.get(key, all + Instant.now());
    assertThat(everywhere.problem()).isEqualTo("/problems/invalid-request");
    assertThat(everywhere.body().at("/errors/0/field").asString()).isEqualTo("location");
    Said ahead = past(Instant.now().plusSeconds(60));
    assertThat(ahead.problem()).isEqualTo("/problems/invalid-request");
    assertThat(ahead.body().at("/errors/0/field").asString()).isEqualTo("at");
  }

  @Test
  void a_pilot_exposes_what_it_names_then_and_now() throws Exception {
    put("/v1/channels/" + channel, "{\"name\":\"Pilot\",\"pilotSkus\":[\"other\"]}");
    done(post(item + "/receive", "{\"quantity\":3}"));
    Answered hidden = answered();
    assertThat(hidden.body().path("state").asString()).isEqualTo("not-exposed");
    put("/v1/channels/" + channel, "{\"name\":\"Pilot\",\"pilotLocations\":[\"stores\"]}");
    assertThat(answered().body().path("sellable").asLong()).isEqualTo(3);
    assertThat(said(past(hidden.at()).body())).isEqualTo(hidden.body());
  }

  @Test
  void a_channels_key_asks_what_its_own_channel_said() throws Exception {
    put("/v1/channels/" + channel, "{\"name\":\"Web shop\"}");
    done(post(item + "/receive", "{\"quantity\":3}"));
    String own = server.keyOf("\"channel\"", ",\"channel\":\"" + channel + "\"");
    String other = server.keyOf("\"channel\"", ",\"channel\":\"other\"");
    String path = availability().replace("explain=true&", "") + "&at=" + moment();
    assertThat(server.get(own, path).body().path("sellable").asLong()).isEqualTo(3);
    assertThat(server.get(other, path).problem()).isEqualTo("/problems/forbidden");
    assertThat(server.get(own, path + "&explain=true").problem()).isEqualTo("/problems/forbidden");
  }
}
