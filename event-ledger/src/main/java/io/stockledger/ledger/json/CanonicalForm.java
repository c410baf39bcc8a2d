package io.stockledger.ledger.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Recognises JSON that is canonical as it stands, in one pass: what {@link CanonicalJson} would
 * make of it are the same bytes. Whatever is unusual is not recognised, even where it is canonical:
 * names with other characters than ASCII, or with escapes, and control characters that have no
 * short escape.
 */
final class CanonicalForm {
  /** Digits of 2^53. */
  private static final int MOST_DIGITS = 16;

  private static final byte[] SHORT_ESCAPES = "\"\\btnfr".getBytes(StandardCharsets.US_ASCII);
  private static final int UNKNOWN = -1;

  private final byte[] json;

  private CanonicalForm(byte[] json) {
    this.json = json;
  }

  /**
   * @param json one value as a generator of JSON writes it, in UTF-8
   */
  static boolean is(byte[] json) {
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
    int i = from;
    int before = 0;
    int beforeEnd = 0;
    while (at(i) == '"') {
      int name = i + 1;
      int end = afterName(name);
      if (end == UNKNOWN || at(end + 1) != ':') {
        return UNKNOWN;
      }
      if (beforeEnd > 0 && Arrays.compare(json, before, beforeEnd, json, name, end) >= 0) {
        return UNKNOWN;
      }
      before = name;
      beforeEnd = end;
      i = afterValue(end + 2);
      if (at(i) == '}') {
        return i + 1;
      }
      if (at(i) != ',') {
        return UNKNOWN;
      }
      i++;
    }
    return UNKNOWN;
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
