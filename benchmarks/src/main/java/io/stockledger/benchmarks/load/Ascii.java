package io.stockledger.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reading of heads of answers, byte by byte: a generator that shares two cores must be cheap. */
final class Ascii {
  private Ascii() {}

  static int endOfLine(byte[] bytes, int from) {
    return endOfLine(bytes, from, bytes.length);
  }

  /** Where the line feed is, -1 if there is none before {@code to}. */
  static int endOfLine(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Whatever the case of the text in the bytes; the prefix is in lower case. */
  static boolean startsWith(byte[] bytes, int from, int to, String prefix) {
    if (to - from < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      int found = bytes[from + i];
      if (found >= 'A' && found <= 'Z') {
        found += 'a' - 'A';
      }
      if (found != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where the first such text from here on ends; {@code to} if there is none. */
  static int behind(byte[] bytes, int from, int to, byte[] text) {
    for (int at = from; at <= to - text.length; at++) {
      if (Arrays.equals(bytes, at, at + text.length, text, 0, text.length)) {
        return at + text.length;
      }
    }
    return to;
  }

  /** The digits from here on. */
  static long number(byte[] bytes, int from, int to) {
    long number = 0;
    for (int i = from; i < to && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
      number = number * 10 + bytes[i] - '0';
    }
    return number;
  }

  static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
  }
}
