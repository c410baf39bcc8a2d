package io.stockledger.api.alias;

import io.stockledger.api.Identifiers;
import io.stockledger.api.product.Gtin;

/**
 * What another system calls a location or a product. Ids of the ledger hold no colon, so that
 * {@code source:id} in their place is an alias.
 *
 * @param source the system, in the form of the ledger's own ids
 * @param id its id there, 1 to {@link #MAX_LENGTH} characters of any kind
 */
public record Alias(String source, String id) implements Comparable<Alias> {
  public static final int MAX_LENGTH = 200;

  /** The source of ids that are global trade item numbers; products have them of their own. */
  public static final String GTIN = "gtin";

  /** Between source and id, where both stand in one text. */
  public static final char SEPARATOR = ':';

  public Alias {
    Identifiers.require("source", source);
    if (id.isEmpty() || id.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("an id of another system has 1 to 200 characters: " + id);
    }
  }

  /** A valid number; those that differ only by leading zeros are the same alias. */
  public static Alias ofGtin(String gtin) {
    return new Alias(GTIN, Gtin.normal(gtin));
  }

  @Override
  public int compareTo(Alias other) {
    int bySource = source.compareTo(other.source);
    return bySource != 0 ? bySource : id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return source + SEPARATOR + id;
  }
}
