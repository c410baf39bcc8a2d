package io.stockledger.server.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The places and goods of a trading day: who carries what, and what is scarce. */
final class Assortment {
  static final int STORES = 20;
  static final int WAREHOUSES = 2;
  static final int SKUS = 2_000;
  static final int SKUS_OF_A_STORE = 300;

  /** The first SKUs are what everybody wants and nobody has enough of. */
  static final int SCARCE_SKUS = 30;

  static final String SCARCE = "scarce";
  static final String FRAGILE = "fragile";
  static final int KITCHEN = 0;
  static final int GARDEN = 1;
  static final int TOYS = 2;
  static final int BOOKS = 3;

  /** What the web shop sells before it is out. */
  static final Set<Integer> NEW_SKUS = Set.of(25, 28);

  private static final List<String> CATEGORIES =
      List.of("Home/Kitchen", "Home/Garden", "Toys", "Books");
  private static final int FIRST_OF_THE_SLOW = 500;

  private final String run;
  private final List<String> stores = new ArrayList<>();
  private final List<String> warehouses = new ArrayList<>();
  private final List<List<Integer>> carried = new ArrayList<>();

  Assortment(DayPlan plan) {
    this.run = plan.run();
    for (int store = 1; store <= STORES; store++) {
      stores.add("%s-S%02d".formatted(run, store));
      carried.add(draw(new Random(plan.seed() * 1_000 + store)));
    }
    for (int warehouse = 1; warehouse <= WAREHOUSES; warehouse++) {
      warehouses.add("%s-W%d".formatted(run, warehouse));
    }
  }

  private static List<Integer> draw(Random chance) {
    List<Integer> skus = new ArrayList<>();
    for (int sku = 0; sku < SCARCE_SKUS; sku++) {
      skus.add(sku);
    }
    while (skus.size() < SKUS_OF_A_STORE) {
      int sku = chance.nextInt(SCARCE_SKUS, SKUS);
      if (!skus.contains(sku)) {
        skus.add(sku);
      }
    }
    return skus;
  }

  List<String> stores() {
    return stores;
  }

  List<String> warehouses() {
    return warehouses;
  }

  String sku(int index) {
    return "%s-%04d".formatted(run, index);
  }

  /** The SKUs of a store by index, the scarce ones first. */
  List<Integer> carriedBy(int store) {
    return carried.get(store);
  }

  Item inStore(int store, int sku) {
    return new Item(stores.get(store), sku(sku));
  }

  Item inWarehouse(int warehouse, int sku) {
    return new Item(warehouses.get(warehouse), sku(sku));
  }

  /** Something that the store carries, in one of three cases something scarce. */
  Item anyInStore(int store, Random chance) {
    List<Integer> skus = carried.get(store);
    int index = chance.nextInt(5) == 0 ? chance.nextInt(SCARCE_SKUS) : chance.nextInt(skus.size());
    return inStore(store, skus.get(index));
  }

  Item anyInWarehouse(int warehouse, Random chance) {
    int sku = chance.nextInt(5) == 0 ? chance.nextInt(SCARCE_SKUS) : chance.nextInt(SKUS);
    return inWarehouse(warehouse, sku);
  }

  boolean isScarce(Item item) {
    return indexOf(item) < SCARCE_SKUS;
  }

  boolean isStore(String location) {
    return stores.contains(location);
  }

  /** A group of locations. */
  String storesGroup() {
    return run + "-stores";
  }

  /** The path of a category, its own in every run. */
  String category(int number) {
    return run + "/" + CATEGORIES.get(number);
  }

  String categoryOf(int sku) {
    return category(sku % CATEGORIES.size());
  }

  boolean isIn(int sku, int category) {
    return sku % CATEGORIES.size() == category;
  }

  boolean isFragile(int sku) {
    return sku % 7 == 0;
  }

  List<String> tagsOf(int sku) {
    List<String> tags = new ArrayList<>();
    if (sku < SCARCE_SKUS) {
      tags.add(SCARCE);
    }
    if (isFragile(sku)) {
      tags.add(FRAGILE);
    }
    return tags;
  }

  /** How fast it moves: A, B or C. */
  String velocityOf(int sku) {
    return sku < SCARCE_SKUS ? "A" : sku < FIRST_OF_THE_SLOW ? "B" : "C";
  }

  int indexOf(Item item) {
    return Integer.parseInt(item.sku().substring(run.length() + 1));
  }
}
