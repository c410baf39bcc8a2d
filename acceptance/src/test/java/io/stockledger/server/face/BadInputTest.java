package io.stockledger.server.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.stockledger.server.journey.RunningServer;
import io.stockledger.server.journey.RunningServer.Said;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of bad input is refused by the name of its field, and none of them writes. */
class BadInputTest {
  private static final String ITEM = "/v1/stock/BAD/INPUT";
  private static final int MEBIBYTE = 1024 * 1024;

  private RunningServer server;
  private String key;
  private long head;

  @BeforeEach
  void rememberTheHead() throws Exception {
    server = RunningServer.shared();
    key = server.keyOf("\"manager\",\"operator\"", "");
    server.write(
        key,
        "PUT",
        "/v1/locations/BAD",
        "{\"name\":\"B\",\"kind\":\"store\",\"timeZone\":\"Europe/Vienna\"}");
    server.write(key, "PUT", "/v1/products/INPUT", "{\"name\":\"I\"}");
    head = server.headPosition();
  }

  @AfterEach
  void nothingWasWritten() {
    assertThat(server.headPosition()).isEqualTo(head);
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        arguments("receive", "{\"quantity\":1,\"colour\":\"red\"}", "colour"),
        arguments("receive", "{\"quantity\":1,\"QUANTITY\":1}", "QUANTITY"),
        arguments("receive", "{}", "quantity"),
        arguments("receive", "{\"quantity\":null}", "quantity"),
        arguments("receive", "{\"quantity\":\"1\"}", "quantity"),
        arguments("receive", "{\"quantity\":true}", "quantity"),
        arguments("receive", "{\"quantity\":[1]}", "quantity"),
        arguments("receive", "{\"quantity\":{\"value\":1}}", "quantity"),
        arguments("receive", "{\"quantity\":1.5}", "quantity"),
        arguments("receive", "{\"quantity\":1.0}", "quantity"),
        arguments("receive", "{\"quantity\":1e3}", "quantity"),
        arguments("receive", "{\"quantity\":0}", "quantity"),
        arguments("receive", "{\"quantity\":-1}", "quantity"),
        arguments("receive", "{\"quantity\":1000000000001}", "quantity"),
        arguments("receive", "{\"quantity\":9007199254740993}", "quantity"),
        arguments("receive", "{\"quantity\":1" + "0".repeat(30) + "}", "quantity"),
        arguments("receive", "{\"quantity\":1,\"condition\":\"broken\"}", "condition"),
        arguments("receive", "{\"quantity\":1,\"condition\":7}", "condition"),
        arguments("receive", "{\"quantity\":1,\"note\":\"a\\u0000b\"}", "note"),
        arguments("receive", "{\"quantity\":1,\"note\":\"\\ud800\"}", "note"),
        arguments("receive", "{\"quantity\":1,\"note\":\"" + "x".repeat(501) + "\"}", "note"),
        arguments("receive", "{\"quantity\":1,\"reference\":{\"type\":\"o\"}}", "reference.id"),
        arguments("receive", "{\"quantity\":1,\"reference\":\"o\"}", "reference"),
        arguments(
            "receive", "{\"quantity\":1,\"occurredAt\":\"2026-11-01T08:00:00\"}", "occurredAt"),
        arguments("receive", "{\"quantity\":1,\"occurredAt\":1700000000}", "occurredAt"),
        arguments("count", "{\"counted\":{}}", "counted"),
        arguments("count", "{\"counted\":{\"good\":-1}}", "counted.good"),
        arguments("count", "{\"counted\":{\"non-sellable\":1.5}}", "counted.non-sellable"),
        arguments("reserve", "{\"quantity\":1,\"reservationId\":\"a b\"}", "reservationId"),
        arguments("reserve", "{\"quantity\":1,\"reservationId\":\"..\"}", "reservationId"),
        arguments("reserve", "{\"quantity\":1,\"expiresIn\":\"15m\"}", "expiresIn"),
        arguments("reserve", "{\"quantity\":1,\"expiresIn\":\"PT-1S\"}", "expiresIn"),
        arguments("adjust", "{\"quantity\":0,\"reason\":\"DAMAGE\"}", "quantity"),
        arguments("adjust", "{\"quantity\":1,\"reason\":\"OTHER\"}", "note"),
        arguments("receive", "[]", "body"),
        arguments("receive", "7", "body"),
        arguments("receive", "", "body"),
        arguments("receive", "{\"quantity\":1", "body"),
        arguments("receive", "{\"quantity\":1}{\"quantity\":1}", "body"),
        arguments("receive", "{\"quantity\":1,\"quantity\":2}", "body"),
        arguments("receive", "{\"a\":".repeat(100) + "1" + "}".repeat(100), "body"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void a_fault_of_a_body_is_told_by_its_field(String verb, String body, String field)
      throws Exception {
    Said said = server.write(key, "POST", ITEM + "/" + verb, body);
    assertFault(said, field);
  }

  @Test
  void a_fault_within_a_line_is_told_by_its_place() throws Exception {
    String body =
        "{\"lines\":[{\"location\":\"BAD\",\"sku\":\"INPUT\",\"quantity\":1},"
            + "{\"location\":\"BAD\",\"sku\":\"a b\",\"quantity\":0},null]}";
    Said said = server.write(key, "POST", "/v1/reservations", body);
    assertThat(fields(said))
        .containsExactlyInAnyOrder("lines[1].sku", "lines[1].quantity", "lines[2]");
  }

  @ParameterizedTest
  @MethodSource("reserved")
  void a_reserved_name_is_refused_with_a_hint(String name) throws Exception {
    Said said =
        server.write(key, "POST", ITEM + "/receive", "{\"quantity\":1,\"" + name + "\":\"x\"}");
    assertFault(said, name);
    assertThat(said.body().at("/errors/0/what").asString()).contains("reserved name");
  }

  static Stream<String> reserved() {
    return Stream.of("lot", "serials", "expiresOn");
  }

  static Stream<Arguments> addresses() {
    return Stream.of(
        arguments("/v1/stock/B%20AD/INPUT", "location"),
        arguments("/v1/stock/BAD/%E2%98%83", "sku"),
        arguments("/v1/stock/BAD/" + "x".repeat(65), "sku"),
        arguments(ITEM + "?colour=red", "colour"),
        arguments("/v1/on-hand?sku=a%20b", "sku[0]"),
        arguments("/v1/on-hand?limit=0", "limit"),
        arguments("/v1/on-hand?limit=1.5", "limit"),
        arguments("/v1/on-hand?limit=1&limit=2", "limit"),
        arguments("/v1/on-hand?total=yes", "total"),
        arguments("/v1/on-hand?cursor=guessed", "cursor"),
        arguments("/v1/on-hand?sku=%FF", "query"),
        arguments("/v1/ledger?wait=31", "wait"),
        arguments("/v1/ledger?after=-1", "after"),
        arguments(ITEM + "/as-of", "at"),
        arguments(ITEM + "/as-of?at=yesterday", "at"),
        arguments("/v1/commands/a%20b", "key"));
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void a_fault_of_an_address_is_told_by_its_part(String address, String field) throws Exception {
    assertFault(server.get(key, address), field);
  }

  static Stream<Arguments> headers() {
    return Stream.of(
        arguments("If-Match", "seven"),
        arguments("If-Match", "\"1\", \"2\""),
        arguments("If-Match", "*"),
        arguments("Idempotency-Key", "two words"),
        arguments("Idempotency-Key", "\"half"),
        arguments("Idempotency-Key", "x".repeat(256)),
        arguments("Idempotency-Key", ""));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void a_fault_of_a_header_is_told_by_its_name(String name, String value) throws Exception {
    HttpRequest.Builder request = receive("{\"quantity\":1}");
    request.setHeader(name, value);
    assertFault(server.send(request.build()), name);
  }

  @Test
  void without_a_key_a_write_is_refused_and_a_dry_run_is_not() throws Exception {
    HttpRequest.Builder bare =
        server
            .request(key, ITEM + "/receive")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"quantity\":1}"));
    Said said = server.send(bare.build());
    assertThat(said.status()).isEqualTo(400);
    assertThat(said.problem()).isEqualTo("/problems/idempotency-key-required");
    bare.uri(server.request(key, ITEM + "/receive?dryRun=true").build().uri());
    assertThat(server.send(bare.build()).status()).isEqualTo(200);
  }

  @Test
  void a_quoted_key_is_the_bare_key() throws Exception {
    String once = UUID.randomUUID().toString();
    Said first = server.write(key, "POST", ITEM + "/receive", "{\"quantity\":1}", once);
    Said again =
        server.write(key, "POST", ITEM + "/receive", "{\"quantity\":1}", "\"" + once + "\"");
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.whole().body()).isEqualTo(first.whole().body());
    assertThat(server.headPosition()).isEqualTo(head + 1);
    head = server.headPosition();
  }

  @Test
  void a_body_over_a_mebibyte_is_too_large_announced_or_in_chunks() throws Exception {
    byte[] large = ("{\"note\":\"" + "x".repeat(MEBIBYTE) + "\"}").getBytes(StandardCharsets.UTF_8);
    for (var body :
        List.of(
            BodyPublishers.ofByteArray(large),
            BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large)))) {
      Said said = server.send(receive("").POST(body).build());
      assertThat(said.status()).isEqualTo(413);
      assertThat(said.problem()).isEqualTo("/problems/too-large");
    }
  }

  @Test
  void another_form_of_body_or_answer_is_refused() throws Exception {
    for (String form :
        List.of("text/plain", "application/xml", "nonsense", "*", "*/*", "application/*")) {
      Said said = server.send(receive("{\"quantity\":1}").setHeader("Content-Type", form).build());
      assertThat(said.status()).as(form).isEqualTo(415);
      assertThat(said.problem()).isEqualTo("/problems/unsupported-media-type");
    }
    Said html = server.send(receive("{\"quantity\":1}").setHeader("Accept", "text/html").build());
    assertThat(html.status()).isEqualTo(406);
    assertThat(html.problem()).isEqualTo("/problems/not-acceptable");
  }

  @Test
  void another_method_is_refused_with_those_that_are_taken() throws Exception {
    for (String method : List.of("GET", "DELETE", "PUT", "PATCH")) {
      Said said =
          server.send(
              server
                  .request(key, ITEM + "/receive")
                  .method(method, BodyPublishers.noBody())
                  .build());
      assertThat(said.status()).as(method).isEqualTo(405);
      assertThat(said.header("Allow")).isEqualTo("POST");
    }
    Said options =
        server.send(server.request(key, ITEM).method("OPTIONS", BodyPublishers.noBody()).build());
    assertThat(options.status()).isEqualTo(200);
    assertThat(options.header("Allow")).contains("GET");
  }

  static Stream<String> malformed() {
    return Stream.of(
        "nonsense\r\n\r\n",
        "GET\r\n\r\n",
        "GET /v1/stock/{a}|b HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /v1/stock/% HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /v1/%2e%2e/%c0%af HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /v1/on-hand HTTP/1.1\r\n\r\n",
        "GET /v1/on-hand HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /v1/on-hand HTTP/1.1\r\nHost: [x\r\n\r\n",
        "GET /v1/on-hand HTTP/1.1\r\nHost: x\r\nno colon here\r\nConnection: close\r\n\r\n",
        "GET /v1/on-hand HTTP/1.1\r\nHost: x\r\nBad(Name): 1\r\nConnection: close\r\n\r\n",
        "GET /v1/on-hand HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\n\r\n",
        "POST /v1/reservations HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST /v1/reservations HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: odd\r\n\r\n",
        "TRACE /v1/on-hand HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void what_is_hardly_http_is_answered_without_a_page_or_a_stack_trace(String request)
      throws Exception {
    String answer = RawSocket.exchange(server.port(), request);
    assertThat(answer).matches("(?s)HTTP/1.1 (400|401|405) .*");
    assertThat(answer).doesNotContainIgnoringCase("<html").doesNotContain("Exception", "\tat ");
    int body = answer.indexOf("\r\n\r\n") + 4;
    if (body < answer.length()) {
      assertThat(answer).contains("application/problem+json").contains("\"type\":\"/problems/");
    }
  }

  @Test
  void a_body_whose_chunks_are_malformed_is_refused() throws Exception {
    String answer =
        RawSocket.exchange(
            server.port(),
            "POST "
                + ITEM
                + "/receive HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + key
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400").contains("/problems/invalid-request");
  }

  private HttpRequest.Builder receive(String body) {
    return server
        .request(key, ITEM + "/receive")
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .POST(BodyPublishers.ofString(body));
  }

  private static void assertFault(Said said, String field) {
    assertThat(said.status()).as(said.whole().body()).isEqualTo(400);
    assertThat(said.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(said.problem()).isEqualTo("/problems/invalid-request");
    assertThat(fields(said)).containsExactly(field);
  }

  private static List<String> fields(Said said) {
    return said.body()
        .path("errors")
        .valueStream()
        .map(error -> error.path("field").asString())
        .toList();
  }
}
