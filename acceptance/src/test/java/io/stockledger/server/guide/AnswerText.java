package io.stockledger.server.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an answer the way the guide shows it: objects that fit stand on one line, what differs
 * from run to run is {@code "…"}.
 */
final class AnswerText {
  private static final int WIDTH = 120;
  private static final Set<String> VARYING =
      Set.of(
          "position",
          "eventId",
          "key",
          "credentialId",
          "etag",
          "credential",
          "lag",
          "next",
          "client");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AnswerText() {}

  static String of(String json) {
    return write(JSON.readTree(json), "", 0);
  }

  /** Lines of an export, with what differs from run to run as dots. */
  static String ofLines(String lines) {
    return dotted(lines.replaceAll("(\"position\":)\\d+", "$1\"…\"")).stripTrailing();
  }

  private static String write(JsonNode node, String name, int indent) {
    if (VARYING.contains(name) && !node.asString("").startsWith("guide-")) {
      return "\"…\"";
    }
    if (!node.isContainer()) {
      return dotted(node.toString());
    }
    List<String> parts = new ArrayList<>();
    if (node.isObject()) {
      for (String member : node.propertyNames()) {
        parts.add("\"" + member + "\": " + write(node.get(member), member, indent + 2));
      }
    } else {
      node.forEach(element -> parts.add(write(element, "", indent + 2)));
    }
    String open = node.isObject() ? "{" : "[";
    String close = node.isObject() ? "}" : "]";
    String line = open + String.join(", ", parts) + close;
    boolean figures = node.isObject() && node.valueStream().allMatch(JsonNode::isIntegralNumber);
    if ((line.length() + indent <= WIDTH || figures) && !line.contains("\n") && indent > 0) {
      return line;
    }
    String inner = " ".repeat(indent + 2);
    return open
        + "\n"
        + inner
        + String.join(",\n" + inner, parts)
        + "\n"
        + " ".repeat(indent)
        + close;
  }

  /** Moments and ids that the server makes, as dots. */
  private static String dotted(String text) {
    return text.replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z", "…")
        .replaceAll("\\bc-[0-9a-f-]{36}|\\b[0-9a-f]{16}\\b|\\b[0-9a-f]{64}\\b", "…");
  }
}
