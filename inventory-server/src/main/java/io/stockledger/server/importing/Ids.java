package io.stockledger.server.importing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The form that the ledger asks of ids of locations and SKUs. */
final class Ids {
  private static final Pattern FORM = Pattern.compile("^(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,64}$");

  /** {@code source:id}, as another system calls it. */
  private static final Pattern ALIAS =
      Pattern.compile("^(?!\\.{1,2}:)[A-Za-z0-9._~-]{1,64}:.{1,200}$", Pattern.DOTALL);

  private Ids() {}

  static boolean valid(String id) {
    return FORM.matcher(id).matches();
  }

  static boolean isAlias(String id) {
    return ALIAS.matcher(id).matches();
  }

  /** As a part of an address. */
  static String inPath(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
