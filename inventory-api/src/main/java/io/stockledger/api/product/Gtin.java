package io.stockledger.api.product;

/** Global trade item numbers (GS1): 8, 12, 13 or 14 digits, the last of which checks the others. */
public final class Gtin {
  private static final int LONGEST = 14;

  private Gtin() {}

  /** Whether it has the form, its check digit left aside. */
  public static boolean hasForm(String gtin) {
    return gtin.matches("[0-9]{8}|[0-9]{12,14}");
  }

  /**
   * The digit that its last one should be: 3 and 1 in turn, from the right, make a multiple of 10.
   */
  public static int checkDigit(String gtin) {
    int sum = 0;
    for (int i = gtin.length() - 2, weight = 3; i >= 0; i--, weight = 4 - weight) {
      sum += (gtin.charAt(i) - '0') * weight;
    }
    return (10 - sum % 10) % 10;
  }

  /** Whether it has the form and the right check digit. */
  public static boolean isValid(String gtin) {
    return hasForm(gtin) && gtin.charAt(gtin.length() - 1) - '0' == checkDigit(gtin);
  }

  /** The one form of those that differ only by leading zeros: 14 digits. */
  public static String normal(String gtin) {
    return "0".repeat(LONGEST - gtin.length()) + gtin;
  }
}
