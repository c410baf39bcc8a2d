package io.stockledger.server.product;

import io.stockledger.api.alias.AliasKind;
import io.stockledger.api.product.ProductCommand.AddProductAlias;
import io.stockledger.api.product.ProductCommand.ReinstateProduct;
import io.stockledger.api.product.ProductCommand.RemoveProductAlias;
import io.stockledger.api.product.ProductCommand.RetireProduct;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AliasRequest;
import io.stockledger.server.write.CommandForm;
import io.stockledger.server.write.CommandForm.Meaning;
import io.stockledger.server.write.CommandForm.OnRegistry;
import io.stockledger.server.write.InUseRequest;
import java.util.List;

/** Every write on products, as an element of a bulk request. */
public final class ProductForms {
  private ProductForms() {}

  public static List<CommandForm> all() {
    return List.of(
        form("product", ProductRequest.class, ProductRequest::command),
        form(
            "product-retire",
            InUseRequest.class,
            (body, id, write) -> new RetireProduct(id, write.ifVersion())),
        form(
            "product-reinstate",
            InUseRequest.class,
            (body, id, write) -> new ReinstateProduct(id, write.ifVersion())),
        form(
            "product-alias",
            AliasRequest.class,
            (body, id, write) -> new AddProductAlias(id, body.alias(), write.ifVersion())),
        form(
            "product-alias-remove",
            AliasRequest.class,
            (body, id, write) -> new RemoveProductAlias(id, body.alias(), write.ifVersion())));
  }

  private static <B> CommandForm form(String type, Class<B> request, Meaning<B> meaning) {
    return new OnRegistry<>(type, "sku", AliasKind.PRODUCT, request, meaning, Scope.REGISTRY_WRITE);
  }
}
