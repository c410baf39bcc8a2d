package io.stockledger.command.registry;

import io.stockledger.api.alias.Alias;
import io.stockledger.api.alias.AliasKind;
import io.stockledger.api.location.LocationTraits;
import io.stockledger.command.stock.StockItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Other places, items and aliases in memory. */
public final class TestDesk implements KnownItems, AliasRegister {
  private final Map<String, LocationTraits> places = new HashMap<>();
  private final List<StockItem> items = new ArrayList<>();
  private final Map<String, String> aliases = new HashMap<>();

  public RegistryDesk desk() {
    return new RegistryDesk(places::get, new StockOnBooks(this), this);
  }

  public TestDesk place(String location, LocationTraits traits) {
    places.put(location, traits);
    return this;
  }

  public TestDesk item(StockItem item) {
    items.add(item);
    return this;
  }

  @Override
  public Stream<StockItem> at(String location) {
    return items.stream().filter(item -> item.item().location().equals(location));
  }

  @Override
  public Stream<StockItem> of(String sku) {
    return items.stream().filter(item -> item.item().sku().equals(sku));
  }

  @Override
  public @Nullable String find(AliasKind kind, Alias alias) {
    return aliases.get(kind + ":" + alias);
  }

  @Override
  public void put(AliasKind kind, Alias alias, String holder) {
    aliases.put(kind + ":" + alias, holder);
  }

  @Override
  public void remove(AliasKind kind, Alias alias, String holder) {
    aliases.remove(kind + ":" + alias, holder);
  }
}
