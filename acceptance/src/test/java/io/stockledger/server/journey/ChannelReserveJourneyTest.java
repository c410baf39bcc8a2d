package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Promises through channels over HTTP: guarded by what is sellable there, also when many ask. */
class ChannelReserveJourneyTest {
  private RunningServer server;
  private String manager;
  private String web;
  private String location;
  private String sku;

  @BeforeEach
  void anItemAndAChannel() throws Exception {
    server = RunningServer.shared();
    manager = server.keyOf("\"manager\",\"integration\"", "");
    location = "L-" + UUID.randomUUID();
    sku = "S-" + UUID.randomUUID();
    web = channel();
    created(put("/v1/locations/" + location, "{\"name\":\"One\",\"kind\":\"store\"}"));
    created(put("/v1/products/" + sku, "{\"name\":\"Thing\"}"));
  }

  private String channel() throws Exception {
    String id = "c-" + UUID.randomUUID();
    created(put("/v1/channels/" + id, "{\"name\":\"A shop\"}"));
    return id;
  }

  private void rule(String channel, String terms) throws Exception {
    Said said = put("/v1/channels/" + channel + "/rules/all", terms);
    assertThat(said.status()).as(said.whole().body()).isIn(200, 201);
  }

  private Said put(String path, String body) throws Exception {
    return server.write(manager, "PUT", path, body);
  }

  private Said post(String key, String verb, String body) throws Exception {
    return server.write(key, "POST", "/v1/stock/" + location + "/" + sku + verb, body);
  }

  private Said reserve(String key, String channel, long quantity) throws Exception {
    return post(
        key, "/reserve", "{\"quantity\":%d,\"channel\":\"%s\"}".formatted(quantity, channel));
  }

  private String keyOf(String channel) throws Exception {
    return server.keyOf("\"channel\"", ",\"channel\":\"" + channel + "\"");
  }

  private static Said created(Said said) {
    assertThat(said.status()).as(said.whole().body()).isEqualTo(201);
    return said;
  }

  @Test
  void a_buffer_is_kept_from_its_channel_and_from_no_other() throws Exception {
    post(manager, "/receive", "{\"quantity\":5}");
    rule(web, "{\"buffer\":{\"units\":2},\"reservationWindow\":\"PT15M\"}");

    Said refused = reserve(manager, web, 4);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("/problems/not-sellable");
    assertThat(refused.body().path("channel").asString()).isEqualTo(web);
    assertThat(refused.body().path("requested").asLong()).isEqualTo(4);
    assertThat(refused.body().path("sellable").asLong()).isEqualTo(3);
    assertThat(refused.body().path("why").asString()).isEqualTo("beyond-sellable");

    Said made = created(reserve(keyOf(web), web, 1));
    assertThat(made.body().path("state").asString()).isEqualTo("pending");
    assertThat(made.body().at("/figures/sellable").asLong()).isEqualTo(2);
    created(reserve(manager, "default", 4));
  }

  @Test
  void a_channel_that_shows_bands_tells_its_key_no_figure() throws Exception {
    post(manager, "/receive", "{\"quantity\":5}");
    rule(web, "{\"exposure\":{\"shown\":\"banded\",\"limited\":10}}");
    String key = keyOf(web);

    Said refused = reserve(key, web, 6);
    assertThat(refused.problem()).isEqualTo("/problems/not-sellable");
    assertThat(refused.body().has("sellable")).isFalse();
    Said made = created(reserve(key, web, 2));
    assertThat(made.body().at("/figures").isEmpty()).isTrue();
    Said lines =
        server.write(
            key,
            "POST",
            "/v1/reservations",
            "{\"channel\":\"%s\",\"lines\":[{\"line\":\"1\",\"location\":\"%s\",\"sku\":\"%s\",\"quantity\":9}]}"
                .formatted(web, location, sku));
    JsonNode line = lines.body().at("/lines/0");
    assertThat(line.path("type").asString()).isEqualTo("/problems/not-sellable");
    assertThat(line.has("sellable")).isFalse();
  }

  @Test
  void a_backorder_keeps_its_day_when_the_units_are_there() throws Exception {
    post(manager, "/receive", "{\"quantity\":1}");
    String day = Instant.now().plus(Duration.ofDays(30)).toString().substring(0, 10);
    rule(web, "{\"backorder\":{\"units\":5,\"promisedOn\":\"" + day + "\"}}");

    Said made = created(reserve(manager, web, 3));
    assertThat(made.body().at("/lines/0/backordered").asLong()).isEqualTo(2);
    assertThat(made.body().at("/lines/0/promisedOn").asString()).isEqualTo(day);
    assertThat(made.body().at("/figures/backordered").asLong()).isEqualTo(2);
    assertThat(made.body().at("/figures/shortfall").asLong()).isZero();
    Said came = post(manager, "/receive", "{\"quantity\":4}");
    assertThat(came.body().at("/figures/backordered").asLong()).isZero();

    String position = String.valueOf(came.header("Ledger-Position"));
    Said read =
        server.send(
            server
                .request(
                    manager, "/v1/reservations/" + made.body().path("reservationId").asString())
                .header("Ledger-Min-Position", position)
                .GET()
                .build());
    assertThat(read.body().at("/lines/0/backordered").asLong()).isEqualTo(2);
    assertThat(read.body().at("/lines/0/promisedOn").asString()).isEqualTo(day);
  }

