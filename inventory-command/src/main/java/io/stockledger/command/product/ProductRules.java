package io.stockledger.command.product;

import io.stockledger.api.RegistryRefusal.AliasTaken;
import io.stockledger.api.RegistryRefusal.InUse;
import io.stockledger.api.RegistryRefusal.ItemInUse;
import io.stockledger.api.RegistryRefusal.StaleRegistryVersion;
import io.stockledger.api.RegistryRefusal.UnknownAlias;
import io.stockledger.api.alias.Alias;
import io.stockledger.api.alias.AliasKind;
import io.stockledger.api.product.ProductCommand;
import io.stockledger.api.product.ProductCommand.AddProductAlias;
import io.stockledger.api.product.ProductCommand.ReinstateProduct;
import io.stockledger.api.product.ProductCommand.RemoveProductAlias;
import io.stockledger.api.product.ProductCommand.RetireProduct;
import io.stockledger.api.product.ProductEvent;
import io.stockledger.api.product.ProductEvent.ProductAliasAdded;
import io.stockledger.api.product.ProductEvent.ProductAliasRemoved;
import io.stockledger.api.product.ProductEvent.ProductChanged;
import io.stockledger.api.product.ProductEvent.ProductRegistered;
import io.stockledger.api.product.ProductEvent.ProductReinstated;
import io.stockledger.api.product.ProductEvent.ProductRetired;
import io.stockledger.api.product.RegisterProduct;
import io.stockledger.api.stock.StockRefusal.UnknownSku;
import io.stockledger.command.registry.RegistryDesk;
import io.stockledger.command.registry.RegistryVerdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one product decides: existence, then precondition, then the rules of the command. */
final class ProductRules {
  private final @Nullable Product before;
  private final RegistryDesk desk;
  private final Instant now;

  /**
   * @param before none for one that is not registered
   */
  ProductRules(@Nullable Product before, RegistryDesk desk, Instant now) {
    this.before = before;
    this.desk = desk;
    this.now = now;
  }

  RegistryVerdict<ProductEvent> decide(ProductCommand command) {
    if (before == null && !(command instanceof RegisterProduct)) {
      return RegistryVerdict.refused(new UnknownSku(command.sku()));
    }
    long version = before == null ? 0 : before.version();
    Long expected = command.ifVersion();
    if (expected != null && expected != version) {
      return RegistryVerdict.refused(
          new StaleRegistryVersion("product", command.sku(), expected, version));
    }
    return switch (command) {
      case RegisterProduct c -> register(c);
      case RetireProduct c -> retire(c);
      case ReinstateProduct c ->
          before == null || !before.retired()
              ? RegistryVerdict.unchanged()
              : RegistryVerdict.happens(new ProductReinstated(c.sku(), now, now));
      case AddProductAlias c -> add(c);
      case RemoveProductAlias c -> remove(c);
    };
  }

  private RegistryVerdict<ProductEvent> register(RegisterProduct c) {
    if (before != null && before.says(c)) {
      return RegistryVerdict.unchanged();
    }
    Alias had = before == null ? null : number(before.traits().gtin());
    Alias has = number(c.traits().gtin());
    String holder = has == null ? null : desk.aliases().find(AliasKind.PRODUCT, has);
    if (has != null && holder != null && !holder.equals(c.sku())) {
      return RegistryVerdict.refused(new AliasTaken("product", has, holder));
    }
    if (had != null && !had.equals(has)) {
      desk.aliases().remove(AliasKind.PRODUCT, had, c.sku());
    }
    if (has != null && holder == null) {
      desk.aliases().put(AliasKind.PRODUCT, has, c.sku());
    }
    return RegistryVerdict.happens(
        before == null
            ? new ProductRegistered(c.sku(), c.name(), c.baseUnit(), c.traits(), now, now)
            : new ProductChanged(c.sku(), c.name(), c.baseUnit(), c.traits(), now, now));
  }

  private static @Nullable Alias number(@Nullable String gtin) {
    return gtin == null ? null : Alias.ofGtin(gtin);
  }

  private RegistryVerdict<ProductEvent> add(AddProductAlias c) {
    String holder = desk.aliases().find(AliasKind.PRODUCT, c.alias());
    if (holder != null) {
      return holder.equals(c.sku())
          ? RegistryVerdict.unchanged()
          : RegistryVerdict.refused(new AliasTaken("product", c.alias(), holder));
    }
    desk.aliases().put(AliasKind.PRODUCT, c.alias(), c.sku());
    return RegistryVerdict.happens(
        new ProductAliasAdded(c.sku(), c.alias().source(), c.alias().id(), now, now));
  }

  private RegistryVerdict<ProductEvent> remove(RemoveProductAlias c) {
    if (!c.sku().equals(desk.aliases().find(AliasKind.PRODUCT, c.alias()))) {
      return RegistryVerdict.refused(new UnknownAlias("product", c.alias()));
    }
    desk.aliases().remove(AliasKind.PRODUCT, c.alias(), c.sku());
    return RegistryVerdict.happens(
        new ProductAliasRemoved(c.sku(), c.alias().source(), c.alias().id(), now, now));
  }

  private RegistryVerdict<ProductEvent> retire(RetireProduct c) {
    if (before != null && before.retired()) {
      return RegistryVerdict.unchanged();
    }
    List<ItemInUse> items = desk.stock().of(c.sku(), now);
    return items.isEmpty()
        ? RegistryVerdict.happens(new ProductRetired(c.sku(), now, now))
        : RegistryVerdict.refused(new InUse("product", c.sku(), items));
  }
}
