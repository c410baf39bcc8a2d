package io.stockledger.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What makes two requests under one key the same: method, path, query, body and {@code If-Match}.
 * Blanks, the order of keys and of parameters make no difference.
 */
final class RequestHash {
  private final MessageDigest sha;

  private RequestHash() {
    try {
      this.sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** SHA-256, hex. */
  static String of(HttpServletRequest request, @Nullable JsonNode body) {
    RequestHash hash = new RequestHash();
    hash.addFrame(request);
    hash.add(body == null ? new byte[0] : StrictJson.canonical(body));
    return hash.hex();
  }

  /** Of an element of a batch, wherever it stands and whatever is done with the others. */
  static String ofElement(JsonNode element) {
    return ofElement(StrictJson.canonical(element));
  }

  /** Of an element that is not JSON. */
  static String ofText(String element) {
    return ofElement(element.getBytes(StandardCharsets.UTF_8));
  }

  private static String ofElement(byte[] content) {
    RequestHash hash = new RequestHash();
    hash.add("element");
    hash.add(content);
    return hash.hex();
  }

  /** Of a whole batch, made from what its elements were hashed to. */
  static String ofElements(HttpServletRequest request, List<Batch.Element> elements) {
    RequestHash hash = new RequestHash();
    hash.addFrame(request);
    elements.forEach(element -> hash.add(element.hash()));
    return hash.hex();
  }

  private void addFrame(HttpServletRequest request) {
    add(request.getMethod());
    add(request.getRequestURI());
    if (request.getQueryString() != null) {
      addParameters(request.getParameterMap());
    }
    String ifMatch = request.getHeader(Headers.IF_MATCH);
    add(ifMatch == null ? "" : ifMatch.strip());
  }

  private String hex() {
    return HexFormat.of().formatHex(sha.digest());
  }

  private void addParameters(Map<String, String[]> parameters) {
    for (Map.Entry<String, String[]> parameter : new TreeMap<>(parameters).entrySet()) {
      add(parameter.getKey());
      for (String value : parameter.getValue()) {
        add("=" + value);
      }
    }
  }

  private void add(String part) {
    add(part.getBytes(StandardCharsets.UTF_8));
  }

  /** Each part with its length, so that no two lists of parts are the same bytes. */
  private void add(byte[] part) {
    sha.update((part.length + ":").getBytes(StandardCharsets.US_ASCII));
    sha.update(part);
  }
}
