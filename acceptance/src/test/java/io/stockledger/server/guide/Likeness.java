package io.stockledger.server.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares an answer with a documented one, where {@code "…"} stands for any value, and a member
 * {@code "…": "…"} for further members.
 */
final class Likeness {
  private static final String ANY = "…";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<String> differences = new ArrayList<>();

  static List<String> differences(String documented, String actual) {
    Likeness likeness = new Likeness();
    if (documented.startsWith("{") || documented.startsWith("[")) {
      if (documented.contains("\n{") || documented.isEmpty()) {
        likeness.compareLines(documented, actual);
      } else {
        likeness.compare("", JSON.readTree(documented), JSON.readTree(actual));
      }
    } else {
      likeness.compareLines(documented, actual);
    }
    return likeness.differences;
  }

  private void compareLines(String documented, String actual) {
    List<String> expected = documented.lines().toList();
    List<String> lines = actual.lines().toList();
    if (expected.size() != lines.size()) {
      differences.add("has %d lines, not %d".formatted(lines.size(), expected.size()));
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      String form =
          "\\Q" + expected.get(i).replace("\"" + ANY + "\"", ANY).replace(ANY, "\\E.*?\\Q") + "\\E";
      if (!Pattern.matches(form, lines.get(i))) {
        differences.add("line %d is %s".formatted(i + 1, lines.get(i)));
      }
    }
  }

  private static String form(String documented) {
    return "\\Q" + documented.replace(ANY, "\\E.*?\\Q") + "\\E";
  }

  private void compare(String path, JsonNode documented, JsonNode actual) {
    if (documented.isString() && documented.asString().equals(ANY)) {
      return;
    }
    if (documented.isString()
        && actual.isString()
        && Pattern.matches(form(documented.asString()), actual.asString())) {
      return;
    }
    if (documented.isObject() && actual.isObject()) {
      compareMembers(path, documented, actual);
    } else if (documented.isArray() && actual.isArray()) {
      compareElements(path, documented, actual);
    } else if (!documented.equals(actual)) {
      differences.add("%s is %s, not %s".formatted(path, actual, documented));
    }
  }

  private void compareMembers(String path, JsonNode documented, JsonNode actual) {
    boolean open = documented.has(ANY);
    for (String name : documented.propertyNames()) {
      if (name.equals(ANY)) {
        continue;
      }
      if (actual.has(name)) {
        compare(path + "." + name, documented.get(name), actual.get(name));
      } else {
        differences.add("%s.%s is missing".formatted(path, name));
      }
    }
    for (String name : actual.propertyNames()) {
      if (!open && !documented.has(name)) {
        differences.add("%s.%s is not documented: %s".formatted(path, name, actual.get(name)));
      }
    }
  }

  private void compareElements(String path, JsonNode documented, JsonNode actual) {
    if (documented.size() != actual.size()) {
      differences.add(
          "%s has %d elements, not %d".formatted(path, actual.size(), documented.size()));
      return;
    }
    for (int i = 0; i < documented.size(); i++) {
      compare(path + "[" + i + "]", documented.get(i), actual.get(i));
    }
  }
}
