package io.stockledger.server.product;

import io.stockledger.api.product.ProductCommand.AddProductAlias;
import io.stockledger.api.product.ProductCommand.ReinstateProduct;
import io.stockledger.api.product.ProductCommand.RemoveProductAlias;
import io.stockledger.api.product.ProductCommand.RetireProduct;
import io.stockledger.server.http.Write;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AliasRequest;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.InUseRequest;
import io.stockledger.server.write.RegistryAnswer;
import io.stockledger.server.write.WriteGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Puts products into the registry, and takes them out of use. */
@RestController
class ProductController {
  private final WriteGateway writes;

  ProductController(WriteGateway writes) {
    this.writes = writes;
  }

  @PutMapping(
      path = "/v1/products/{sku}",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.REGISTRY_WRITE)
  @AnswersWith(value = RegistryAnswer.class, creates = true, takesVersion = true)
  ResponseEntity<byte[]> put(
      @PathVariable String sku, @RequestBody ProductRequest body, Write write) {
    return writes.send(body.command(sku, write), write);
  }

  @PostMapping(
      path = "/v1/products/{sku}/retire",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.REGISTRY_WRITE)
  @AnswersWith(value = RegistryAnswer.class, takesVersion = true)
  ResponseEntity<byte[]> retire(
      @PathVariable String sku,
      @RequestBody(required = false) @Nullable InUseRequest body,
      Write write) {
    return writes.send(new RetireProduct(sku, write.ifVersion()), write);
  }

  @PostMapping(
      path = "/v1/products/{sku}/reinstate",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.REGISTRY_WRITE)
  @AnswersWith(value = RegistryAnswer.class, takesVersion = true)
  ResponseEntity<byte[]> reinstate(
      @PathVariable String sku,
      @RequestBody(required = false) @Nullable InUseRequest body,
      Write write) {
    return writes.send(new ReinstateProduct(sku, write.ifVersion()), write);
  }

  @PostMapping(
      path = "/v1/products/{sku}/aliases",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.REGISTRY_WRITE)
  @AnswersWith(value = RegistryAnswer.class, takesVersion = true)
  ResponseEntity<byte[]> addAlias(
      @PathVariable String sku, @RequestBody AliasRequest body, Write write) {
    return writes.send(new AddProductAlias(sku, body.alias(), write.ifVersion()), write);
  }

  @PostMapping(
      path = "/v1/products/{sku}/aliases/remove",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.REGISTRY_WRITE)
  @AnswersWith(value = RegistryAnswer.class, takesVersion = true)
  ResponseEntity<byte[]> removeAlias(
      @PathVariable String sku, @RequestBody AliasRequest body, Write write) {
    return writes.send(new RemoveProductAlias(sku, body.alias(), write.ifVersion()), write);
  }
}
