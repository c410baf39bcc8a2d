package io.stockledger.projections.stock;

import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.table.Remembered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An entry of a stock item. */
public record ItemEvent(RecordedEvent recorded, StockEvent event) {
  public ItemId item() {
    return event.entry().item();
  }

  public long position() {
    return recorded.position();
  }

  public long version() {
    return recorded.version();
  }

  /** Those of a batch that are entries of stock items and known here, in their order. */
  public static List<ItemEvent> among(Collection<RecordedEvent> events) {
    return events.stream().flatMap(event -> of(event).stream()).toList();
  }

  /** The items of these entries as keys of a table, each once. */
  public static List<List<String>> keys(Collection<ItemEvent> events) {
    return keys(events.stream().map(ItemEvent::item));
  }

  /**
   * Of each item's first entry in a batch, those whose row before is not remembered.
   *
   * @param rows gets the rows that are
   */
  public static <R> List<ItemEvent> unknown(
      Collection<ItemEvent> events, Remembered<ItemId, R> remembered, Map<ItemId, R> rows) {
    Set<ItemId> seen = new HashSet<>();
    List<ItemEvent> unknown = new ArrayList<>();
    for (ItemEvent event : events) {
      if (seen.add(event.item())) {
        R row = remembered.at(event.item(), event.version() - 1);
        if (row == null) {
          unknown.add(event);
        } else {
          rows.put(event.item(), row);
        }
      }
    }
    return unknown;
  }

  static List<List<String>> keys(Stream<ItemId> items) {
    return items.distinct().map(item -> List.of(item.location(), item.sku())).toList();
  }

  private static Optional<ItemEvent> of(RecordedEvent recorded) {
    return ItemId.isItemStream(recorded.stream()) && recorded.payload() instanceof StockEvent event
        ? Optional.of(new ItemEvent(recorded, event))
        : Optional.empty();
  }
}
