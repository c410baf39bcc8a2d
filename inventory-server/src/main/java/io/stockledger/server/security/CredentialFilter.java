package io.stockledger.server.security;

import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells callers by their API key, and ends every request that has no valid one, but for those to
 * the server's health.
 */
final class CredentialFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(CredentialFilter.class);
  private static final String BEARER = "Bearer ";
  private static final Pattern OPEN = Pattern.compile("/actuator/health(/[^/]+)?");

  private final Credentials credentials;
  private final ProblemWriter problems;

  CredentialFilter(Credentials credentials, ProblemWriter problems) {
    this.credentials = credentials;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Caller> caller;
    try {
      caller = callerOf(request);
    } catch (RuntimeException e) {
      LOG.warn("credentials cannot be looked up: {}", e.toString());
      problems.write(
          Problem.of(ProblemType.STORE_UNAVAILABLE, "Credentials cannot be looked up now.")
              .retryAfter(1),
          request,
          response);
      return;
    }
    caller.ifPresent(known -> AccessCheck.enter(request, known));
    if (caller.isPresent() || isOpen(request)) {
      chain.doFilter(request, response);
    } else {
      refuse(request, response);
    }
  }

  private Optional<Caller> callerOf(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.empty()
        : ApiKey.parse(header.substring(BEARER.length()).strip()).flatMap(credentials::callerWith);
  }

  private static boolean isOpen(HttpServletRequest request) {
    return request.getMethod().equals("GET") && OPEN.matcher(request.getRequestURI()).matches();
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    AccessLog.refused(request, "unauthenticated", null, null);
    problems.write(
        Problem.of(
                ProblemType.UNAUTHENTICATED,
                "Send a valid API key: Authorization: Bearer slk_<id>_<secret>.")
            .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"stockledger\""),
        request,
        response);
  }
}
