package io.stockledger.server.http;

import io.stockledger.server.http.Batch.Element;
import io.stockledger.server.http.Batch.Mode;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.security.AccessCheck;
import io.stockledger.server.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Checks the frame of a request of many commands, as {@link RequestCheck} does for others. */
@Component
class BatchCheck implements HandlerInterceptor {
  static final String BATCH = BatchCheck.class.getName() + ".batch";
  private static final String LINES = "application/x-ndjson";
  private static final String MODE = "mode";
  private static final List<String> PARAMETERS = List.of(MODE, RequestCheck.DRY_RUN);

  private final Clock clock;

  BatchCheck(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Caller caller = AccessCheck.callerOf(request);
    if (caller != null && handler instanceof HandlerMethod method && takesBatch(method)) {
      request.setAttribute(BATCH, batch(request, caller));
    }
    return true;
  }

  private static boolean takesBatch(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == Batch.class);
  }

  private Batch batch(HttpServletRequest request, Caller caller) {
    Faults faults = new Faults(clock.instant());
    request.getParameterMap().keySet().stream()
        .filter(name -> !PARAMETERS.contains(name))
        .forEach(name -> faults.add(name, "is not a parameter of this address", null));
    Mode mode = mode(request, faults);
    boolean dryRun = RequestCheck.dryRun(request, faults);
    String key = key(request, faults);
    if (Headers.ifMatch(request, faults) != null) {
      faults.add(
          Headers.IF_MATCH,
          "is not taken by a request about several items; elements take ifVersion",
          request.getHeader(Headers.IF_MATCH));
    }
    boolean lines = isLines(request.getContentType());
    byte[] body = RequestCheck.bytes(request);
    List<Element> elements =
        lines ? BatchElements.ofLines(body, faults) : BatchElements.ofArray(body, faults);
    faults.throwIfAny();
    return new Batch(
        caller,
        key,
        RequestHash.ofElements(request, elements),
        mode,
        dryRun,
        answerInLines(request, lines, mode),
        elements,
        faults.now());
  }

  /** Atomic at fault: nobody looks at it then. */
  private static Mode mode(HttpServletRequest request, Faults faults) {
    String[] given = request.getParameterValues(MODE);
    if (given != null && given.length == 1) {
      for (Mode mode : Mode.values()) {
        if (mode.name().toLowerCase(Locale.ROOT).equals(given[0])) {
          return mode;
        }
      }
    }
    faults.add(
        MODE, "is needed: independent or atomic", given == null ? null : String.join(", ", given));
    return Mode.ATOMIC;
  }

  private static @Nullable String key(HttpServletRequest request, Faults faults) {
    String key = Headers.key(request, faults);
    if (key != null && key.length() > Batch.LONGEST_KEY) {
      faults.add(
          Headers.IDEMPOTENCY_KEY,
          "must have at most "
              + Batch.LONGEST_KEY
              + " characters here, because keys of elements are made from it",
          key);
    }
    return key;
  }

  private static boolean isLines(@Nullable String type) {
    return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith(LINES);
  }

  /**
   * In the form of the request, unless the other one is asked for by its name. What was decided as
   * one is one document.
   */
  private static boolean answerInLines(HttpServletRequest request, boolean sent, Mode mode) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    String wanted = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
    boolean lines = wanted.contains(LINES);
    boolean document = wanted.contains("application/json");
    if (mode == Mode.INDEPENDENT) {
      return lines == document ? sent : lines;
    }
    if (lines && !document && !wanted.contains("*/*") && !wanted.contains("application/*")) {
      throw new ProblemException(
          Problem.of(
              ProblemType.NOT_ACCEPTABLE, "What is decided as one is answered as one document."));
    }
    return false;
  }
}
