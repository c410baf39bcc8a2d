package io.stockledger.server.http;

import io.stockledger.api.Identifiers;
import io.stockledger.api.alias.Alias;
import io.stockledger.api.alias.AliasKind;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.security.AccessCheck;
import io.stockledger.server.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.JsonNode;

/**
 * Checks size and syntax of a whole request before its controller runs: the ids in the path, the
 * parameters, the headers, the body. Whatever is wrong is told at once. What it made of the request
 * waits in attributes for {@link BoundArguments} and {@link BoundBodyConverter}.
 */
@Component
class RequestCheck implements HandlerInterceptor {
  static final String BODY = RequestCheck.class.getName() + ".body";
  static final String PARAMETERS = RequestCheck.class.getName() + ".parameters";
  static final String MESSAGE = RequestCheck.class.getName() + ".message";
  static final String DRY_RUN = "dryRun";

  private static final String LOCATIONS = "/v1/locations/";

  private final Binder binder;
  private final Aliases aliases;
  private final Recorded recorded;
  private final Clock clock;

  RequestCheck(Binder binder, Aliases aliases, Recorded recorded, Clock clock) {
    this.recorded = recorded;
    this.binder = binder;
    this.aliases = aliases;
    this.clock = clock;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Caller caller = AccessCheck.callerOf(request);
    if (caller != null && handler instanceof HandlerMethod method) {
      Expected expected = Expected.by(method);
      if (expected.write() || expected.read()) {
        check(request, expected, caller);
      }
    }
    return true;
  }

  private void check(HttpServletRequest request, Expected expected, Caller caller) {
    Faults faults = new Faults(clock.instant());
    checkPath(request, faults);
    checkParameters(request, expected, faults);
    JsonNode body = checkBody(request, expected, faults);
    if (expected.write()) {
      request.setAttribute(MESSAGE, write(request, caller, body, faults));
    } else {
      Long minPosition = Headers.minPosition(request, faults);
      request.setAttribute(
          MESSAGE,
          new Read(caller, minPosition, expected.get() ? Headers.ifNoneMatch(request) : null));
    }
    if (faults.onlyMissing()
        && request.getAttribute(MESSAGE) instanceof Write w
        && recorded.has(w)) {
      return; // a repeat, which the ledger answers from its receipt
    }
    faults.throwIfAny();
    if (request.getAttribute(MESSAGE) instanceof Write w && w.key() == null && !w.dryRun()) {
      throw new ProblemException(
          Problem.of(
              ProblemType.IDEMPOTENCY_KEY_REQUIRED,
              "Send an Idempotency-Key, so that a repeat does not take effect twice."));
    }
  }

  private void checkPath(HttpServletRequest request, Faults faults) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
        instanceof Map<?, ?> variables) {
      if (variables.values().stream().anyMatch(v -> v.toString().indexOf(Alias.SEPARATOR) >= 0)) {
        resolvePath(request, variables, faults);
      } else {
        variables.forEach((name, value) -> checkId(name.toString(), value.toString(), faults));
      }
    }
  }

  private void resolvePath(HttpServletRequest request, Map<?, ?> variables, Faults faults) {
    Map<String, String> resolved = new HashMap<>();
    variables.forEach(
        (given, value) -> {
          String name = given.toString();
          AliasKind kind =
              name.equals("id") && request.getRequestURI().startsWith(LOCATIONS)
                  ? AliasKind.LOCATION
                  : Aliases.kindOf(name);
          String id =
              kind == null
                  ? value.toString()
                  : aliases.resolved(kind, value.toString(), name, faults);
          checkId(name, id, faults);
          resolved.put(name, id);
        });
    request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, resolved);
  }

  private static void checkId(String name, String value, Faults faults) {
    if (name.equals("key")) {
      if (!Headers.isKey(value)) {
        faults.add(name, "must be 1 to 255 of A–Z a–z 0–9 . _ ~ : -", value);
      }
    } else if (!Identifiers.isValid(value)) {
      faults.add(name, "must be 1 to 64 of letters, digits and . _ ~ -", value);
    }
  }

  private void checkParameters(HttpServletRequest request, Expected expected, Faults faults) {
    Class<?> type = expected.parameters();
    if (type == null && request.getQueryString() == null) {
      return;
    }
    Map<String, String[]> given = request.getParameterMap();
    for (String name : given.keySet()) {
      if (!expected.parameterNames().contains(name)) {
        faults.add(name, "is not a parameter of this address", null);
      }
    }
    if (type != null) {
      request.setAttribute(PARAMETERS, binder.fromParameters(given, type, faults));
    }
  }

  private @Nullable JsonNode checkBody(
      HttpServletRequest request, Expected expected, Faults faults) {
    byte[] bytes = bytes(request);
    Class<?> wanted = expected.body();
    if (wanted == null) {
      if (bytes.length > 0) {
        faults.add("body", "is not taken by this address", null);
      }
      return null;
    }
    if (bytes.length == 0 && expected.bodyOptional()) {
      return null;
    }
    JsonNode json = StrictJson.parse(bytes, faults);
    if (json != null) {
      request.setAttribute(BODY, binder.fromJson(json, wanted, faults));
    }
    return json;
  }

  static byte[] bytes(HttpServletRequest request) {
    BodyFilter.Buffered buffered = WebUtils.getNativeRequest(request, BodyFilter.Buffered.class);
    if (buffered == null) {
      throw new IllegalStateException("the body was not read");
    }
    return buffered.body();
  }

  private static Write write(
      HttpServletRequest request, Caller caller, @Nullable JsonNode body, Faults faults) {
    boolean dryRun = dryRun(request, faults);
    return new Write(
        caller,
        Headers.key(request, faults),
        RequestHash.of(request, body),
        Headers.ifMatch(request, faults),
        dryRun,
        faults.now());
  }

  static boolean dryRun(HttpServletRequest request, Faults faults) {
    String dryRun = request.getQueryString() == null ? null : request.getParameter(DRY_RUN);
    if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
      faults.add(DRY_RUN, "must be true or false", dryRun);
    }
    return "true".equals(dryRun);
  }
}
