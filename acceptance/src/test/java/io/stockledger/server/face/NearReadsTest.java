package io.stockledger.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.channel.SellableQuery.FindSellable;
import io.stockledger.query.channel.SellableQueries;
import io.stockledger.query.near.Heard;
import io.stockledger.server.journey.RunningServer;
import io.stockledger.server.journey.RunningServer.Said;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads that are answered from memory, as a client sees them. */
class NearReadsTest {
  private RunningServer server;
  private String key;
  private String location;
  private String item;
  private String availability;

  @BeforeEach
  void fiveOnHand() throws Exception {
    server = RunningServer.shared();
    key = server.keyOf("\"integration\",\"operator\"", "");
    location = "N-" + UUID.randomUUID();
    server.write(
        key,
        "PUT",
        "/v1/locations/" + location,
        "{\"name\":\"N\",\"kind\":\"store\",\"timeZone\":\"Europe/Vienna\"}");
    server.write(key, "PUT", "/v1/products/NEAR", "{\"name\":\"N\"}");
    item = "/v1/stock/" + location + "/NEAR";
    availability = "/v1/channels/default/availability/NEAR?location=" + location;
    server.write(key, "POST", item + "/receive", "{\"quantity\":5}");
  }

  private Said read(long minPosition, @Nullable String tag) throws Exception {
    var request =
        server.request(key, availability).header("Ledger-Min-Position", Long.toString(minPosition));
    if (tag != null) {
      request.header("If-None-Match", tag);
    }
    return server.send(request.build());
  }

  private boolean isRemembered() {
    return server
        .context()
        .getBean(SellableQueries.class)
        .fromMemory(new FindSellable("default", "NEAR", location), 0)
        .isPresent();
  }

  private static long position(Said said) {
    String header = said.header("Ledger-Position");
    return header == null ? -1 : Long.parseLong(header);
  }

  @Test
  void memory_and_tables_give_the_same_answer_and_tag() throws Exception {
    Said fromTables = read(server.headPosition(), null);
    assertThat(isRemembered()).isTrue();
    Said fromMemory = read(0, null);
    assertThat(fromMemory.body().path("sellable").asLong()).isEqualTo(5);
    assertThat(fromMemory.body().path("locations")).isEqualTo(fromTables.body().path("locations"));
    assertThat(fromMemory.header("ETag")).isEqualTo(fromTables.header("ETag"));
    assertThat(position(fromMemory)).isGreaterThanOrEqualTo(position(fromTables));
    assertThat(fromMemory.body().path("position").asLong()).isEqualTo(position(fromMemory));
    assertThat(Instant.parse(fromMemory.body().path("asOf").asString()))
        .isAfter(Instant.parse(fromTables.body().path("asOf").asString()));
    Said known = read(0, fromTables.header("ETag"));
    assertThat(known.status()).isEqualTo(304);
    assertThat(position(known)).isGreaterThanOrEqualTo(position(fromMemory));
  }

  @Test
  void a_write_is_heard_before_it_is_answered_and_read_at_its_position() throws Exception {
    read(server.headPosition(), null);
    for (int sold = 1; sold <= 5; sold++) {
      Said picked = server.write(key, "POST", item + "/pick", "{\"quantity\":1}");
      assertThat(server.context().getBean(Heard.class).position())
          .isGreaterThanOrEqualTo(position(picked));
      Said after = read(position(picked), null);
      assertThat(after.body().path("sellable").asLong()).isEqualTo(5 - sold);
      assertThat(position(after)).isGreaterThanOrEqualTo(position(picked));
    }
  }

  @Test
  void what_runs_out_is_offered_from_its_second_on() throws Exception {
    Said reserved =
        server.write(key, "POST", item + "/reserve", "{\"quantity\":2,\"expiresIn\":\"PT2S\"}");
    Instant end = Instant.parse(reserved.body().path("expiresAt").asString());
    Said before = read(position(reserved), null);
    while (Instant.parse(before.body().path("asOf").asString()).isBefore(end)) {
      assertThat(before.body().path("sellable").asLong()).isEqualTo(3);
      before = read(0, null);
    }
    assertThat(before.body().path("sellable").asLong()).isEqualTo(5);
  }
}
