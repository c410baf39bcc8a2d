package io.stockledger.api.product;

import io.stockledger.api.EventName;
import io.stockledger.api.LedgerEvent;
import java.time.Instant;

/** What can have happened to an entry of the registry of products. */
public sealed interface ProductEvent extends LedgerEvent {
  String sku();

  @EventName("product.registered")
  record ProductRegistered(
      String sku, String name, String baseUnit, Instant occurredAt, Instant recordedAt)
      implements ProductEvent {}

  @EventName("product.changed")
  record ProductChanged(
      String sku, String name, String baseUnit, Instant occurredAt, Instant recordedAt)
      implements ProductEvent {}
}
