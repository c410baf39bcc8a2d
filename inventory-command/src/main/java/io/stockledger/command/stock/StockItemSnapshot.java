package io.stockledger.command.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * A {@link StockItem} as flat JSON. It may be deleted at any time: the entries are the truth. What
 * it leaves out, the orders in which promises are found and what was said last, follows from the
 * rest.
 *
 * @param promises the open lines, by name
 * @param lastCounts by people
 * @param backorders what waits for units, by name
 * @param announced by its documents' ids
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StockItemSnapshot(
    String location,
    String sku,
    long version,
    Figures figures,
    List<OpenPromise> promises,
    Map<Condition, CountWindow.Count> lastCounts,
    List<Long> reversed,
    @Nullable Instant newestOccurredAt,
    @Nullable Instant lastRecordedAt,
    Map<String, OpenDiscrepancy> openDiscrepancies,
    long keptForTransfers,
    Map<String, SourceWord> words,
    @Nullable LowStock lowStock,
    List<Backorders.Accepted> backorders,
    List<Announced.Supply> announced) {

  static StockItemSnapshot of(StockItem item) {
    return new StockItemSnapshot(
        item.item().location(),
        item.item().sku(),
        item.version(),
        item.figures(),
        List.copyOf(item.promises().byKey().values()),
        item.counts().counted(),
        List.copyOf(item.reversed()),
        item.newestOccurredAt(),
        item.lastRecordedAt(),
        item.openDiscrepancies(),
        item.keptForTransfers(),
        item.words(),
        item.lowStock(),
        List.copyOf(item.backorders().byKey().values()),
        List.copyOf(item.announced().lines().values()));
  }

  StockItem restore() {
    Promises promised = Promises.NONE;
    for (OpenPromise promise : promises) {
      promised = promised.plus(promise);
    }
    return new StockItem(
        new ItemId(location, sku),
        version,
        figures,
        promised,
        CountWindow.of(counted(), words.values()),
        TreePSet.from(reversed),
        newestOccurredAt,
        lastRecordedAt,
        TreePMap.from(openDiscrepancies),
        keptForTransfers,
        TreePMap.from(words),
        lowStock,
        Backorders.of(backorders),
        Announced.of(announced));
  }

  private Map<Condition, CountWindow.Count> counted() {
    return lastCounts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(lastCounts));
  }
}
