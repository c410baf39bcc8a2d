package io.stockledger.server.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * One "no", ready to be sent.
 *
 * @param detail a sentence about this very case
 * @param members the numbers that a program needs, beside the members of RFC 9457
 */
public record Problem(
    ProblemType type, String detail, Map<String, @Nullable Object> members, HttpHeaders headers) {

  public static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, Map.of(), HttpHeaders.EMPTY);
  }

  /** The same with one member more; an absent value adds nothing. */
  public Problem with(String member, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    Map<String, @Nullable Object> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Problem(type, detail, more, headers);
  }

  public Problem withHeader(String name, String value) {
    HttpHeaders more = new HttpHeaders();
    more.putAll(headers);
    more.set(name, value);
    return new Problem(type, detail, members, more);
  }

  /** Ask again after so many seconds. */
  public Problem retryAfter(int seconds) {
    return withHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
  }

  /** What stands in the body, in this order. */
  public Map<String, @Nullable Object> body() {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("type", type.uri());
    body.put("title", type.title());
    body.put("status", type.status());
    body.put("detail", detail);
    body.putAll(members);
    return body;
  }
}
