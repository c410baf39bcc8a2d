package io.stockledger.server.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws what customers do: sales at the tills and orders in the web shop. */
final class Shopper {
  private final Assortment assortment;
  private final Random chance;

  Shopper(Assortment assortment, Random chance) {
    this.assortment = assortment;
    this.chance = chance;
  }

  /** Scarce goods are asked for before they are sold; other sales are stated as facts. */
  Step sale(int second, int store) {
    if (oneIn(60)) {
      return offline(second, store);
    }
    Item item = assortment.anyInStore(store, chance);
    boolean happened = !assortment.isScarce(item) || oneIn(8);
    int secondsLate = happened && oneIn(25) ? chance.nextInt(600, 9_000) : 0;
    return new Step.Sale(second, item, oneIn(6) ? 2 : 1, happened, secondsLate, oneIn(40));
  }

  private Step offline(int second, int store) {
    List<Step.Line> sold = new ArrayList<>();
    int lines = 2 + chance.nextInt(4);
    for (int i = 0; i < lines; i++) {
      sold.add(new Step.Line(assortment.anyInStore(store, chance), oneIn(6) ? 2 : 1));
    }
    return new Step.Offline(second, sold);
  }

  Step order(int second) {
    boolean pickup = oneIn(2);
    int place = chance.nextInt(pickup ? Assortment.STORES : Assortment.WAREHOUSES);
    int lines = oneIn(8) ? chance.nextInt(2, 4) : 1;
    List<Step.Line> wanted = new ArrayList<>();
    while (wanted.size() < lines) {
      Item item =
          pickup ? assortment.anyInStore(place, chance) : assortment.anyInWarehouse(place, chance);
      if (wanted.stream().noneMatch(line -> line.item().equals(item))) {
        wanted.add(new Step.Line(item, chance.nextInt(1, 4)));
      }
    }
    Outlet outlet = pickup && !oneIn(4) ? Outlet.APP : Outlet.WEB;
    Step.Fate fate = pickup ? fateOfPickup() : fateOfOrder();
    return new Step.Order(second, outlet, wanted, fate, oneIn(40));
  }

  private Step.Fate fateOfPickup() {
    int draw = chance.nextInt(10);
    if (draw == 0) {
      return Step.Fate.NO_SHOW;
    }
    return draw == 1 ? Step.Fate.PICKUP_IN_PART : Step.Fate.PICKUP;
  }

  private Step.Fate fateOfOrder() {
    int draw = chance.nextInt(20);
    if (draw < 4) {
      return Step.Fate.ABANDONED;
    }
    if (draw < 7) {
      return Step.Fate.CANCELLED;
    }
    return draw == 7 ? Step.Fate.PAID_LATE : Step.Fate.PAID;
  }

  private boolean oneIn(int n) {
    return chance.nextInt(n) == 0;
  }
}
