package io.stockledger.ledger.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.serialization.SerializationException;
import tools.jackson.databind.JsonNode;

/**
 * Writes a JSON tree the one way RFC 8785 allows: properties sorted by UTF-16 code units, no
 * blanks, escapes only where they must be, in lower case. Numbers are whole and below 2^53 either
 * way, because readers elsewhere take them for doubles; everything else is refused.
 */
final class CanonicalJson {
  /** Numbers are below it, either way. */
  static final long NUMBER_LIMIT = 1L << 53;

  private static final HexFormat HEX = HexFormat.of();

  private final StringBuilder out = new StringBuilder(256);

  private CanonicalJson() {}

  static byte[] bytes(JsonNode tree) {
    return text(tree).getBytes(StandardCharsets.UTF_8);
  }

  /** An object whose values are all strings. */
  static byte[] bytesOfStrings(Map<String, ?> strings) {
    CanonicalJson json = new CanonicalJson();
    char separator = '{';
    for (Map.Entry<String, ?> entry : new TreeMap<>(strings).entrySet()) {
      json.out.append(separator);
      json.writeString(entry.getKey());
      json.out.append(':');
      json.writeString(String.valueOf(entry.getValue()));
      separator = ',';
    }
    json.out.append(strings.isEmpty() ? "{}" : "}");
    return json.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String text(JsonNode tree) {
    CanonicalJson json = new CanonicalJson();
    json.write(tree);
    return json.out.toString();
  }

  private void write(JsonNode node) {
    switch (node.getNodeType()) {
      case OBJECT -> writeObject(node);
      case ARRAY -> writeArray(node);
      case STRING -> writeString(node.stringValue());
      case BINARY -> writeString(node.asString());
      case BOOLEAN -> out.append(node.booleanValue());
      case NULL -> out.append("null");
      case NUMBER -> writeNumber(node);
      case MISSING, POJO -> throw new SerializationException("not JSON: " + node);
    }
  }

  private void writeObject(JsonNode node) {
    List<String> names = new ArrayList<>(node.propertyNames());
    Collections.sort(names);
    out.append('{');
    String separator = "";
    for (String name : names) {
      out.append(separator);
      writeString(name);
      out.append(':');
      write(node.get(name));
      separator = ",";
    }
    out.append('}');
  }

  private void writeArray(JsonNode node) {
    out.append('[');
    String separator = "";
    for (JsonNode element : node) {
      out.append(separator);
      write(element);
      separator = ",";
    }
    out.append(']');
  }

  private void writeNumber(JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw new SerializationException("only whole numbers are stored, not " + node);
    }
    long number = node.longValue();
    if (number <= -NUMBER_LIMIT || number >= NUMBER_LIMIT) {
      throw new SerializationException("numbers stay below 2^53, unlike " + number);
    }
    out.append(number);
  }

  private void writeString(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        case '\0' -> throw new SerializationException("U+0000 cannot be stored");
        default -> {
          if (c < ' ') {
            out.append("\\u").append(HEX.toHexDigits(c));
          } else {
            requirePaired(text, i);
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /** Half a surrogate pair has no UTF-8: it would silently come back as a question mark. */
  private static void requirePaired(String text, int i) {
    char c = text.charAt(i);
    boolean paired =
        !Character.isSurrogate(c)
            || (Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1)))
            || (Character.isLowSurrogate(c)
                && i > 0
                && Character.isHighSurrogate(text.charAt(i - 1)));
    if (!paired) {
      throw new SerializationException("text holds half a surrogate pair");
    }
  }
}
