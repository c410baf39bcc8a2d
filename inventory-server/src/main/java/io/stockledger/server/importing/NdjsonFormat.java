package io.stockledger.server.importing;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The importer's own NDJSON: an object a line, with the fields of {@link MovementFields}. */
final class NdjsonFormat implements Format {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String location;

  /**
   * @param location of lines that name none; empty for none
   */
  NdjsonFormat(String location) {
    this.location = location;
  }

  @Override
  public Parsed parse(long number, String line) {
    if (line.isBlank()) {
      return new Parsed.Nothing();
    }
    JsonNode json;
    try {
      json = JSON.readTree(line);
    } catch (JacksonException e) {
      return new Parsed.Bad("not JSON");
    }
    if (!json.isObject()) {
      return new Parsed.Bad("not a JSON object");
    }
    Map<String, String> fields = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      JsonNode value = field.getValue();
      if (!MovementFields.NAMES.contains(field.getKey())) {
        return new Parsed.Bad(field.getKey() + ": not known");
      }
      if (!value.isString() && !value.isIntegralNumber()) {
        return new Parsed.Bad(field.getKey() + ": neither text nor a whole number");
      }
      fields.put(field.getKey(), value.asString());
    }
    return MovementFields.parse(fields, location);
  }
}
