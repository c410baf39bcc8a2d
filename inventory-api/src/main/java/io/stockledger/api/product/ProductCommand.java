package io.stockledger.api.product;

import io.stockledger.api.Identifiers;
import io.stockledger.api.alias.Alias;
import org.jspecify.annotations.Nullable;

/** What may be asked of one product of the registry. */
public sealed interface ProductCommand
    permits RegisterProduct,
        ProductCommand.RetireProduct,
        ProductCommand.ReinstateProduct,
        ProductCommand.AddProductAlias,
        ProductCommand.RemoveProductAlias {
  String sku();

  /** The version that the sender knows; none for whichever it is. */
  @Nullable Long ifVersion();

  /**
   * Take it out of use: refused while stock or promises are there. A retired one stays as it is.
   */
  record RetireProduct(String sku, @Nullable Long ifVersion) implements ProductCommand {
    public RetireProduct {
      Identifiers.require("sku", sku);
    }
  }

  /** Take a retired one into use again. One in use stays as it is. */
  record ReinstateProduct(String sku, @Nullable Long ifVersion) implements ProductCommand {
    public ReinstateProduct {
      Identifiers.require("sku", sku);
    }
  }

  /** Another system calls it so. An alias of another one is refused. */
  record AddProductAlias(String sku, Alias alias, @Nullable Long ifVersion)
      implements ProductCommand {
    public AddProductAlias {
      Identifiers.require("sku", sku);
    }
  }

  /** It is not called so any more. */
  record RemoveProductAlias(String sku, Alias alias, @Nullable Long ifVersion)
      implements ProductCommand {
    public RemoveProductAlias {
      Identifiers.require("sku", sku);
    }
  }
}
