package io.stockledger.query.audit;

import io.stockledger.api.audit.AsOccurredView.ItemAsOccurred;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.ItemId;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.ReadModel;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was physically there at a moment, by everything known today. Facts are ordered by ({@code
 * occurredAt}, version): of each condition the last count at or before the moment, and what moved
 * after that count.
 */
final class AsOccurred {
  /** {@code moved} is stated only where it differs from the effect; a count moves nothing. */
  private static final String FIGURE =
      """
      select coalesce(max(last.units), 0)
             + coalesce(sum(coalesce((h.moved ->> c.name)::bigint,
                            case when h.moved is null and h.counted is null
                                 then (h.change ->> c.field)::bigint end, 0)), 0) as units
        from (select cast(:name as text) as name, cast(:field as text) as field) as c
        left join lateral (
          select (counted ->> c.name)::bigint as units, occurred_at, version from history
           where location = :location and sku = :sku and occurred_at <= :moment
             and counted is not null and (counted ->> c.name) is not null
           order by occurred_at desc, version desc limit 1) as last on true
        left join history h
          on h.location = :location and h.sku = :sku and h.occurred_at <= :moment
         and (last.version is null or (h.occurred_at, h.version) > (last.occurred_at, last.version))
      """;

  private final ReadModel model;

  AsOccurred(ReadModel model) {
    this.model = model;
  }

  ItemAsOccurred at(ItemId item, Instant moment) {
    Map<Condition, Long> figures = new EnumMap<>(Condition.class);
    for (Condition condition : Condition.values()) {
      figures.put(condition, figure(item, condition, moment));
    }
    long good = figures.getOrDefault(Condition.GOOD, 0L);
    long damaged = figures.getOrDefault(Condition.DAMAGED, 0L);
    long quarantine = figures.getOrDefault(Condition.QUARANTINE, 0L);
    long nonSellable = figures.getOrDefault(Condition.NON_SELLABLE, 0L);
    boolean contradiction = figures.values().stream().anyMatch(units -> units < 0);
    return new ItemAsOccurred(
        item.location(),
        item.sku(),
        good + damaged + quarantine + nonSellable,
        good,
        damaged,
        quarantine,
        nonSellable,
        contradiction ? true : null);
  }

  private long figure(ItemId item, Condition condition, Instant moment) {
    return model
        .sql(FIGURE)
        .param("location", item.location())
        .param("sku", item.sku())
        .param("name", condition.word())
        .param("field", field(condition))
        .param("moment", Columns.moment(moment))
        .query(Long.class)
        .single();
  }

  /** The name of a condition within a change. */
  private static String field(Condition condition) {
    return switch (condition) {
      case GOOD -> "good";
      case DAMAGED -> "damaged";
      case QUARANTINE -> "quarantine";
      case NON_SELLABLE -> "nonSellable";
    };
  }
}
