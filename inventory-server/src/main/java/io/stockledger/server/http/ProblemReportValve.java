package io.stockledger.server.http;

import io.stockledger.server.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells what Tomcat ends by itself, such as a request line that is none, as a problem. Tomcat makes
 * it by its class name, which is why it is public and asks for nothing.
 */
public final class ProblemReportValve extends ErrorReportValve {
  private static final int FIRST_ERROR = 400;

  /** Made by Tomcat. */
  public ProblemReportValve() {}

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    if (response.getStatus() < FIRST_ERROR
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    Problem problem = ErrorAnswers.ofStatus(response.getStatus());
    byte[] body = JsonMapper.shared().writeValueAsBytes(problem.body());
    try {
      response.setStatus(problem.type().status());
      response.setContentType("application/problem+json");
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      container
          .getLogger()
          .debug("nobody is there to be told " + new String(body, StandardCharsets.UTF_8), e);
    }
  }
}
