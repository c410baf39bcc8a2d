package io.stockledger.query.reading;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key of the last item of a page, as an opaque word. A list goes on behind that key, whatever
 * came or went before it in the meantime.
 */
public final class Cursor {
  private static final String SEPARATOR = "\n";

  private Cursor() {}

  static String after(List<String> key) {
    byte[] bytes = String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The key; no parts for the first page. Empty when the cursor was not made for such a list.
   *
   * @param parts how many the key has
   */
  public static Optional<List<String>> read(@Nullable String cursor, int parts) {
    if (cursor == null) {
      return Optional.of(List.of());
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> key = List.of(text.split(SEPARATOR, -1));
      boolean isKey = key.size() == parts && text.indexOf('\0') < 0;
      return isKey ? Optional.of(key) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
