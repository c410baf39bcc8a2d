package io.stockledger.benchmarks.traffic;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request whose bytes are ready but for some numbers: each run of {@code #} is a place for one,
 * as many digits wide. Numbers keep their width, and so does the request.
 */
public final class RequestTemplate {
  private final byte[] bytes;
  private final List<Place> places = new ArrayList<>();

  private record Place(int from, int to) {}

  private RequestTemplate(String text) {
    bytes = text.getBytes(StandardCharsets.US_ASCII);
    for (int at = text.indexOf('#'); at >= 0; ) {
      int end = at;
      while (end < text.length() && text.charAt(end) == '#') {
        end++;
      }
      places.add(new Place(at, end));
      at = text.indexOf('#', end);
    }
  }

  /** Any text with places for numbers, such as an element of a body. */
  public static RequestTemplate of(String text) {
    return new RequestTemplate(text);
  }

  public static RequestTemplate get(String bearer, String path) {
    return new RequestTemplate(head("GET", bearer, path) + "\r\n");
  }

  public static RequestTemplate post(String bearer, String path, String body) {
    return new RequestTemplate(
        head("POST", bearer, path) + "Content-Type: application/json\r\n" + withLength(body));
  }

  /**
   * The head of a request whose body follows.
   *
   * @param length of the body, bytes
   */
  public static RequestTemplate headOf(String bearer, String path, int length) {
    return new RequestTemplate(
        head("POST", bearer, path)
            + "Content-Type: application/json\r\nContent-Length: "
            + length
            + "\r\n\r\n");
  }

  /** A command, under a key that may have a place for a number. */
  public static RequestTemplate write(
      String method, String bearer, String path, String key, String body) {
    return new RequestTemplate(
        head(method, bearer, path)
            + "Content-Type: application/json\r\nIdempotency-Key: "
            + key
            + "\r\n"
            + withLength(body));
  }

  private static String head(String method, String bearer, String path) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
        + bearer
        + "\r\n";
  }

  private static String withLength(String body) {
    return "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }

  public int length() {
    return bytes.length;
  }

  /**
   * Puts it, with these numbers in its places.
   *
   * @throws IllegalArgumentException for more or fewer numbers than places
   */
  public void put(ByteBuffer out, long... numbers) {
    if (numbers.length != places.size()) {
      throw new IllegalArgumentException(
          "%d numbers for %d places".formatted(numbers.length, places.size()));
    }
    for (int i = 0; i < numbers.length; i++) {
      long rest = numbers[i];
      Place place = places.get(i);
      for (int at = place.to - 1; at >= place.from; at--) {
        bytes[at] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
    }
    out.put(bytes);
  }
}
