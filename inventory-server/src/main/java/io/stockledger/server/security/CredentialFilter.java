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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells callers by their API key. Without a key a request goes on as nobody's. */
final class CredentialFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(CredentialFilter.class);
  private static final String BEARER = "Bearer ";

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
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Caller> caller;
    try {
      caller =
          ApiKey.parse(header.substring(BEARER.length()).strip()).flatMap(credentials::callerWith);
    } catch (RuntimeException e) {
      LOG.warn("credentials cannot be looked up: {}", e.toString());
      problems.write(
          Problem.of(ProblemType.STORE_UNAVAILABLE, "Credentials cannot be looked up now.")
              .retryAfter(1),
          request,
          response);
      return;
    }
    caller.ifPresent(CredentialFilter::enter);
    try {
      chain.doFilter(request, response);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  private static void enter(Caller caller) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            caller, null, AuthorityUtils.NO_AUTHORITIES));
    SecurityContextHolder.setContext(context);
  }
}
