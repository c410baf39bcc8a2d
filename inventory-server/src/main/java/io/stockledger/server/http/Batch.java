package io.stockledger.server.http;

import io.stockledger.server.security.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request of many commands. Its frame is checked, its elements are not: what is wrong with one of
 * them is said of that one.
 *
 * @param key of the whole request; elements without one have a key made from it
 * @param requestHash what makes two requests under one key the same, hex
 * @param dryRun decide and answer, write nothing
 * @param inLines answer with one line of JSON for each element
 * @param elements 1 to {@value #MOST}
 * @param at when it came, by this node's clock
 */
public record Batch(
    Caller caller,
    @Nullable String key,
    String requestHash,
    Mode mode,
    boolean dryRun,
    boolean inLines,
    List<Element> elements,
    Instant at) {
  /** The most commands of one request. */
  public static final int MOST = 1_000;

  /** What parts the key of a request from the place of an element, in the key made of both. */
  private static final String KEY_SEPARATOR = ":";

  /** So that a key that is made of it has no more than the 255 characters that a key may have. */
  static final int LONGEST_KEY = 255 - KEY_SEPARATOR.length() - Integer.toString(MOST).length();

  /** What its elements have to do with each other. */
  public enum Mode {
    /** Nothing: each is a command of its own. */
    INDEPENDENT,
    /** All take effect, or none. */
    ATOMIC
  }

  /**
   * One command as it was sent.
   *
   * @param json none where the text is none
   * @param fault what is wrong with its text
   * @param hash what makes two elements under one key the same, hex
   */
  public record Element(@Nullable JsonNode json, @Nullable String fault, String hash) {}

  /** The key of an element that brings none; none where the request has none either. */
  public @Nullable String keyOf(int index) {
    return key == null ? null : key + KEY_SEPARATOR + index;
  }

  /** The whole request as a write of its own. */
  public Write whole() {
    return new Write(caller, key, requestHash, null, dryRun, at);
  }
}
