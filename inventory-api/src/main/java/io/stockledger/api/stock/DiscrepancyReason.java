package io.stockledger.api.stock;

import java.util.regex.Pattern;

/**
 * Why shelf and book came to disagree, as an operator lists it.
 *
 * @param code 1 to 32 of capital letters, digits and {@code _}
 * @param meaning a sentence for the person who chooses
 * @param approval it needs a note, and is closed by a manager only
 */
public record DiscrepancyReason(String code, String meaning, boolean approval) {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,32}");

  public DiscrepancyReason {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("a reason is 1 to 32 of A-Z 0-9 _, not " + code);
    }
    if (meaning.isBlank()) {
      throw new IllegalArgumentException("reason " + code + " needs a meaning");
    }
  }
}
