package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.Follower.Event;
import io.stockledger.server.journey.RunningServer.Said;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A channel is told what changes for it: as a stream, and as a list. */
class ChangesJourneyTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private RunningServer server;
  private String key;
  private String channel;
  private String place;
  private String sku;

  @BeforeEach
  void aPlaceAndAProduct() throws Exception {
    take(RunningServer.shared());
  }

  private void take(RunningServer taken) throws Exception {
    server = taken;
    key = server.keyOf("\"manager\",\"integration\",\"operator\"", "");
    channel = "web-" + UUID.randomUUID();
    place = "L-" + UUID.randomUUID();
    sku = "S-" + UUID.randomUUID();
    put("/v1/locations/" + place, "{\"name\":\"P\",\"kind\":\"store\"}");
    put("/v1/products/" + sku, "{\"name\":\"Thing\"}");
  }

  private void put(String path, String body) throws Exception {
    Said said = server.write(key, "PUT", path, body);
    assertThat(said.status()).as(said.whole().body()).isLessThan(300);
  }

  private void post(String path, String body) throws Exception {
    Said said = server.write(key, "POST", path, body);
    assertThat(said.status()).as(said.whole().body()).isLessThan(300);
  }

  /** Once everything was looked at for it, so that what comes next is told for its own cause. */
  private void putChannel() throws Exception {
    put("/v1/channels/" + channel, "{\"name\":\"Web\",\"locations\":[\"" + place + "\"]}");
    HttpRequest.Builder list = server.request(key, path());
    list.header("Ledger-Min-Position", Long.toString(server.headPosition()));
    assertThat(server.send(list.build()).status()).isEqualTo(200);
    awaitRecomputed();
  }

  private void receive(long units) throws Exception {
    post("/v1/stock/" + place + "/" + sku + "/receive", "{\"quantity\":" + units + "}");
  }

  private void pick(long units) throws Exception {
    post("/v1/stock/" + place + "/" + sku + "/pick", "{\"quantity\":" + units + "}");
  }

  private String path() {
    return "/v1/channels/" + channel + "/changes";
  }

  private Follower follow(String query) throws Exception {
    return new Follower(server.request(key, path() + query));
  }

  private static void await(BooleanSupplier condition, Supplier<?> seen) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("%s", seen.get()).isBefore(end);
      Thread.onSpinWait();
    }
  }

  private static void awaitChanges(Follower follower, int many) {
    await(() -> follower.changes().size() >= many, follower::events);
  }

  /** Until nothing is looked at anew any more, which might come before what the clock changes. */
  private void awaitRecomputed() {
    String tasks = "/v1/channels/" + channel + "/recomputations";
    long head = server.headPosition();
    await(
        () -> {
          JsonNode page = read(tasks);
          JsonNode unfinished = page.at("/items/0");
          return page.path("position").asLong() >= head
              && (unfinished.isMissingNode() || unfinished.has("finishedAt"));
        },
        () -> read(tasks));
  }

  private JsonNode read(String where) {
    try {
      return server.get(key, where).body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode last(Follower follower) {
    return follower.changes().getLast().data();
  }

  private Said listed(String query) throws Exception {
    return server.get(key, path() + query);
  }

  @Test
  void what_changes_for_a_channel_is_told_with_before_and_after() throws Exception {
    putChannel();
    receive(12);
    try (Follower follower = follow("?after=0")) {
      assertThat(follower.header("Content-Type")).startsWith("text/event-stream");
      awaitChanges(follower, 1);
      Event first = follower.events().getFirst();
      assertThat(first.name()).isEqualTo("following");
      assertThat(first.data().path("after").asLong()).isZero();
      JsonNode told = last(follower);
      assertThat(told.has("before")).isFalse();
      assertThat(told.at("/after/state").asString()).isEqualTo("in-stock");
      assertThat(told.at("/after/sellable").asLong()).isEqualTo(12);

      pick(2);
      awaitChanges(follower, 2);
      JsonNode change = last(follower);
      assertThat(change.at("/before/sellable").asLong()).isEqualTo(12);
      assertThat(change.at("/after/sellable").asLong()).isEqualTo(10);
      assertThat(change.path("channel").asString()).isEqualTo(channel);
      assertThat(change.path("location").asString()).isEqualTo(place);
      assertThat(change.path("sku").asString()).isEqualTo(sku);
      assertThat(change.path("version").asLong()).isEqualTo(2);
      assertThat(change.path("channelVersion").asLong()).isEqualTo(1);
      assertThat(change.path("position").asLong()).isPositive();
      assertThat(change.path("cause").asString()).isEqualTo("stock");
      assertThat(change.has("changedAt")).isTrue();
    }
  }

  @Test
  void whoever_comes_back_goes_on_where_it_was_and_the_list_says_the_same() throws Exception {
    putChannel();
    receive(100);
    List<String> ids = new ArrayList<>();
    String last;
    try (Follower follower = follow("?after=0")) {
      awaitChanges(follower, 1);
      last = follower.lastId();
      follower.changes().forEach(event -> ids.add(event.id()));
    }
    for (int i = 1; i <= 20; i++) {
      pick(1);
    }
    HttpRequest.Builder again =
        server.request(key, path() + "?after=0").header("Last-Event-ID", last);
    try (Follower follower = new Follower(again)) {
      await(
          () ->
              !follower.changes().isEmpty() && last(follower).at("/after/sellable").asLong() == 80,
          follower::events);
      follower.changes().forEach(event -> ids.add(event.id()));
    }
    assertThat(ids).doesNotHaveDuplicates();
    List<String> list = new ArrayList<>();
    long after = 0;
    JsonNode page = listed("?after=0&limit=3").body();
    while (!page.path("items").isEmpty()) {
      page.path("items").forEach(item -> list.add(item.path("id").asString()));
      after = page.path("next").asLong();
      page = listed("?limit=3&after=" + after).body();
    }
    assertThat(list).isEqualTo(ids);
    assertThat(page.path("next").asLong()).isEqualTo(after);
  }

  @Test
  void a_stream_may_be_about_some_products() throws Exception {
    putChannel();
    try (Follower others = follow("?after=0&sku=S-1&sku=S-2");
        Follower own = follow("?after=0&sku=S-1&sku=" + sku + "&location=" + place)) {
      receive(5);
      awaitChanges(own, 1);
      assertThat(others.changes()).isEmpty();
    }
    assertThat(listed("?sku=" + sku).body().path("items")).hasSize(1);
    assertThat(listed("?sku=S-1").body().path("items")).isEmpty();
    try (Follower endless = follow("?limit=5")) {
      assertThat(endless.status()).isEqualTo(400);
    }
  }

  @Test
  void the_list_waits_for_who_cannot_stream() throws Exception {
    putChannel();
    receive(7);
    JsonNode first = listed("?wait=20").body();
    assertThat(first.at("/items/0/after/sellable").asLong()).isEqualTo(7);

    long after = first.path("next").asLong();
    CompletableFuture<Said> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return listed("?wait=20&after=" + after);
              } catch (Exception e) {
                throw new CompletionException(e);
              }
            });
    pick(1);
    assertThat(waiting.get().body().at("/items/0/after/sellable").asLong()).isEqualTo(6);
  }

  @Test
  void a_rule_is_told_by_and_by_and_how_far_that_is_can_be_read() throws Exception {
    putChannel();
    receive(10);
    try (Follower follower = follow("?after=0")) {
      awaitChanges(follower, 1);
      put("/v1/channels/" + channel + "/rules/buffer", "{\"buffer\":{\"units\":3}}");
      awaitChanges(follower, 2);
      assertThat(last(follower).path("cause").asString()).isEqualTo("rule");
      assertThat(last(follower).at("/after/sellable").asLong()).isEqualTo(7);
      assertThat(last(follower).path("channelVersion").asLong()).isEqualTo(2);
    }
    String recomputations = "/v1/channels/" + channel + "/recomputations";
    JsonNode task = server.get(key, recomputations).body().at("/items/0");
    assertThat(task.path("cause").asString()).isEqualTo("rule");
    assertThat(task.path("total").asLong()).isPositive();
    assertThat(server.get(key, recomputations + "?limit=1").body().path("items")).hasSize(1);
    assertThat(server.get(key, recomputations + "?limit=0").status()).isEqualTo(400);
    assertThat(server.get(server.keyOf("\"associate\"", ""), recomputations).status())
        .isEqualTo(403);
  }

  @Test
  void a_rule_about_a_product_is_followed_for_what_it_was_and_is_about() throws Exception {
    String other = "S-" + UUID.randomUUID();
    put("/v1/products/" + other, "{\"name\":\"Other thing\"}");
    putChannel();
    receive(10);
    post("/v1/stock/" + place + "/" + other + "/receive", "{\"quantity\":20}");
    String rule = "/v1/channels/" + channel + "/rules/keep";
    try (Follower follower = follow("?after=0")) {
      awaitChanges(follower, 2);
      put(rule, "{\"scope\":{\"sku\":\"" + sku + "\"},\"buffer\":{\"units\":3}}");
      awaitChanges(follower, 3);
      put(rule, "{\"scope\":{\"sku\":\"" + other + "\"},\"buffer\":{\"units\":3}}");
      awaitChanges(follower, 5);
      assertThat(follower.changes().subList(2, 5))
          .extracting(Event::data)
          .extracting(c -> c.path("sku").asString() + " " + c.at("/after/sellable").asLong())
          .startsWith(sku + " 7")
          .contains(sku + " 10", other + " 17");
    }
    JsonNode tasks =
        server.get(key, "/v1/channels/" + channel + "/recomputations").body().path("items");
    assertThat(tasks)
        .filteredOn(task -> task.path("cause").asString().equals("rule"))
        .extracting(task -> task.path("total").asLong())
        .containsExactly(2L, 1L);
  }

  @Test
  void a_place_that_goes_silent_is_told_at_its_moments_and_so_is_its_return() throws Exception {
    put(
        "/v1/locations/" + place,
        "{\"name\":\"P\",\"kind\":\"store\",\"sources\":[{\"source\":\"WMS\","
            + "\"standsFor\":\"PT1H\",\"reportsEvery\":\"PT2S\"}]}");
    putChannel();
    put(
        "/v1/channels/" + channel + "/rules/fresh",
        "{\"freshFor\":\"PT3S\",\"fallbackAfter\":\"PT5S\",\"fallback\":\"store-confirmation-required\"}");
    awaitRecomputed();
    String beat = "/v1/locations/" + place + "/heartbeat";
    post(beat, "{\"source\":\"WMS\"}");
    receive(10);
    try (Follower follower = follow("?after=0")) {
      await(() -> states(follower).contains("store-confirmation-required"), follower::events);
      JsonNode silent = last(follower);
      assertThat(silent.path("cause").asString()).isEqualTo("clock");
      post(beat, "{\"source\":\"WMS\"}");
      await(
          () ->
              last(follower).at("/after/sellable").asLong() == 10
                  && last(follower).path("cause").asString().equals("source"),
          follower::events);
      assertThat(states(follower))
          .containsSubsequence("in-stock", "in-stock", "store-confirmation-required", "in-stock");
    }
  }

  private static List<String> states(Follower follower) {
    return follower.changes().stream()
        .map(event -> event.data().at("/after/state").asString())
        .toList();
  }

  @Test
  void who_may_not_or_cannot_follow_is_told_why() throws Exception {
    putChannel();
    assertThat(server.get(key, "/v1/channels/none/changes").problem())
        .isEqualTo("/problems/unknown-channel");
    Said standard = server.get(key, "/v1/channels/default/changes");
    assertThat(standard.status()).isEqualTo(409);
    assertThat(standard.problem()).isEqualTo("/problems/channel-not-put");
    String other = server.keyOf("\"channel\"", ",\"channel\":\"other\"");
    assertThat(server.get(other, path()).status()).isEqualTo(403);
    String own = server.keyOf("\"channel\"", ",\"channel\":\"" + channel + "\"");
    assertThat(server.get(own, path()).status()).isEqualTo(200);

    for (String query :
        List.of("?after=900000000000", "?after=x", "?limit=0", "?wait=31", "?colour=red")) {
      assertThat(listed(query).problem()).as(query).isEqualTo("/problems/invalid-request");
    }
    for (String id : List.of("900000000000", "x")) {
      Said said =
          server.send(
              server
                  .request(key, path())
                  .header("Accept", "text/event-stream")
                  .header("Last-Event-ID", id)
                  .build());
      assertThat(said.problem()).as(id).isEqualTo("/problems/invalid-request");
    }
  }

  @Test
  void what_is_gone_is_said_and_there_is_a_limit_to_streams_which_end_with_the_server()
      throws Exception {
    Follower open;
    try (RunningServer alone = RunningServer.alone("--stockledger.changes.most-streams=1")) {
      take(alone);
      putChannel();
      receive(5);
      open = follow("?after=0");
      awaitChanges(open, 1);
      Said full =
          server.send(server.request(key, path()).header("Accept", "text/event-stream").build());
      assertThat(full.status()).isEqualTo(503);
      assertThat(full.header("Retry-After")).isEqualTo("5");

      JdbcClient.create(server.context().getBean("outgoingDataSource", javax.sql.DataSource.class))
          .sql("update progress set forgotten_change = 1")
          .update();
      Said gone = listed("?after=0");
      assertThat(gone.status()).isEqualTo(410);
      assertThat(gone.problem()).isEqualTo("/problems/changes-gone");
      assertThat(gone.body().path("oldestAfter").asLong()).isEqualTo(1);
      assertThat(listed("").status()).isEqualTo(200);
    }
    await(open::isOver, open::events);
    assertThat(open.events().getLast().name()).isEqualTo("closing");
    open.close();
  }
}
