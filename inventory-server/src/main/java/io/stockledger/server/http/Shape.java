package io.stockledger.server.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.stockledger.api.alias.AliasKind;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a record consists of, by the names of the face; read from its class once. */
final class Shape {
  private static final ClassValue<Shape> KNOWN =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return new Shape(type);
        }
      };

  /**
   * One of its components.
   *
   * @param name on the face
   * @param property what Java calls it
   * @param alias what it is the id of, if it is one: aliases may stand in its place
   */
  record Component(String name, String property, Type type, @Nullable AliasKind alias) {
    private static Component of(String name, RecordComponent part) {
      Type type = part.getGenericType();
      return new Component(name, part.getName(), type, isText(type) ? Aliases.kindOf(name) : null);
    }

    private static boolean isText(Type type) {
      return type == String.class
          || (type instanceof ParameterizedType list
              && list.getRawType() == List.class
              && list.getActualTypeArguments()[0] == String.class);
    }
  }

  private final List<Component> components;
  private final Set<String> names;
  private final Constructor<?> constructor;

  private Shape(Class<?> type) {
    RecordComponent[] parts = type.getRecordComponents();
    this.components = Arrays.stream(parts).map(p -> Component.of(nameOf(p), p)).toList();
    this.names = components.stream().map(Component::name).collect(Collectors.toUnmodifiableSet());
    try {
      this.constructor =
          type.getDeclaredConstructor(
              Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has its constructor", e);
    }
  }

  /**
   * @param type of a record
   */
  static Shape of(Class<?> type) {
    return KNOWN.get(type);
  }

  private static String nameOf(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? component.getName() : named.value();
  }

  List<Component> components() {
    return components;
  }

  Set<String> names() {
    return names;
  }

  /** The name on the face of what Java calls so. */
  @Nullable String nameOf(String property) {
    return components.stream()
        .filter(component -> component.property().equals(property))
        .findFirst()
        .map(Component::name)
        .orElse(null);
  }

  /** A record of these values, one for each component in order. */
  Object construct(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(constructor + " cannot make it of its components", e);
    }
  }
}
