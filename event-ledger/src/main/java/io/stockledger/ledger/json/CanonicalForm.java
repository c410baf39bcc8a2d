package io.stockledger.ledger.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Brings JSON that a generator has written into canonical form where it stands, in one pass: only
 * the order of properties may be another one, and then they change places. The bytes are then what
 * {@link CanonicalJson} would write. Whatever is unusual is not taken, even where it is canonical:
 * names with other characters than ASCII, or with escapes, and control characters that have no
 * short escape.
 */
final class CanonicalForm {
  /** Digits of 2^53. */
  private static final int MOST_DIGITS = 16;

  private static final byte[] SHORT_ESCAPES = "\"\\btnfr".getBytes(StandardCharsets.US_ASCII);
  private static final int UNKNOWN = -1;

  private final byte[] json;

  /** Properties of the objects that are being read, the innermost last. */
  private Property[] properties = new Property[32];

  private int size;

  private CanonicalForm(byte[] json) {
    this.json = json;
  }

  /** Where a property's name begins and ends, without its quotes, and where its value ends. */
  private record Property(int name, int nameEnd, int valueEnd) {}

  /**
   * @param json one value as a generator of JSON writes it, in UTF-8; where this returns false, its
   *     properties may have changed places all the same
   * @return whether it is canonical now
   */
  static boolean arrange(byte[] json) {
    return new CanonicalForm(json).afterValue(0) == json.length;
  }

  private int at(int i) {
    return i >= 0 && i < json.length ? json[i] : UNKNOWN;
  }

  /** Where the value that begins here ends. */
  private int afterValue(int from) {
    return switch (at(from)) {
      case '{' -> afterObject(from + 1);
      case '[' -> afterArray(from + 1);
      case '"' -> afterText(from + 1);
      case 't' -> afterWord(from, "true");
      case 'f' -> afterWord(from, "false");
      case 'n' -> afterWord(from, "null");
      case '-' -> afterNumber(from + 1);
      default -> afterNumber(from);
    };
  }

  private int afterObject(int from) {
    if (at(from) == '}') {
      return from + 1;
    }
    int first = size;
    boolean ordered = true;
    int i = from;
    while (at(i) == '"') {
      int name = i + 1;
      int nameEnd = afterName(name);
      if (nameEnd == UNKNOWN || at(nameEnd + 1) != ':') {
        return UNKNOWN;
      }
      Property property = new Property(name, nameEnd, afterValue(nameEnd + 2));
      ordered &= size == first || compare(properties[size - 1], property) < 0;
      push(property);
      i = property.valueEnd();
      if (at(i) == '}') {
        boolean arranged = ordered || sort(first, from, i);
        size = first;
        return arranged ? i + 1 : UNKNOWN;
      }
      if (at(i) != ',') {
        return UNKNOWN;
      }
      i++;
    }
    return UNKNOWN;
  }

  private void push(Property property) {
    if (size == properties.length) {
      properties = Arrays.copyOf(properties, 2 * size);
    }
    properties[size++] = property;
  }

  private int compare(Property one, Property other) {
    return Arrays.compare(json, one.name(), one.nameEnd(), json, other.name(), other.nameEnd());
  }

  /** Returns false where a name is there twice. */
  private boolean sort(int first, int from, int end) {
    Arrays.sort(properties, first, size, this::compare);
    byte[] sorted = new byte[end - from];
    int length = 0;
    for (int i = first; i < size; i++) {
      Property property = properties[i];
      if (i > first) {
        if (compare(properties[i - 1], property) == 0) {
          return false;
        }
        sorted[length++] = ',';
      }
      int start = property.name() - 1;
      System.arraycopy(json, start, sorted, length, property.valueEnd() - start);
      length += property.valueEnd() - start;
    }
    System.arraycopy(sorted, 0, json, from, length);
    return true;
  }

  /** The place of the quote behind it. */
  private int afterName(int from) {
    for (int i = from; i < json.length; i++) {
      if (json[i] == '"') {
        return i;
      }
      if (json[i] < ' ' || json[i] == '\\') { // bytes of other characters are below 0
        return UNKNOWN;
      }
    }
    return UNKNOWN;
  }

  private int afterArray(int from) {
    if (at(from) == ']') {
      return from + 1;
    }
    int i = from;
    while (i != UNKNOWN) {
      i = afterValue(i);
      if (at(i) == ']') {
        return i + 1;
      }
      i = at(i) == ',' ? i + 1 : UNKNOWN;
    }
    return UNKNOWN;
  }

  private int afterText(int from) {
    for (int i = from; i < json.length; i++) {
      byte b = json[i];
      if (b == '"') {
        return i + 1;
      }
      boolean isEscape = b == '\\';
      if (isEscape) {
        i++;
      }
      if (isEscape ? !isShortEscape(at(i)) : b >= 0 && b < ' ') {
        return UNKNOWN;
      }
    }
    return UNKNOWN;
  }

  private static boolean isShortEscape(int letter) {
    for (byte known : SHORT_ESCAPES) {
      if (known == letter) {
        return true;
      }
    }
    return false;
  }

  private int afterWord(int from, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (at(from + i) != word.charAt(i)) {
        return UNKNOWN;
      }
    }
    return from + word.length();
  }

  /** Whole, and below 2^53; its sign is read already. */
  private int afterNumber(int from) {
    long number = 0;
    int i = from;
    while (at(i) >= '0' && at(i) <= '9' && i - from < MOST_DIGITS) {
      number = number * 10 + (json[i] - '0');
      i++;
    }
    boolean isZero = i - from == 1 && number == 0;
    boolean isSigned = from > 0 && json[from - 1] == '-';
    boolean isWritten = i > from && (json[from] != '0' || (isZero && !isSigned));
    return isWritten && number < CanonicalJson.NUMBER_LIMIT ? i : UNKNOWN;
  }
}
