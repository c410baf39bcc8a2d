package io.stockledger.command.reservation;

import io.stockledger.api.stock.ItemId;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.StockItem;
import io.stockledger.command.stock.StockItemAggregate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** The aggregates that one command touches. Looking for one never brings it into being. */
final class LoadedItems {
  private final Repository<StockItemAggregate> repository;
  private final Map<ItemId, Aggregate<StockItemAggregate>> aggregates = new HashMap<>();

  LoadedItems(Repository<StockItemAggregate> repository) {
    this.repository = repository;
  }

  StockItem find(ItemId id) {
    try {
      Aggregate<StockItemAggregate> aggregate = repository.load(id.stream());
      aggregates.put(id, aggregate);
      @Nullable StockItem[] found = new @Nullable StockItem[1];
      aggregate.execute(shell -> found[0] = shell.state());
      StockItem state = found[0];
      return state == null ? StockItem.absent(id) : state;
    } catch (AggregateNotFoundException unknown) {
      return StockItem.absent(id);
    }
  }

  /** Only items that exist are ever promised, so each has an aggregate by now. */
  void record(ItemDraft draft) {
    ItemId id = draft.item().item();
    Objects.requireNonNull(aggregates.get(id), () -> id + " was not loaded")
        .execute(shell -> shell.record(draft.events()));
  }
}
