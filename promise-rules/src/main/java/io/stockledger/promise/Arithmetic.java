package io.stockledger.promise;

import io.stockledger.api.channel.Backorder;
import io.stockledger.api.channel.PreOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a sellable figure comes about, step by step (rule book, "Figures of one item").
 *
 * @param available {@code max(0, good − reserved − setAside)}
 * @param buffer kept back by the rule
 * @param hidden at or below the rule's limit, and so taken as none
 * @param units of what is there, after buffer, hiding and listing cap; none before a pre-order's
 *     day
 * @param allowance promised beyond them by backorder or pre-order
 */
public record Arithmetic(
    long good,
    long reserved,
    long setAside,
    long available,
    long buffer,
    boolean hidden,
    long units,
    long allowance) {

  static Arithmetic of(Terms terms, Stock stock, Instant now) {
    long available = stock.available();
    long buffer = terms.buffer().of(stock.good());
    long free = Math.max(0, available - buffer);
    boolean hidden = free > 0 && free <= terms.exposure().hiddenAt();
    Long cap = terms.listingCap();
    boolean early = isBefore(terms.preOrder(), now);
    long units = hidden || early ? 0 : cap == null ? free : Math.min(free, cap);
    return new Arithmetic(
        stock.good(),
        stock.reserved(),
        stock.setAside(),
        available,
        buffer,
        hidden,
        units,
        early ? preOrder(terms.preOrder(), stock) : backorder(terms.backorder(), stock, now));
  }

  /** What may be promised in all. */
  public long sellable() {
    return units + allowance;
  }

  static boolean isBefore(@Nullable PreOrder preOrder, Instant now) {
    return preOrder != null && now.isBefore(Moments.start(preOrder.availableOn()));
  }

  private static long preOrder(@Nullable PreOrder preOrder, Stock stock) {
    // before its day every open promise is one of the pre-order
    return preOrder == null ? 0 : Math.max(0, preOrder.units() - stock.reserved());
  }

  private static long backorder(Backorder rule, Stock stock, Instant now) {
    if (rule.until() != null && !rule.until().isAfter(now)) {
      return 0;
    }
    long used = rule.isOwnOnly() ? stock.backorderedHere() : stock.backordered();
    Long limit = rule.units();
    if (!rule.isAgainstExpected()) {
      return limit == null ? 0 : Math.max(0, limit - used);
    }
    long announced = Math.max(0, stock.expected(now) - stock.uncovered());
    return limit == null ? announced : Math.max(0, Math.min(limit - used, announced));
  }
}
