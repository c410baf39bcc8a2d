package io.stockledger.ledger.json;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which class is stored under which name, and back. Must not change its mind while it is used. */
public interface EventNames {

  /** The name of this class, or null if it has none and is to be stored under its class name. */
  @Nullable EventName nameOf(Class<?> type);

  /** The class that reads this name and revision, or null if there is none. */
  @Nullable Class<?> classOf(EventName name);

  /**
   * Names from a fixed list.
   *
   * @throws IllegalArgumentException if two classes share a name and revision
   */
  static EventNames of(Map<? extends Class<?>, EventName> names) {
    Map<Class<?>, EventName> byClass = new HashMap<>(names);
    Map<EventName, Class<?>> byName = new HashMap<>();
    names.forEach(
        (type, name) -> {
          Class<?> other = byName.putIfAbsent(name, type);
          if (other != null) {
            throw new IllegalArgumentException(name + " names both " + other + " and " + type);
          }
        });
    return new EventNames() {
      @Override
      public @Nullable EventName nameOf(Class<?> type) {
        return byClass.get(type);
      }

      @Override
      public @Nullable Class<?> classOf(EventName name) {
        return byName.get(name);
      }
    };
  }
}
