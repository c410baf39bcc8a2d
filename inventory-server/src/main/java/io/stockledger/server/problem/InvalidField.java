package io.stockledger.server.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One fault of a request.
 *
 * @param field where, such as {@code lines[2].quantity}, a parameter or a header by its name
 * @param what what is wrong with it, as the rest of a sentence about the field
 * @param given what was sent, shortened, absent where nothing was
 * @param type {@link ProblemType#INVALID_REQUEST}, or a type of its own
 * @param figures what a program needs of a fault that has a type of its own
 */
record InvalidField(
    String field,
    String what,
    @Nullable Object given,
    ProblemType type,
    Map<String, Object> figures) {
  /** The same fault where its field is a part of something. */
  InvalidField within(String part) {
    return new InvalidField(
        field.isEmpty() ? part : part + "." + field, what, given, type, figures);
  }

  /** What stands in the body, in this order. */
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("field", field);
    body.put("what", what);
    if (given != null) {
      body.put("given", given);
    }
    if (type != ProblemType.INVALID_REQUEST) {
      body.put("type", type.uri());
    }
    body.putAll(figures);
    return body;
  }
}
