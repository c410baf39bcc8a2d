package io.stockledger.server.importing;

import io.stockledger.server.client.Answer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Why the ledger refused a line, in the words of the file: its columns, and values in them. */
final class Columns {
  /** {@code opening[1].closes}, {@code [0].gtin}, {@code pool.locations[2]}. */
  private static final Pattern FIELD =
      Pattern.compile(
          "(\\[(?<command>\\d+)]\\.?)?(?<name>[A-Za-z]*(\\.[A-Za-z]+)?)(\\[(?<value>\\d+)])?.*");

  private Columns() {}

  static String why(Answer answer) {
    JsonNode body = answer.body();
    if (body.path("errors").isArray()) {
      return body.path("errors")
          .valueStream()
          .map(Columns::fault)
          .collect(Collectors.joining("; "));
    }
    List<String> refused =
        body.path("commands")
            .valueStream()
            .map(one -> whose(one.path("index").asInt()) + one.at("/problem/detail").asString(""))
            .toList();
    return refused.isEmpty()
        ? body.path("detail").asString(answer.text())
        : String.join("; ", refused);
  }

  /** The first command of a line of the registry puts it; each one behind that is an alias. */
  private static String whose(int index) {
    return index == 0 ? "" : "aliases, value " + index + ": ";
  }

  private static String fault(JsonNode error) {
    String given = error.path("given").asString("");
    return column(error.path("field").asString(""))
        + ": "
        + error.path("what").asString("")
        + (given.isEmpty() ? "" : ": " + given);
  }

  static String column(String field) {
    Matcher parts = FIELD.matcher(field);
    if (!parts.matches()) {
      return field;
    }
    String command = parts.group("command");
    if (command != null && !command.equals("0")) {
      return "aliases, value " + command;
    }
    String name = parts.group("name");
    String column =
        switch (name) {
          case "coordinates.latitude" -> "latitude";
          case "coordinates.longitude" -> "longitude";
          case "pool.kind" -> "pool";
          case "pool.locations" -> "poolLocations";
          default -> name.startsWith("options.") ? "options" : name;
        };
    String value = parts.group("value");
    return value == null ? column : column + ", value " + (Integer.parseInt(value) + 1);
  }
}