  @Test
  void what_an_exposure_hides_and_a_shadow_watches_is_not_sold() throws Exception {
    post(manager, "/receive", "{\"quantity\":5}");
    rule(web, "{\"exposure\":{\"shown\":\"none\"}}");
    assertThat(reserve(manager, web, 1).body().path("why").asString()).isEqualTo("not-exposed");
    put("/v1/channels/" + web, "{\"name\":\"Watching\",\"shadow\":true}");
    rule(web, "{}");
    assertThat(reserve(manager, web, 1).body().path("why").asString()).isEqualTo("shadow-channel");
  }

  /**
   * Three channels with different buffers, one of them with a backorder, want 100 units. Longer and
   * with more clients: {@code -Dchannels.seconds=30 -Dchannels.clients=200}.
   */
  @Test
  void many_clients_through_three_channels_never_get_more_than_is_sellable_there()
      throws Exception {
    post(manager, "/receive", "{\"quantity\":100}");
    List<String> channels = List.of(web, channel(), channel());
    rule(channels.get(0), "{\"buffer\":{\"units\":5}}");
    rule(channels.get(1), "{\"buffer\":{\"perCent\":20}}");
    rule(
        channels.get(2),
        "{\"buffer\":{\"units\":1},\"backorder\":{\"units\":10,\"promisedOn\":\"2099-12-01\"}}");
    int clients = Integer.getInteger("channels.clients", 30);
    Instant end = Instant.now().plusSeconds(Integer.getInteger("channels.seconds", 3));

    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      int client = i;
      all.add(() -> trade(new Random(client), channels.get(client % 3), end));
    }
    int refusals = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> done : threads.invokeAll(all)) {
        refusals += done.get();
      }
    }

    assertThat(refusals).as("they fought").isPositive();
    assertThat(judge(channels)).as("promises").isGreaterThan(clients);
  }

  /** Reserves, and now and then gives some back or changes its mind; counts the refusals. */
  private int trade(Random random, String channel, Instant end) throws Exception {
    List<String> mine = new ArrayList<>();
    int refused = 0;
    while (Instant.now().isBefore(end)) {
      if (!mine.isEmpty() && random.nextInt(3) == 0) {
        String id = mine.remove(random.nextInt(mine.size()));
        assertThat(
                server.write(manager, "POST", "/v1/reservations/" + id + "/release", "{}").status())
            .isEqualTo(200);
      } else {
        Said said = reserve(manager, channel, 1 + random.nextInt(4));
        if (said.status() == 201) {
          mine.add(said.body().path("reservationId").asString());
        } else {
          assertThat(said.problem()).isIn("/problems/not-sellable", "/problems/insufficient-stock");
          refused++;
        }
      }
    }
    return refused;
  }

  /** Every promise of the item's history was within what its channel could sell at that version. */
  private int judge(List<String> channels) throws Exception {
    long reserved = 0;
    int promises = 0;
    String next = "";
    while (next != null) {
      JsonNode page =
          server
              .get(manager, "/v1/stock/" + location + "/" + sku + "/history?limit=1000" + next)
              .body();
      for (JsonNode entry : page.path("items")) {
        JsonNode figures = entry.path("figures");
        if (entry.path("type").asString().equals("stock.reserved")) {
          promises++;
          int channel = channels.indexOf(entry.at("/detail/channel").asString());
          long units = figures.path("reserved").asLong() - reserved;
          long buffer = channel == 0 ? 5 : channel == 1 ? 20 : 1;
          long waiting = Math.max(0, reserved - 100);
          long sellable =
              Math.max(0, Math.max(0, 100 - reserved) - buffer)
                  + (channel == 2 ? Math.max(0, 10 - waiting) : 0);
          assertThat(units).as("%s", entry).isBetween(1L, sellable);
        }
        reserved = figures.path("reserved").asLong();
        assertThat(reserved).isLessThanOrEqualTo(110);
        assertThat(figures.path("shortfall").asLong()).as("%s", entry).isZero();
        assertThat(figures.path("backordered").asLong()).isEqualTo(Math.max(0, reserved - 100));
      }
      next = page.has("next") ? "&cursor=" + page.path("next").asString() : null;
    }
    return promises;
  }
}
