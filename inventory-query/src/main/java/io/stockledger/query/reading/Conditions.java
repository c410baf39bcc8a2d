package io.stockledger.query.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A where clause of what was given, and its parameters. */
public final class Conditions {
  private final List<String> all = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  /** A condition that always holds, on a parameter. */
  public Conditions and(String condition, String name, Object value) {
    all.add(condition);
    parameters.put(name, value);
    return this;
  }

  /** A condition that always holds, on no parameter. */
  public Conditions and(String condition) {
    all.add(condition);
    return this;
  }

  /** A condition that is left out where there is no value, or an empty list of them. */
  public Conditions andIf(String condition, String name, @Nullable Object value) {
    if (value == null || (value instanceof Collection<?> list && list.isEmpty())) {
      return this;
    }
    return and(condition, name, value);
  }

  /** Only what comes behind a key, in the order of these columns; nothing for no key. */
  public Conditions behind(List<String> columns, List<String> key) {
    if (key.isEmpty()) {
      return this;
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      names.add(":behind" + i);
      parameters.put("behind" + i, key.get(i));
    }
    all.add("(%s) > (%s)".formatted(String.join(", ", columns), String.join(", ", names)));
    return this;
  }

  /** A parameter that no condition needs. */
  public Conditions with(String name, Object value) {
    parameters.put(name, value);
    return this;
  }

  /** A statement with the conditions in place of its {@code {where}}. */
  public String in(String select) {
    return select.replace("{where}", all.isEmpty() ? "true" : String.join(" and ", all));
  }

  public Map<String, Object> parameters() {
    return parameters;
  }
}
