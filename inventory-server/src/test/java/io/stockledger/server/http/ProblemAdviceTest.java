package io.stockledger.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockledger.server.problem.Faults;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemWriter;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class ProblemAdviceTest {
  private final ProblemAdvice advice = new ProblemAdvice(new ProblemWriter(JsonMapper.shared()));
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  /** As a connection says that its other end is gone, whoever was there. */
  static Stream<IOException> endsOfConnections() {
    return Stream.of(
        new IOException("Broken pipe"),
        new IOException("Connection reset by peer"),
        new EOFException());
  }

  @ParameterizedTest
  @MethodSource("endsOfConnections")
  void a_broken_connection_to_the_store_is_not_taken_for_a_caller_who_hung_up(IOException broken)
      throws Exception {
    ResponseEntity<byte[]> answer =
        advice.anything(
            new CompletionException(
                new PSQLException("the backend is gone", PSQLState.CONNECTION_FAILURE, broken)),
            response);
    assertThat(Objects.requireNonNull(answer).getStatusCode().value()).isEqualTo(503);
    assertThat(body(answer)).contains("/problems/store-unavailable");
  }

  @ParameterizedTest
  @MethodSource("endsOfConnections")
  void what_breaks_off_for_a_reason_that_is_not_known_is_an_error(IOException broken)
      throws Exception {
    ResponseEntity<byte[]> answer = advice.anything(new IllegalStateException(broken), response);
    assertThat(Objects.requireNonNull(answer).getStatusCode().value()).isEqualTo(500);
    assertThat(body(answer)).contains("/problems/internal-error");
  }

  @Test
  void an_answer_that_has_begun_is_broken_off() {
    response.setCommitted(true);
    IllegalStateException failure = new IllegalStateException("half-way");
    assertThatThrownBy(() -> advice.anything(failure, response)).isSameAs(failure);
    ProblemException ended = Faults.one("cursor", "is unknown", "c");
    assertThatThrownBy(() -> advice.ended(ended, new MockHttpServletRequest(), response))
        .isSameAs(ended);
  }

  @Test
  void a_caller_who_hung_up_is_told_nothing_and_no_success() throws Exception {
    ResponseEntity<byte[]> answer =
        advice.anything(
            new IllegalStateException(new ClientAbortException(new IOException("Broken pipe"))),
            response);
    assertThat(answer).isNull();
    assertThat(response.getStatus()).isEqualTo(500);
  }

  private static String body(ResponseEntity<byte[]> answer) {
    return new String(Objects.requireNonNull(answer.getBody()), StandardCharsets.UTF_8);
  }
}
