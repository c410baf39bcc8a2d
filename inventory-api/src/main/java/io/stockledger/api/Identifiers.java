package io.stockledger.api;

/**
 * The form of the ids that the ledger gives meaning to: locations, SKUs, reservations, lines,
 * clients. 1 to 64 characters, letters, digits and {@code . _ ~ -}, case-sensitive, and neither
 * {@code .} nor {@code ..}, so that an id is one segment of a URL as it stands.
 */
public final class Identifiers {
  /** The form as a regular expression, for descriptions of the HTTP face. */
  public static final String PATTERN = "^(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,64}$";

  public static final int MAX_LENGTH = 64;

  private Identifiers() {}

  public static boolean isValid(String id) {
    if (id.isEmpty() || id.length() > MAX_LENGTH || id.equals(".") || id.equals("..")) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      if (!isAllowed(id.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * @throws IllegalArgumentException when {@code id} has another form; {@code name} says which id
   */
  public static String require(String name, String id) {
    if (!isValid(id)) {
      throw new IllegalArgumentException(
          name + " must be 1 to 64 of letters, digits and . _ ~ -, was: " + id);
    }
    return id;
  }

  private static boolean isAllowed(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '_'
        || c == '~'
        || c == '-';
  }
}
