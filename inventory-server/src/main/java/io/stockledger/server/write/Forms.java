package io.stockledger.server.write;

/** What is said about fields of a wrong form. */
public final class Forms {
  public static final String ID = "must be 1 to 64 of letters, digits and . _ ~ -";

  /** The longest name of a source. */
  public static final int LONGEST_SOURCE = 64;

  private Forms() {}
}
