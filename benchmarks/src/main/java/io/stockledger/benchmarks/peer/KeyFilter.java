package io.stockledger.benchmarks.peer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in who shows a key, as the product does: the SHA-256 of its secret is compared with the one
 * that is kept in memory for its id.
 */
@Component
final class KeyFilter extends OncePerRequestFilter {
  /** The attribute of a request that names its client. */
  static final String CLIENT = "client";

  private static final String BEARER = "Bearer ";
  private static final String OPEN = "/actuator/health/readiness";

  private final ConcurrentMap<String, byte[]> hashes = new ConcurrentHashMap<>();

  KeyFilter(@Value("${peer.key}") String key) {
    int underscore = key.lastIndexOf('_');
    hashes.put(key.substring(0, underscore), hash(key.substring(underscore + 1)));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!request.getRequestURI().equals(OPEN)) {
      String client = clientOf(request.getHeader(HttpHeaders.AUTHORIZATION));
      if (client == null) {
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        return;
      }
      request.setAttribute(CLIENT, client);
    }
    chain.doFilter(request, response);
  }

  private @Nullable String clientOf(@Nullable String header) {
    if (header == null || !header.startsWith(BEARER)) {
      return null;
    }
    int underscore = header.lastIndexOf('_');
    if (underscore < BEARER.length()) {
      return null;
    }
    String id = header.substring(BEARER.length(), underscore);
    byte[] known = hashes.get(id);
    return known != null && MessageDigest.isEqual(known, hash(header.substring(underscore + 1)))
        ? id
        : null;
  }

  private static byte[] hash(String secret) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha.digest(secret.getBytes(StandardCharsets.US_ASCII)))
          .getBytes(StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
