package io.stockledger.server.wiring;

import io.stockledger.api.location.RegisterLocation;
import io.stockledger.api.stock.ItemId;
import io.stockledger.command.registry.KnownItems;
import io.stockledger.command.stock.StockItem;
import io.stockledger.command.stock.StockItemAggregate;
import io.stockledger.ledger.LedgerRepository;
import io.stockledger.ledger.store.LedgerReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Items by the names of their streams, read some at a time. */
final class LedgerItems implements KnownItems {
  private static final int AT_ONCE = 200;

  private final LedgerReader reader;
  private final LedgerRepository<StockItemAggregate, StockItem> items;

  LedgerItems(LedgerReader reader, LedgerRepository<StockItemAggregate, StockItem> items) {
    this.reader = reader;
    this.items = items;
  }

  @Override
  public Stream<StockItem> at(String location) {
    return read(reader.streamsWithPrefix(ItemId.streamsAt(location)));
  }

  @Override
  public Stream<StockItem> of(String sku) {
    String prefix = RegisterLocation.stream("");
    List<String> anywhere =
        reader.streamsWithPrefix(prefix).stream()
            .map(stream -> new ItemId(stream.substring(prefix.length()), sku).stream())
            .toList();
    return read(reader.existing(anywhere));
  }

  private Stream<StockItem> read(List<String> streams) {
    List<List<String>> parts = new ArrayList<>();
    for (int i = 0; i < streams.size(); i += AT_ONCE) {
      parts.add(streams.subList(i, Math.min(streams.size(), i + AT_ONCE)));
    }
    return parts.stream()
        .flatMap(
            part -> {
              items.readAhead(part);
              return part.stream().map(items::stateOf).filter(Objects::nonNull);
            });
  }
}
