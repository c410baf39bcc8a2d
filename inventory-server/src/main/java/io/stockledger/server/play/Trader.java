package io.stockledger.server.play;

import java.util.Random;

/** Draws what a marketplace sends, and by which names of places and goods. */
final class Trader {
  private final Assortment assortment;
  private final Names names;
  private final Random chance;

  Trader(Assortment assortment, Names names, Random chance) {
    this.assortment = assortment;
    this.names = names;
    this.chance = chance;
  }

  Step step(int second) {
    boolean byNumber = chance.nextInt(3) == 0;
    Item item = byNumber ? anywhere() : namedSomewhere();
    int sku = assortment.indexOf(item);
    String source = chance.nextBoolean() ? Names.ERP : Names.SHOP;
    String product =
        byNumber ? "gtin:" + names.gtin(sku) : source + ":" + names.ofProduct(source, sku);
    String place =
        chance.nextInt(4) == 0 ? item.location() : Names.ERP + ":" + names.ofPlace(item.location());
    if (chance.nextInt(25) == 0) {
      product = source + ":nobody calls anything so / " + second;
    }
    Step.Doing[] doings = Step.Doing.values();
    Step.Doing doing = doings[chance.nextInt(doings.length)];
    return new Step.Foreign(second, item, place, product, 1 + chance.nextInt(2), doing);
  }

  private Item anywhere() {
    return chance.nextBoolean()
        ? assortment.anyInStore(chance.nextInt(Assortment.STORES), chance)
        : assortment.anyInWarehouse(chance.nextInt(Assortment.WAREHOUSES), chance);
  }

  /** Stores carry the scarce SKUs all, of the others not every one. */
  private Item namedSomewhere() {
    return chance.nextBoolean()
        ? assortment.inStore(
            chance.nextInt(Assortment.STORES), chance.nextInt(Assortment.SCARCE_SKUS))
        : assortment.inWarehouse(
            chance.nextInt(Assortment.WAREHOUSES), chance.nextInt(Names.NAMED_SKUS));
  }
}
