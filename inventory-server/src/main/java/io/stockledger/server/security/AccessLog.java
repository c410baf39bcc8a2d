package io.stockledger.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for every refused access, under a logger of its own. */
final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger("stockledger.access");

  private AccessLog() {}

  static void refused(
      HttpServletRequest request, String why, @Nullable Caller caller, @Nullable String scope) {
    LOG.atWarn()
        .setMessage("access refused")
        .addKeyValue("why", why)
        .addKeyValue("method", request.getMethod())
        .addKeyValue("path", printable(request.getRequestURI()))
        .addKeyValue("client", caller == null ? "-" : caller.client())
        .addKeyValue("credential", caller == null ? "-" : caller.credentialId())
        .addKeyValue("scope", Objects.requireNonNullElse(scope, "-"))
        .addKeyValue("from", request.getRemoteAddr())
        .log();
  }

  /** A path cannot begin a line of its own. */
  private static String printable(String path) {
    return path.replaceAll("[^\\x21-\\x7e]", "?");
  }
}
