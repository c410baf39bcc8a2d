package io.stockledger.server.http;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** From text to the simple types of a request, each in the one form that the face takes. */
final class Text {
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final Duration LONGEST = Duration.ofDays(3660);

  /** The constants of an enum by their words on the face. */
  private static final ClassValue<Map<String, Object>> WORDS =
      new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
          return words(type);
        }
      };

  private Text() {}

  /**
   * @throws IllegalArgumentException with a sentence for the sender
   */
  static Object as(Class<?> type, String text) {
    if (type == String.class) {
      return storable(text);
    }
    if (type == Long.class) {
      return whole(text);
    }
    if (type == Boolean.class) {
      return truth(text);
    }
    if (type == Instant.class) {
      return moment(text);
    }
    if (type == LocalDate.class) {
      return day(text);
    }
    if (type == Duration.class) {
      return length(text);
    }
    if (type.isEnum()) {
      return constant(type, text);
    }
    throw new IllegalStateException("no text becomes a " + type);
  }

  /** Text that can be stored: without U+0000 and without half surrogate pairs. */
  static String storable(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("must not contain U+0000");
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        requirePaired(text);
        break;
      }
    }
    return text;
  }

  private static void requirePaired(String text) {
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new IllegalArgumentException("holds half a surrogate pair");
    }
  }

  private static Long whole(String text) {
    if (!text.matches("-?[0-9]{1,18}")) {
      throw new IllegalArgumentException("must be a whole number");
    }
    return Long.valueOf(text);
  }

  private static Boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }

  private static Instant moment(String text) {
    try {
      Instant moment = OffsetDateTime.parse(text).toInstant();
      if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
        throw new IllegalArgumentException("must lie between the years 1970 and 2200");
      }
      return moment;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "must be a time with offset, such as 2026-11-23T14:03:00Z", e);
    }
  }

  private static LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() < 1970 || day.getYear() >= 2200) {
        throw new IllegalArgumentException("must lie between the years 1970 and 2200");
      }
      return day;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("must be a day, such as 2026-11-23", e);
    }
  }

  private static Duration length(String text) {
    try {
      Duration length = Duration.parse(text);
      if (length.compareTo(LONGEST) > 0 || length.compareTo(LONGEST.negated()) < 0) {
        throw new IllegalArgumentException("must not be longer than ten years");
      }
      return length;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("must be an ISO 8601 duration, such as PT15M", e);
    }
  }

  private static Object constant(Class<?> type, String text) {
    Object constant = WORDS.get(type).get(text);
    if (constant == null) {
      throw new IllegalArgumentException(
          "must be one of "
              + Arrays.stream(type.getEnumConstants())
                  .map(c -> word((Enum<?>) c))
                  .collect(Collectors.joining(", ")));
    }
    return constant;
  }

  private static Map<String, Object> words(Class<?> type) {
    Map<String, Object> words = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      words.put(word((Enum<?>) constant), constant);
      JsonAlias alias = annotation((Enum<?>) constant, JsonAlias.class);
      if (alias != null) {
        Arrays.stream(alias.value()).forEach(other -> words.put(other, constant));
      }
    }
    return words;
  }

  private static String word(Enum<?> constant) {
    JsonProperty named = annotation(constant, JsonProperty.class);
    return named == null ? constant.name() : named.value();
  }

  private static <A extends java.lang.annotation.Annotation>
      @org.jspecify.annotations.Nullable A annotation(Enum<?> constant, Class<A> type) {
    try {
      return constant.getDeclaringClass().getField(constant.name()).getAnnotation(type);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }
}
