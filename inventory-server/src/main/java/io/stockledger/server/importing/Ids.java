package io.stockledger.server.importing;

import java.util.regex.Pattern;

/** The form that the ledger asks of ids of locations and SKUs. */
final class Ids {
  private static final Pattern FORM = Pattern.compile("^(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,64}$");

  private Ids() {}

  static boolean valid(String id) {
    return FORM.matcher(id).matches();
  }
}
