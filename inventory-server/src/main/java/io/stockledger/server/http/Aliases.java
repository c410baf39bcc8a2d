package io.stockledger.server.http;

import io.stockledger.api.Identifiers;
import io.stockledger.api.RegistryRefusal.UnknownAlias;
import io.stockledger.api.alias.Alias;
import io.stockledger.api.alias.AliasKind;
import io.stockledger.api.product.Gtin;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.problem.RefusalProblems;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts the ledger's id in the place of {@code source:id}. Ids of the ledger have no colon, so that
 * whatever has none is passed on as it is.
 */
@Component
public class Aliases {
  /** The names on the face under which ids stand. */
  private static final Map<String, AliasKind> KINDS =
      Map.of(
          "location", AliasKind.LOCATION,
          "locations", AliasKind.LOCATION,
          "from", AliasKind.LOCATION,
          "to", AliasKind.LOCATION,
          "sku", AliasKind.PRODUCT,
          "skus", AliasKind.PRODUCT,
          "parent", AliasKind.PRODUCT);

  /** In the place of what is not known: of the right form, so that nothing else is told of it. */
  private static final String PLACEHOLDER = "-";

  private final AliasSource source;

  Aliases(AliasSource source) {
    this.source = source;
  }

  /** What is meant by an id under this name; nothing where no id stands. */
  static @Nullable AliasKind kindOf(String name) {
    return KINDS.get(name);
  }

  /** Whether an alias may stand under this name, where it is a text. */
  public static boolean mayStandUnder(String name) {
    return KINDS.containsKey(name);
  }

  /**
   * The ledger's id; the text as it is where it is no alias; something else, and the fault told or
   * kept, where nothing is called so.
   */
  public String resolved(AliasKind kind, String text, String field, Faults faults) {
    int colon = text.indexOf(Alias.SEPARATOR);
    if (colon < 0) {
      return text;
    }
    String from = text.substring(0, colon);
    String id = text.substring(colon + 1);
    if (!Identifiers.isValid(from) || id.isEmpty() || id.length() > Alias.MAX_LENGTH) {
      return text;
    }
    boolean number = kind == AliasKind.PRODUCT && from.equals(Alias.GTIN);
    if (number && !Gtin.isValid(id)) {
      if (Gtin.hasForm(id)) {
        faults.requireCheckDigit(field, id, text);
      } else {
        faults.add(field, "must be 8, 12, 13 or 14 digits behind gtin:", text);
      }
      return PLACEHOLDER;
    }
    Alias alias = number ? Alias.ofGtin(id) : new Alias(from, id);
    String found = source.find(kind, alias);
    if (found == null) {
      faults.addMissing(RefusalProblems.unknownAlias(new UnknownAlias(kind.word(), alias)));
      return PLACEHOLDER;
    }
    return found;
  }
}
