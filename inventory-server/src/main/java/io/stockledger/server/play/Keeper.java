package io.stockledger.server.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws what only a warehouse does: it sends to stores, is sent to by suppliers, and has a feed
 * that says now and then what it sees. All of it on the items that one hand keeps.
 */
final class Keeper {
  private static final Step.Course[] COURSES = {
    Step.Course.WHOLE,
    Step.Course.WHOLE,
    Step.Course.IN_PARTS,
    Step.Course.IN_PARTS,
    Step.Course.SHORT,
    Step.Course.STREET,
    Step.Course.CANCELLED,
    Step.Course.CLOSED
  };

  /** So many of the items of a hand, the first ones, are scarce. */
  private static final int SCARCE = 3;

  private final Assortment assortment;
  private final Random chance;
  private final List<Item> items;

  Keeper(Assortment assortment, Random chance, List<Item> items) {
    this.assortment = assortment;
    this.chance = chance;
    this.items = items;
  }

  Step step(int second) {
    return switch (chance.nextInt(5)) {
      case 0, 1 -> transfer(second);
      case 2, 3 -> supply(second);
      default -> total(second);
    };
  }

  private Step transfer(int second) {
    int store = chance.nextInt(Assortment.STORES);
    List<Step.Line> lines = new ArrayList<>();
    int wanted = 1 + chance.nextInt(3);
    for (Item item : items) {
      if (lines.size() < wanted && chance.nextInt(20) == 0 && isCarried(store, item)) {
        lines.add(new Step.Line(item, 1 + chance.nextInt(6)));
      }
    }
    return lines.isEmpty()
        ? supply(second)
        : new Step.Transfer(
            second, assortment.stores().get(store), lines, COURSES[chance.nextInt(COURSES.length)]);
  }

  private boolean isCarried(int store, Item item) {
    return assortment.carriedBy(store).stream()
        .anyMatch(sku -> assortment.sku(sku).equals(item.sku()));
  }

  private Step supply(int second) {
    List<Step.Line> lines = new ArrayList<>();
    int from = chance.nextInt(chance.nextInt(3) == 0 ? SCARCE : items.size() - 2);
    int wanted = 1 + chance.nextInt(2);
    for (int i = 0; i < wanted; i++) {
      lines.add(new Step.Line(items.get(from + i), 2 + chance.nextInt(12)));
    }
    Step.Coming[] comings = Step.Coming.values();
    return new Step.Supply(second, lines, comings[chance.nextInt(comings.length)]);
  }

  private Step total(int second) {
    Item item = items.get(chance.nextInt(items.size()));
    int difference = chance.nextInt(2) == 0 ? chance.nextInt(-3, 3) : 0;
    int secondsLate = chance.nextInt(4) == 0 ? chance.nextInt(300, 3_000) : 0;
    return new Step.Total(second, item, 1 + chance.nextInt(3), difference, secondsLate);
  }
}
