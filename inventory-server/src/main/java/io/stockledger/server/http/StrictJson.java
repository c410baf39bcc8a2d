package io.stockledger.server.http;

import io.stockledger.server.problem.Faults;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the face takes it: one value, no duplicate keys, no deep nesting. */
final class StrictJson {
  /** Requests are flat; the deepest of them has three levels. */
  static final int DEEPEST = 16;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .build();

  private StrictJson() {}

  /** Nothing, and a fault, when it is not JSON or not in the form that is taken. */
  static @Nullable JsonNode parse(byte[] body, Faults faults) {
    try {
      JsonNode json = MAPPER.readTree(body);
      if (json != null && !json.isMissingNode()) {
        return json;
      }
      faults.add("body", "is needed", null);
    } catch (JacksonException e) {
      faults.add("body", "is not the JSON that is taken: " + e.getOriginalMessage(), null);
    }
    return null;
  }

  /**
   * Of a part of some bytes.
   *
   * @throws JacksonException when it is not JSON or not in the form that is taken
   */
  static JsonNode parse(byte[] bytes, int start, int length) {
    return MAPPER.readTree(bytes, start, length);
  }

  /** The same bytes for the same content, whatever its blanks and the order of its keys. */
  static byte[] canonical(JsonNode json) {
    return MAPPER.writeValueAsBytes(json);
  }
}
