package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer.Said;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a channel offers in stores, as files: taken over HTTP, and written by the clock. */
class FeedJourneyTest {
  private static final String HEADER = "store_code\tid\tquantity\tavailability\n";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private RunningServer server;
  private String key;
  private String channel;
  private String place;
  private String sku;

  @BeforeEach
  void aChannelOfOnePlace() throws Exception {
    take(RunningServer.shared(), "web-" + UUID.randomUUID());
  }

  private void take(RunningServer taken, String name) throws Exception {
    server = taken;
    channel = name;
    key = server.keyOf("\"manager\",\"integration\",\"operator\"", "");
    place = "L-" + UUID.randomUUID();
    sku = "S-" + UUID.randomUUID().toString().substring(0, 8);
    put("/v1/locations/" + place, "{\"name\":\"P\",\"kind\":\"store\"}");
    put("/v1/products/" + sku, "{\"name\":\"Thing\"}");
    put(
        "/v1/channels/" + channel,
        "{\"name\":\"Web\",\"locations\":[\"%s\"],\"storeCodes\":{\"%s\":\"Vienna 1\"}}"
            .formatted(place, place));
  }

  private void put(String path, String body) throws Exception {
    Said said = server.write(key, "PUT", path, body);
    assertThat(said.status()).as(said.whole().body()).isLessThan(300);
  }

  private void move(String verb, long units) throws Exception {
    String path = "/v1/stock/" + place + "/" + sku + "/" + verb;
    Said said = server.write(key, "POST", path, "{\"quantity\":" + units + "}");
    assertThat(said.status()).as(said.whole().body()).isLessThan(300);
  }

  private String path(String query) {
    return "/v1/channels/" + channel + "/feeds/google-local-inventory" + query;
  }

  private HttpRequest.Builder request(String query) {
    return server
        .request(key, path(query))
        .header("Ledger-Min-Position", Long.toString(server.headPosition()));
  }

  private HttpResponse<String> file(String query) throws Exception {
    HttpResponse<String> answer = server.answer(request(query).build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** The first incremental file that says something. */
  private HttpResponse<String> changes(String after) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> file("?kind=incremental&after=" + after),
            answer -> !answer.body().equals(HEADER));
  }

  private String line(String rest) {
    return HEADER + "Vienna 1\t" + sku + "\t" + rest + "\n";
  }

  @Test
  void a_full_file_is_followed_by_what_changed() throws Exception {
    assertThat(file("").body()).isEqualTo(HEADER);
    move("receive", 12);
    HttpResponse<String> full = file("?kind=full");
    assertThat(full.body()).isEqualTo(line("12\tin stock"));
    assertThat(header(full, "Content-Type")).startsWith("text/tab-separated-values");
    assertThat(header(full, "Content-Disposition")).contains(channel + "-full.tsv\"");
    assertThat(header(full, "Feed-More")).isEqualTo("false");
    HttpResponse<String> first = changes(header(full, "Feed-Next-After"));
    assertThat(first.body()).isEqualTo(line("12\tin stock"));
    String after = header(first, "Feed-Next-After");
    move("pick", 12);
    assertThat(changes(after).body()).isEqualTo(line("0\tout of stock"));
    put(
        "/v1/channels/" + channel + "/rules/none",
        "{\"scope\":{},\"exposure\":{\"shown\":\"none\"}}");
    move("receive", 3);
    assertThat(file("").body()).as("not exposed").isEqualTo(HEADER);
  }

  @Test
  void what_is_shown_in_bands_has_no_quantity_and_pickup_is_said_where_it_is_asked_for()
      throws Exception {
    put(
        "/v1/channels/" + channel + "/rules/bands",
        "{\"scope\":{},\"exposure\":{\"shown\":\"banded\",\"limited\":5}}");
    move("receive", 4);
    assertThat(file("").body()).isEqualTo(line("\tlimited availability"));
    move("receive", 4);
    assertThat(file("?pickupMethod=reserve&pickupSla=same%20day").body())
        .isEqualTo(
            "store_code\tid\tquantity\tavailability\tpickup_method\tpickup_sla\nVienna 1\t"
                + sku
                + "\t\tin stock\treserve\tsame day\n");
  }

