package io.stockledger.promise.replay;

import io.stockledger.api.product.ProductEvent;
import io.stockledger.api.product.ProductEvent.ProductAliasAdded;
import io.stockledger.api.product.ProductEvent.ProductAliasRemoved;
import io.stockledger.api.product.ProductEvent.ProductChanged;
import io.stockledger.api.product.ProductEvent.ProductRegistered;
import io.stockledger.api.product.ProductEvent.ProductReinstated;
import io.stockledger.api.product.ProductEvent.ProductRetired;
import io.stockledger.api.product.ProductTraits;

/** A product as the registry knew it, evolved from its entries. */
public final class ProductReplay {
  private ProductTraits traits = ProductTraits.NONE;
  private boolean retired;
  private boolean registered;

  public void evolve(ProductEvent event) {
    registered = true;
    switch (event) {
      case ProductRegistered e -> traits = e.traits();
      case ProductChanged e -> traits = e.traits();
      case ProductRetired ignored -> retired = true;
      case ProductReinstated ignored -> retired = false;
      case ProductAliasAdded ignored -> {}
      case ProductAliasRemoved ignored -> {}
    }
  }

  /** As it stands; later entries leave it as it is. */
  public PastProduct product() {
    return new PastProduct(traits, retired, registered);
  }
}
