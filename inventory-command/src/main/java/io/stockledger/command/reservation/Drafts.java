package io.stockledger.command.reservation;

import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.StockItem;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The items of one command, as they would be. All share one moment: the latest of their clocks. */
final class Drafts {
  private final Map<ItemId, ItemDraft> drafts = new LinkedHashMap<>();
  private final Map<ItemId, StockItem> originals = new LinkedHashMap<>();
  private final Instant now;

  Drafts(Collection<ItemId> items, Function<ItemId, StockItem> load, Instant clock) {
    Instant latest = clock;
    for (ItemId id : items) {
      StockItem item = originals.computeIfAbsent(id, load);
      latest = item.now(latest);
    }
    this.now = latest;
  }

  Instant now() {
    return now;
  }

  /** The item as it was before this command, lines that are due still open. */
  StockItem original(ItemId item) {
    return Objects.requireNonNull(originals.get(item), () -> item + " was not loaded");
  }

  ItemDraft of(ItemId item) {
    return drafts.computeIfAbsent(item, id -> new ItemDraft(original(id), now));
  }

  List<ItemDraft> touched() {
    return drafts.values().stream().filter(ItemDraft::hasEvents).toList();
  }

  /** A reservation with everything that would be recorded. */
  Reservation fold(Reservation reservation) {
    Reservation next = reservation;
    for (ItemDraft draft : touched()) {
      for (StockEvent event : draft.events()) {
        next = next.evolve(event);
      }
    }
    return next;
  }
}