  @Test
  void a_file_is_compressed_on_its_way_or_as_it_is_and_not_sent_again_while_it_is_the_same()
      throws Exception {
    move("receive", 1);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest encoded = request("").header("Accept-Encoding", "br, gzip;q=0.5").build();
      HttpResponse<byte[]> way = client.send(encoded, BodyHandlers.ofByteArray());
      assertThat(header(way, "Content-Encoding")).isEqualTo("gzip");
      assertThat(unzipped(way.body())).isEqualTo(line("1\tin stock"));
      HttpResponse<byte[]> file =
          client.send(
              request("?gzip=true").header("Accept-Encoding", "gzip").build(),
              BodyHandlers.ofByteArray());
      assertThat(header(file, "Content-Encoding")).isEmpty();
      assertThat(header(file, "Content-Type")).isEqualTo("application/gzip");
      assertThat(header(file, "Content-Disposition")).contains("-full.tsv.gz");
      assertThat(unzipped(file.body())).isEqualTo(line("1\tin stock"));
      HttpRequest refused = request("").header("Accept-Encoding", "gzip;q=0").build();
      assertThat(header(client.send(refused, BodyHandlers.ofByteArray()), "Content-Encoding"))
          .isEmpty();
    }
    changes("0");
    String after = header(file(""), "Feed-Next-After");
    String query = "?kind=incremental&after=" + after;
    String tag = header(file(query), "ETag");
    HttpRequest again = request(query).header("If-None-Match", tag).build();
    assertThat(server.answer(again).statusCode()).isEqualTo(304);
  }

  private static String unzipped(byte[] bytes) throws IOException {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void what_cannot_be_given_is_refused() throws Exception {
    String other = server.keyOf("\"channel\"", ",\"channel\":\"another\"");
    assertThat(server.get(other, path("")).status()).isEqualTo(403);
    String own = server.keyOf("\"channel\"", ",\"channel\":\"" + channel + "\"");
    assertThat(server.answer(server.request(own, path("")).build()).statusCode()).isEqualTo(200);
    assertThat(server.get(key, "/v1/channels/none/feeds/google-local-inventory").problem())
        .isEqualTo("/problems/unknown-channel");
    assertThat(fault("?kind=incremental")).isEqualTo("after");
    assertThat(fault("?after=1")).isEqualTo("after");
    assertThat(fault("?kind=some")).isEqualTo("kind");
    assertThat(fault("?kind=incremental&after=999999999")).isEqualTo("after");
    assertThat(fault("?pickupMethod=buy")).isEqualTo("pickupSla");
    assertThat(fault("?pickupMethod=steal&pickupSla=same%20day")).isEqualTo("pickupMethod");
    assertThat(server.get(key, "/v1/feeds/none").problem()).isEqualTo("/problems/unknown-feed");
    assertThat(server.get(key, "/v1/feeds").body().path("items").size()).isZero();
  }

  private String fault(String query) throws Exception {
    Said said = server.get(key, path(query));
    assertThat(said.status()).as(said.whole().body()).isEqualTo(400);
    return said.body().at("/errors/0/field").asString();
  }

  @Test
  void a_feed_in_the_settings_is_written_by_the_clock(@TempDir Path directory) throws Exception {
    try (RunningServer alone = RunningServer.alone(settings(directory))) {
      key = alone.keyOf("\"auditor\"", "");
      JsonNode failed =
          Awaitility.await()
              .atMost(PATIENCE)
              .until(() -> alone.get(key, "/v1/feeds/shop").body(), said -> said.has("failure"));
      assertThat(failed.at("/failure/what").asString()).contains("nobody put the channel shop");
      take(alone, "shop"); // it is tried again
      move("receive", 7);
      awaitFile(directory, line("7\tin stock"));
      JsonNode feed =
          Awaitility.await()
              .atMost(PATIENCE)
              .until(
                  () -> alone.get(key, "/v1/feeds/shop").body(),
                  said -> said.at("/newest/lines").asLong() == 1);
      assertThat(feed.path("incrementalEvery").asString()).isEqualTo("PT1S");
      assertThat(feed.has("after")).isTrue();
      move("pick", 2);
      awaitFile(directory, line("5\tin stock"));
    }
  }

  private static String[] settings(Path directory) {
    return new String[] {
      "--stockledger.feeds.directory=" + directory,
      "--stockledger.feeds.exports[0].id=shop",
      "--stockledger.feeds.exports[0].channel=shop",
      "--stockledger.feeds.exports[0].incremental-every=1s"
    };
  }

  private static void awaitFile(Path directory, String content) {
    Awaitility.await().atMost(PATIENCE).until(() -> contents(directory).contains(content));
  }

  private static List<String> contents(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(
              file ->
                  file.getFileName().toString().matches("shop-.*-(full|incremental)-[0-9]+\\.tsv"))
          .map(FeedJourneyTest::content)
          .toList();
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
