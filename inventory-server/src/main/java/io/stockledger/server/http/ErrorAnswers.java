package io.stockledger.server.http;

import io.stockledger.server.problem.Faults;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.problem.ProblemWriter;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the container or a filter ends is told in the same form as everything else. */
@Hidden
@RestController
class ErrorAnswers implements ErrorController {
  private final ProblemWriter problems;

  ErrorAnswers(ProblemWriter problems) {
    this.problems = problems;
  }

  @RequestMapping("${server.error.path:/error}")
  ResponseEntity<byte[]> answer(HttpServletRequest request) {
    return problems.answer(
        ofStatus(
            request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer s
                ? s
                : 404));
  }

  static Problem ofStatus(int status) {
    return switch (status) {
      // the last two are Tomcat's for a transfer encoding or version of HTTP that there is not
      case 400, 501, 505 -> Faults.one("request", "is malformed", null).problem();
      case 401 -> Problem.of(ProblemType.UNAUTHENTICATED, "Send a valid API key.");
      case 403 -> Problem.of(ProblemType.FORBIDDEN, "This is not open.");
      case 404 -> Problem.of(ProblemType.UNKNOWN_RESOURCE, "There is nothing at this address.");
      case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "Not with this method.");
      case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE, "Not in this form.");
      case 413 -> Problem.of(ProblemType.TOO_LARGE, "The request is too large.");
      case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
      case 503 -> Problem.of(ProblemType.OVERLOADED, "The server cannot answer now.").retryAfter(1);
      default ->
          status < 500
              ? Faults.one("request", "is malformed", null).problem()
              : Problem.of(ProblemType.INTERNAL_ERROR, "The server's log says what went wrong.");
    };
  }
}
