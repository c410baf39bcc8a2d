package io.stockledger.server.product;

import io.stockledger.api.product.ProductQuery.FindProduct;
import io.stockledger.api.product.ProductQuery.ListProducts;
import io.stockledger.api.product.ProductView;
import io.stockledger.api.product.ProductsView;
import io.stockledger.server.http.Read;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The registry of products as it is now. */
@RestController
@RequestMapping(path = "/v1/products", produces = MediaType.APPLICATION_JSON_VALUE)
class ProductReads {
  private final Reads reads;

  ProductReads(Reads reads) {
    this.reads = reads;
  }

  @GetMapping
  @Requires(Scope.REGISTRY_READ)
  ResponseEntity<ProductsView> list(@ParameterObject ProductParameters parameters, Read read) {
    return reads.answer(
        new ListProducts(parameters.filter(), parameters.page()), read, ReadModels.REGISTRY);
  }

  @GetMapping("/{sku}")
  @Requires(Scope.REGISTRY_READ)
  ResponseEntity<ProductView> one(@PathVariable String sku, Read read) {
    return reads.answer(new FindProduct(sku), read, ReadModels.REGISTRY);
  }
}
