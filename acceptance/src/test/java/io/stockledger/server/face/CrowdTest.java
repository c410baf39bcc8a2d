package io.stockledger.server.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.stockledger.ledger.store.EventTable;
import io.stockledger.server.journey.RunningServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** More writes at once than the server lets in. */
class CrowdTest {
  private static final int LET_IN = 2;
  private static final int SENT = 5;
  private static final int PATIENCE_MILLIS = 10_000;
  private static final String ITEM = "/v1/stock/L/S";
  private static final String REST = "\"quantity\":1}";

  @Test
  void who_finds_no_room_is_told_to_come_again_and_who_got_in_is_served() throws Exception {
    try (RunningServer server =
        RunningServer.alone(
            "--stockledger.writes-at-once=" + LET_IN,
            "--management.endpoints.web.exposure.include=health,metrics")) {
      String key = stocked(server);
      List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
      HikariDataSource writes = server.context().getBean("writeDataSource", HikariDataSource.class);
      try (Connection other = writes.getConnection()) {
        other.setAutoCommit(false);
        EventTable.lock(other); // as a node that takes its time: nobody else writes
        for (int i = 0; i < SENT; i++) {
          sent.add(server.begin(key, "POST", ITEM + "/reserve", "{\"quantity\":1}"));
        }
        await()
            .until(() -> sent.stream().filter(CompletableFuture::isDone).count() == SENT - LET_IN);
        for (CompletableFuture<HttpResponse<String>> answer : sent) {
          if (answer.isDone()) {
            assertThat(answer.join().statusCode()).isEqualTo(503);
            assertThat(answer.join().headers().firstValue("Retry-After")).contains("1");
            assertThat(answer.join().body()).contains("/problems/overloaded");
          }
        }
        assertThat(server.get(key, ITEM).status()).isEqualTo(200);
        other.rollback();
      }
      long served = sent.stream().filter(answer -> answer.join().statusCode() == 201).count();
      assertThat(served).isEqualTo(LET_IN);
      var after = server.write(key, "POST", ITEM + "/reserve", "{\"quantity\":1}");
      assertThat(after.body().at("/figures/allocated").asLong()).isEqualTo(LET_IN + 1);
      assertThat(metric(server, key, "writes.turned.away")).isEqualTo(SENT - LET_IN);
      assertThat(metric(server, key, "writes.waiting")).isZero();
      assertThat(metric(server, key, "commands.waiting")).isZero();
      assertThat(metric(server, key, "batches")).isPositive();
      assertThat(metric(server, key, "commands?tag=command:ReserveStock&tag=outcome:answered"))
          .isEqualTo(LET_IN + 1);
    }
  }

  private static long metric(RunningServer server, String key, String metric) throws Exception {
    return server
        .get(key, "/actuator/metrics/stockledger." + metric)
        .body()
        .at("/measurements/0/value")
        .asLong();
  }

  @Test
  void who_does_not_send_a_body_keeps_nobody_from_writing() throws Exception {
    try (RunningServer server = RunningServer.alone("--stockledger.writes-at-once=" + LET_IN)) {
      String key = stocked(server);
      List<Socket> slow = new ArrayList<>();
      try {
        for (int i = 0; i < SENT; i++) {
          slow.add(half(server, key, "slow-" + i));
        }
        var beside = server.write(key, "POST", ITEM + "/reserve", "{\"quantity\":1}");
        assertThat(beside.status()).isEqualTo(201);
        for (Socket one : slow) {
          one.getOutputStream().write(REST.getBytes(StandardCharsets.ISO_8859_1));
          one.getOutputStream().flush();
          assertThat(new String(one.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
              .isEqualTo("HTTP/1.1 201");
        }
      } finally {
        for (Socket one : slow) {
          one.close();
        }
      }
      var after = server.write(key, "POST", ITEM + "/reserve", "{\"quantity\":1}");
      assertThat(after.body().at("/figures/allocated").asLong()).isEqualTo(SENT + 2);
    }
  }

  private static Socket half(RunningServer server, String key, String idempotencyKey)
      throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(PATIENCE_MILLIS);
    String begun =
        """
        POST %s/reserve HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Idempotency-Key: %s
        Content-Type: application/json
        Content-Length: %d

        {"""
            .formatted(ITEM, key, idempotencyKey, REST.length() + 1)
            .replace("\n", "\r\n");
    socket.getOutputStream().write(begun.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return socket;
  }

  private static String stocked(RunningServer server) throws Exception {
    String key = server.keyOf("\"integration\"", "");
    server.write(
        key,
        "PUT",
        "/v1/locations/L",
        "{\"name\":\"L\",\"kind\":\"store\",\"timeZone\":\"Europe/Vienna\"}");
    server.write(key, "PUT", "/v1/products/S", "{\"name\":\"S\"}");
    server.write(key, "POST", ITEM + "/receive", "{\"quantity\":10}");
    return key;
  }
}
