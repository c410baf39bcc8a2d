package io.stockledger.server.http;

import io.stockledger.server.problem.Faults;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers of the face. */
public final class Headers {
  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  public static final String IDEMPOTENT_REPLAYED = "Idempotent-Replayed";
  public static final String LEDGER_POSITION = "Ledger-Position";
  public static final String LEDGER_MIN_POSITION = "Ledger-Min-Position";
  public static final String IF_MATCH = "If-Match";

  /** The form of a key, without the quotes it may stand in. */
  public static final String KEY_PATTERN = "[A-Za-z0-9._~:-]{1,255}";

  private static final Pattern BARE_KEY = Pattern.compile(KEY_PATTERN);
  private static final Pattern KEY = Pattern.compile("\"(" + KEY_PATTERN + ")\"|" + KEY_PATTERN);

  /** A version, alone, or with what our ETags add to it. */
  private static final Pattern VERSION =
      Pattern.compile("\"v?([0-9]{1,16})(?:[+-][!#-~]*)?\"|([0-9]{1,16})");

  private static final Pattern POSITION = Pattern.compile("[0-9]{1,16}");

  private Headers() {}

  /** Whether it has the form of a bare key. */
  public static boolean isKey(String text) {
    return BARE_KEY.matcher(text).matches();
  }

  static @Nullable String key(HttpServletRequest request, Faults faults) {
    String given = single(request, IDEMPOTENCY_KEY, faults);
    if (given == null) {
      return null;
    }
    Matcher form = KEY.matcher(given);
    if (!form.matches()) {
      faults.add(
          IDEMPOTENCY_KEY, "must be 1 to 255 of A–Z a–z 0–9 . _ ~ : -, bare or quoted", given);
      return null;
    }
    return form.group(1) == null ? given : form.group(1);
  }

  /** The list of tags, which may come in several lines. */
  static @Nullable String ifNoneMatch(HttpServletRequest request) {
    Enumeration<String> lines = request.getHeaders("If-None-Match");
    return lines.hasMoreElements() ? String.join(",", Collections.list(lines)) : null;
  }

  static @Nullable Long ifMatch(HttpServletRequest request, Faults faults) {
    String given = single(request, IF_MATCH, faults);
    if (given == null) {
      return null;
    }
    Matcher form = VERSION.matcher(given);
    if (!form.matches()) {
      faults.add(IF_MATCH, "must be a version, such as \"7\"", given);
      return null;
    }
    return Long.valueOf(form.group(1) == null ? form.group(2) : form.group(1));
  }

  static @Nullable Long minPosition(HttpServletRequest request, Faults faults) {
    String given = single(request, LEDGER_MIN_POSITION, faults);
    if (given == null) {
      return null;
    }
    if (!POSITION.matcher(given).matches()) {
      faults.add(LEDGER_MIN_POSITION, "must be a position, such as 90210", given);
      return null;
    }
    return Long.valueOf(given);
  }

  private static @Nullable String single(HttpServletRequest request, String name, Faults faults) {
    Enumeration<String> given = request.getHeaders(name);
    if (!given.hasMoreElements()) {
      return null;
    }
    String first = given.nextElement();
    if (given.hasMoreElements()) {
      faults.add(
          name,
          "is given more than once",
          String.join(", ", Collections.list(request.getHeaders(name))));
      return null;
    }
    return first.strip();
  }
}
