package io.stockledger.projections.registry;

import io.stockledger.api.alias.Alias;
import io.stockledger.api.product.ProductEvent;
import io.stockledger.api.product.ProductEvent.ProductAliasAdded;
import io.stockledger.api.product.ProductEvent.ProductAliasRemoved;
import io.stockledger.api.product.ProductEvent.ProductChanged;
import io.stockledger.api.product.ProductEvent.ProductRegistered;
import io.stockledger.api.product.ProductEvent.ProductReinstated;
import io.stockledger.api.product.ProductEvent.ProductRetired;
import io.stockledger.api.product.ProductTraits;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the registry says of a product. */
public record ProductRow(
    String sku,
    String name,
    String baseUnit,
    ProductTraits traits,
    boolean retired,
    List<Alias> aliases,
    long version,
    long position,
    Instant asOf) {

  /**
   * @param before the row as the entry before made it, none for the first
   */
  public static ProductRow fold(
      @Nullable ProductRow before, ProductEvent event, long position, long version) {
    return switch (event) {
      case ProductRegistered e ->
          new ProductRow(
              e.sku(),
              e.name(),
              e.baseUnit(),
              e.traits(),
              false,
              List.of(),
              version,
              position,
              e.recordedAt());
      case ProductChanged e ->
          new ProductRow(
              e.sku(),
              e.name(),
              e.baseUnit(),
              e.traits(),
              Objects.requireNonNull(before).retired,
              before.aliases,
              version,
              position,
              e.recordedAt());
      case ProductRetired e ->
          Objects.requireNonNull(before).next(e, true, before.aliases, position, version);
      case ProductReinstated e ->
          Objects.requireNonNull(before).next(e, false, before.aliases, position, version);
      case ProductAliasAdded e -> {
        List<Alias> more =
            Aliases.with(Objects.requireNonNull(before).aliases, new Alias(e.source(), e.id()));
        yield before.next(e, before.retired, more, position, version);
      }
      case ProductAliasRemoved e -> {
        List<Alias> fewer =
            Aliases.without(Objects.requireNonNull(before).aliases, new Alias(e.source(), e.id()));
        yield before.next(e, before.retired, fewer, position, version);
      }
    };
  }

  private ProductRow next(
      ProductEvent event, boolean retired, List<Alias> aliases, long position, long version) {
    return new ProductRow(
        sku, name, baseUnit, traits, retired, aliases, version, position, event.recordedAt());
  }
}
