package io.stockledger.api.product;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.EventName;
import io.stockledger.api.LedgerEvent;
import java.time.Instant;

/** What can have happened to an entry of the registry of products. */
public sealed interface ProductEvent extends LedgerEvent {
  String sku();

  /** It states all that is known of the product. */
  @EventName("product.registered")
  record ProductRegistered(
      String sku,
      String name,
      String baseUnit,
      @JsonUnwrapped ProductTraits traits,
      Instant occurredAt,
      Instant recordedAt)
      implements ProductEvent {}

  /** It states all that is known of the product from now on. */
  @EventName("product.changed")
  record ProductChanged(
      String sku,
      String name,
      String baseUnit,
      @JsonUnwrapped ProductTraits traits,
      Instant occurredAt,
      Instant recordedAt)
      implements ProductEvent {}

  /** No stock of it comes in and none is promised any more. */
  @EventName("product.retired")
  record ProductRetired(String sku, Instant occurredAt, Instant recordedAt)
      implements ProductEvent {}

  /** It is in use again. */
  @EventName("product.reinstated")
  record ProductReinstated(String sku, Instant occurredAt, Instant recordedAt)
      implements ProductEvent {}

  /** Another system calls it so; nothing else in the ledger is called so there. */
  @EventName("product.alias-added")
  record ProductAliasAdded(
      String sku, String source, String id, Instant occurredAt, Instant recordedAt)
      implements ProductEvent {}

  /** That name means nothing any more. */
  @EventName("product.alias-removed")
  record ProductAliasRemoved(
      String sku, String source, String id, Instant occurredAt, Instant recordedAt)
      implements ProductEvent {}
}
