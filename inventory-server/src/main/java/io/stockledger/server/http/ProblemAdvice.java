package io.stockledger.server.http;

import io.stockledger.server.problem.Faults;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.problem.ProblemWriter;
import io.stockledger.server.security.AccessCheck;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Everything that ends a request before or beside a decision, as a problem. */
@RestControllerAdvice
class ProblemAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final ProblemWriter problems;

  ProblemAdvice(ProblemWriter problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<byte[]> ended(
      ProblemException ended, HttpServletRequest request, HttpServletResponse response) {
    if (response.isCommitted()) {
      throw ended;
    }
    if (ended.problem().type() == ProblemType.FORBIDDEN) {
      AccessCheck.record(request, ended);
    }
    return problems.answer(ended.problem());
  }

  @ExceptionHandler
  ResponseEntity<byte[]> wrongMethod(HttpRequestMethodNotSupportedException wrong) {
    String allowed =
        wrong.getSupportedHttpMethods() == null
            ? ""
            : wrong.getSupportedHttpMethods().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", "));
    return problems.answer(
        Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This address takes " + allowed + ".")
            .withHeader(HttpHeaders.ALLOW, allowed));
  }

  /**
   * Nothing where nobody listens any more. An answer that has begun is broken off: with a problem
   * behind it, it would end as a good one does.
   *
   * @throws Exception the failure itself, whereupon the container closes the connection
   */
  @ExceptionHandler
  @Nullable ResponseEntity<byte[]> anything(Exception failure, HttpServletResponse response)
      throws Exception {
    if (response.isCommitted() && !HangUps.isOne(failure)) {
      LOG.warn("an answer that had begun is broken off", failure);
      throw failure;
    }
    // first, for the store's connections break with the same words as those of callers
    Problem known = Interruptions.problemOf(failure);
    if (known != null) {
      return problems.answer(known);
    }
    if (HangUps.isOne(failure)) {
      LOG.debug("a caller hung up", failure);
      if (!response.isCommitted()) {
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      }
      return null;
    }
    if (failure instanceof InvalidParameterException
        || failure instanceof RequestRejectedException) {
      return problems.answer(
          Faults.one("query", "is malformed; names and values are percent-encoded UTF-8", null)
              .problem());
    }
    if (failure instanceof ErrorResponse told) {
      return problems.answer(ErrorAnswers.ofStatus(told.getStatusCode().value()));
    }
    LOG.error("a request failed", failure);
    return problems.answer(ErrorAnswers.ofStatus(500));
  }
}
