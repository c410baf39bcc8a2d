package io.stockledger.command.stock;

import io.stockledger.api.stock.ItemId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The items of one command, as they would be. All share one moment: the latest of their clocks. */
public final class Drafts {
  private final Map<ItemId, ItemDraft> drafts = new LinkedHashMap<>();
  private final Map<ItemId, StockItem> originals = new LinkedHashMap<>();
  private final Instant now;

  public Drafts(Collection<ItemId> items, Function<ItemId, StockItem> load, Instant clock) {
    Instant latest = clock;
    for (ItemId id : items) {
      StockItem item = originals.computeIfAbsent(id, load);
      latest = item.now(latest);
    }
    this.now = latest;
  }

  public Instant now() {
    return now;
  }

  /** The item as it was before this command, lines that are due still open. */
  public StockItem original(ItemId item) {
    return Objects.requireNonNull(originals.get(item), () -> item + " was not loaded");
  }

  public ItemDraft of(ItemId item) {
    return drafts.computeIfAbsent(item, id -> new ItemDraft(original(id), now));
  }

  /** Those of which something would be recorded, with all that follows from it. */
  public List<ItemDraft> touched() {
    drafts.values().forEach(ItemDraft::complete);
    return drafts.values().stream().filter(ItemDraft::hasEvents).toList();
  }
}
