package io.stockledger.command.stock;

import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** The aggregates that one command touches. Looking for one never brings it into being. */
public final class LoadedItems {
  private final Repository<StockItemAggregate> repository;
  private final Map<ItemId, Aggregate<StockItemAggregate>> aggregates = new HashMap<>();

  public LoadedItems(Repository<StockItemAggregate> repository) {
    this.repository = repository;
  }

  public StockItem find(ItemId id) {
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

  /** An item that did not exist comes into being by its first entry. */
  public void record(ItemDraft draft) {
    draft.complete();
    record(draft.item().item(), draft.events());
  }

  /** Entries that were decided on the item as {@link #find} gave it. */
  public void record(ItemId id, List<StockEvent> events) {
    if (!events.isEmpty()) {
      aggregates.computeIfAbsent(id, this::begin).execute(shell -> shell.record(events));
    }
  }

  private Aggregate<StockItemAggregate> begin(ItemId id) {
    try {
      return repository.loadOrCreate(id.stream(), StockItemAggregate::new);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(id + " cannot come into being", e);
    }
  }
}
