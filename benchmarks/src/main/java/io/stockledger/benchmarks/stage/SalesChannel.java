package io.stockledger.benchmarks.stage;

import io.stockledger.benchmarks.traffic.Shelf;
import java.io.IOException;

/**
 * A channel as a shop has one: it keeps a unit of everything back, and a good many rules say
 * something of single products and of kinds of places. Every item that no other rule is about sells
 * all that is available but {@link #BUFFER}.
 */
public final class SalesChannel {
  public static final String ID = "shop";

  /** Units that it keeps back of each item. */
  public static final int BUFFER = 1;

  private SalesChannel() {}

  /**
   * Puts it.
   *
   * @param shelf about whose first items the rules are
   * @param rules at least 2
   */
  public static void put(StockledgerSide side, Shelf shelf, int rules)
      throws IOException, InterruptedException {
    open(side);
    ruleItems(side, shelf, rules);
  }

  /** Puts it with the rule about everything. */
  public static void open(StockledgerSide side) throws IOException, InterruptedException {
    side.write("PUT", "channels/" + ID, "channel-" + ID, "{\"name\":\"Shop\"}");
    keepBack(side, BUFFER, "rule-everything");
  }

  /** Puts all its other rules; the items are there. */
  public static void ruleItems(StockledgerSide side, Shelf shelf, int rules)
      throws IOException, InterruptedException {
    side.putRule(
        ID,
        "stores",
        "rule-stores",
        "{\"scope\":{\"locationKind\":\"store\"},\"freshFor\":\"PT4H\",\"fallbackAfter\":\"P1D\"}");
    for (int i = 0; i < rules - 2; i++) {
      side.putRule(
          ID,
          "item-" + i,
          "rule-item-" + i,
          "{\"scope\":{\"sku\":\"%s\"},\"exposure\":{\"shown\":\"exact\",\"onlyLeft\":%d,\"limited\":%d}}"
              .formatted(shelf.sku(i % shelf.items()), 1 + i % 3, 10 + i % 5));
    }
  }

  /**
   * Says how much is kept back of everything.
   *
   * @return the position from which on it holds
   */
  public static long keepBack(StockledgerSide side, int units, String idempotencyKey)
      throws IOException, InterruptedException {
    return side.putRule(ID, "everything", idempotencyKey, "{\"buffer\":{\"units\":" + units + "}}");
  }
}
