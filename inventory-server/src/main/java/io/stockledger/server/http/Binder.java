package io.stockledger.server.http;

import io.stockledger.api.alias.AliasKind;
import io.stockledger.server.problem.Faults;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Turns JSON, or query parameters, into a record and tells everything that is wrong with it at
 * once. Jackson's own binding stops at the first fault and guesses kindly; here nothing is coerced:
 * a number in quotes, a fraction, a field nobody knows are faults of their field.
 */
@Component
public class Binder {
  private static final Set<String> RESERVED = Set.of("lot", "serials", "expiresOn");

  private final Validator validator;
  private final Aliases aliases;

  Binder(Validator validator, Aliases aliases) {
    this.validator = validator;
    this.aliases = aliases;
  }

  /** The record, whose fields are null where they are absent or at fault; none for no object. */
  public @Nullable Object fromJson(JsonNode json, Class<?> type, Faults faults) {
    Object bound = object(json, type, "", faults);
    if (bound != null) {
      validate(bound, faults);
    }
    return bound;
  }

  /** The same from parameters; one that is given twice where one is meant is a fault. */
  Object fromParameters(Map<String, String[]> parameters, Class<?> type, Faults faults) {
    Shape shape = Shape.of(type);
    @Nullable Object[] values =
        shape.components().stream()
            .map(c -> resolved(parameter(parameters.get(c.name()), c, faults), c, c.name(), faults))
            .toArray();
    Object bound = shape.construct(values);
    validate(bound, faults);
    return bound;
  }

  private void validate(Object bound, Faults faults) {
    for (ConstraintViolation<Object> violation : validator.validate(bound)) {
      String field = sent(violation);
      if (!faults.knows(field)) {
        faults.add(field, violation.getMessage(), violation.getInvalidValue());
      }
    }
    if (bound instanceof Checked checked) {
      checked.check(faults, "");
    }
  }

  /** Where it is by the names of the face, which are not always those of the components. */
  private static String sent(ConstraintViolation<Object> violation) {
    String path = violation.getPropertyPath().toString().replace(".<list element>", "");
    Object holder = violation.getLeafBean();
    if (holder == null || !holder.getClass().isRecord()) {
      return path;
    }
    String last = path.substring(path.lastIndexOf('.') + 1);
    String name = Shape.of(holder.getClass()).nameOf(last);
    return name == null ? path : path.substring(0, path.length() - last.length()) + name;
  }

  private @Nullable Object object(JsonNode json, Class<?> type, String path, Faults faults) {
    if (!json.isObject()) {
      faults.add(path.isEmpty() ? "body" : path, "must be an object", given(json));
      return null;
    }
    String prefix = path.isEmpty() ? "" : path + ".";
    Shape shape = Shape.of(type);
    List<Shape.Component> components = shape.components();
    @Nullable Object[] values = new Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      Shape.Component component = components.get(i);
      JsonNode value = json.get(component.name());
      values[i] =
          value == null || value.isNull()
              ? null
              : resolved(
                  value(value, component.type(), prefix + component.name(), faults),
                  component,
                  prefix + component.name(),
                  faults);
    }
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      if (!shape.names().contains(field.getKey())) {
        faults.add(
            prefix + field.getKey(),
            unknown(field.getKey(), shape.names()),
            given(field.getValue()));
      }
    }
    return shape.construct(values);
  }

  /** With the ledger's ids in the place of aliases. */
  private @Nullable Object resolved(
      @Nullable Object value, Shape.Component component, String path, Faults faults) {
    AliasKind kind = component.alias();
    if (kind == null || value == null) {
      return value;
    }
    if (value instanceof String text) {
      return aliases.resolved(kind, text, path, faults);
    }
    List<Object> ids = new ArrayList<>();
    for (Object text : (List<?>) value) {
      ids.add(aliases.resolved(kind, (String) text, path + "[" + ids.size() + "]", faults));
    }
    return ids;
  }

  private static String unknown(String field, Set<String> known) {
    return RESERVED.contains(field)
        ? "is a reserved name: lots, serial numbers and best-before dates are not kept yet"
        : "is not known here; known are " + String.join(", ", known.stream().sorted().toList());
  }

  private @Nullable Object value(JsonNode json, Type type, String path, Faults faults) {
    if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
      return map(json, map.getActualTypeArguments()[1], path, faults);
    }
    if (type instanceof ParameterizedType list) {
      return list(json, list.getActualTypeArguments()[0], path, faults);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return object(json, plain, path, faults);
    }
    if (plain == Long.class) {
      return whole(json, path, faults);
    }
    if (plain == BigDecimal.class) {
      if (!json.isNumber()) {
        faults.add(path, "must be a number", given(json));
        return null;
      }
      return json.decimalValue();
    }
    if (plain == Boolean.class) {
      if (!json.isBoolean()) {
        faults.add(path, "must be true or false", given(json));
        return null;
      }
      return json.booleanValue();
    }
    if (!json.isString()) {
      faults.add(path, "must be a text", given(json));
      return null;
    }
    return text(json.stringValue(), plain, path, faults);
  }

  private @Nullable Object list(JsonNode json, Type element, String path, Faults faults) {
    if (!json.isArray()) {
      faults.add(path, "must be an array", given(json));
      return null;
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      String where = path + "[" + i + "]";
      JsonNode one = json.get(i);
      Object value = one.isNull() ? null : value(one, element, where, faults);
      if (value != null) {
        values.add(value);
      } else if (!faults.knows(where)) {
        faults.add(where, "must not be null", null);
      }
    }
    return values;
  }

  /** An object whose members are all of one type, by their names. */
  private @Nullable Object map(JsonNode json, Type member, String path, Faults faults) {
    if (!json.isObject()) {
      faults.add(path, "must be an object", given(json));
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      String where = path + "." + printable(field.getKey());
      JsonNode one = field.getValue();
      text(field.getKey(), String.class, where, faults);
      Object value = one.isNull() ? null : value(one, member, where, faults);
      if (value != null) {
        values.put(field.getKey(), value);
      } else if (!faults.knows(where)) {
        faults.add(where, "must not be null", null);
      }
    }
    return values;
  }

  private static @Nullable Long whole(JsonNode json, String path, Faults faults) {
    if (json.isIntegralNumber() && json.canConvertToLong()) {
      return json.longValue();
    }
    faults.add(path, "must be a whole number", given(json));
    return null;
  }

  private static @Nullable Object parameter(
      String @Nullable [] given, Shape.Component component, Faults faults) {
    String name = component.name();
    if (given == null) {
      return null;
    }
    if (component.type() instanceof ParameterizedType list) {
      Class<?> element = (Class<?>) list.getActualTypeArguments()[0];
      List<Object> values = new ArrayList<>();
      for (String one : given) {
        Object value = text(one, element, name, faults);
        if (value != null) {
          values.add(value);
        }
      }
      return values;
    }
    if (given.length > 1) {
      faults.add(name, "is given more than once", String.join(", ", given));
      return null;
    }
    return text(given[0], (Class<?>) component.type(), name, faults);
  }

  private static @Nullable Object text(String text, Class<?> type, String path, Faults faults) {
    try {
      return Text.as(type, text);
    } catch (IllegalArgumentException e) {
      faults.add(path, String.valueOf(e.getMessage()), printable(text));
      return null;
    }
  }

  private static String printable(String text) {
    return text.codePoints()
        .map(
            c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** What was sent, as it can be told again. */
  public static @Nullable Object given(JsonNode json) {
    if (json.isNull()) {
      return null;
    }
    return json.isString() ? printable(json.stringValue()) : printable(json.toString());
  }
}
