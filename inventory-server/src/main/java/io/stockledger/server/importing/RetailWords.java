package io.stockledger.server.importing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What codes and descriptions of the Online Retail format mean. */
final class RetailWords {
  /** Postage, carriage, discounts, manual entries, samples, fees: no stock. */
  private static final Set<String> SERVICES =
      Set.of("POST", "DOT", "C2", "D", "M", "S", "B", "CRUK", "PADS", "AMAZONFEE", "BANK CHARGES");

  private static final Pattern VOUCHER = Pattern.compile("GIFT_\\d+_\\d+");

  /** The first that a description contains decides. */
  private static final List<Map.Entry<String, String>> REASONS =
      List.of(
          Map.entry("found", "FOUND"),
          Map.entry("damage", "DAMAGE"),
          Map.entry("faulty", "DAMAGE"),
          Map.entry("mould", "DAMAGE"),
          Map.entry("wet", "DAMAGE"),
          Map.entry("broken", "DAMAGE"),
          Map.entry("smashed", "DAMAGE"),
          Map.entry("crushed", "DAMAGE"),
          Map.entry("thrown", "DAMAGE"),
          Map.entry("missing", "SHRINK"),
          Map.entry("lost", "SHRINK"),
          Map.entry("given away", "SHRINK"),
          Map.entry("mix up", "MISPICK"),
          Map.entry("wrong", "MISPICK"));

  private RetailWords() {}

  /**
   * @param code in capitals
   */
  static boolean isService(String code) {
    return SERVICES.contains(code) || VOUCHER.matcher(code).matches();
  }

  /** The ledger's reason for a line at price zero; CORRECTION where its words say nothing. */
  static String reasonOf(String description) {
    if (isProductName(description)) {
      return "CORRECTION";
    }
    String words = description.toLowerCase(Locale.ROOT);
    return REASONS.stream()
        .filter(reason -> words.contains(reason.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("CORRECTION");
  }

  /** Names of products are in capitals; what somebody typed as a reason is not. */
  static boolean isProductName(String description) {
    return !description.isEmpty()
        && description.equals(description.toUpperCase(Locale.ROOT))
        && description.chars().anyMatch(Character::isLetter);
  }
}
