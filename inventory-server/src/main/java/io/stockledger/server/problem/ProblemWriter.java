package io.stockledger.server.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends problems, from controllers and from filters alike. */
@Component
public class ProblemWriter {
  private final JsonMapper json;

  /** By the mapper that writes everything else. */
  public ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  public byte[] bytes(Problem problem) {
    return json.writeValueAsBytes(problem.body());
  }

  public ResponseEntity<byte[]> answer(Problem problem) {
    HttpHeaders headers = new HttpHeaders();
    headers.putAll(problem.headers());
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    headers.setCacheControl("no-store");
    return ResponseEntity.status(problem.type().status()).headers(headers).body(bytes(problem));
  }

  public void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(problem.type().status());
    problem.headers().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (!"HEAD".equals(request.getMethod())) {
      response.getOutputStream().write(bytes(problem));
    }
    response.flushBuffer();
  }
}
