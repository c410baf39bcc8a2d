package io.stockledger.server.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Draws what the staff in the back does: deliveries, returns, counts, corrections. */
final class Hand {
  private static final Shelf[] RETURNED_AS = {
    Shelf.GOOD, Shelf.GOOD, Shelf.GOOD, Shelf.DAMAGED, Shelf.QUARANTINE, Shelf.NON_SELLABLE
  };
  private static final String[] LOSSES = {"SHRINK", "THEFT", "DAMAGE", "MISPICK"};

  /** The first goods come in an hour before the doors open. */
  private static final int OPENING_SECOND = -3_600;

  private final Assortment assortment;
  private final Random chance;
  private final Supplier<Item> anywhere;

  Hand(Assortment assortment, Random chance, Supplier<Item> anywhere) {
    this.assortment = assortment;
    this.chance = chance;
    this.anywhere = anywhere;
  }

  /**
   * A first delivery of each item.
   *
   * @param scarce units of a scarce one, at most
   * @param plenty units of another, at least
   */
  List<Step> opening(List<Item> items, int scarce, int plenty) {
    List<Step> steps = new ArrayList<>();
    for (Item item : items) {
      int units =
          assortment.isScarce(item)
              ? chance.nextInt(1, scarce + 1)
              : plenty + chance.nextInt(plenty);
      steps.add(new Step.Delivery(OPENING_SECOND, item, units));
    }
    return steps;
  }

  Step step(int second) {
    Item item = anywhere.get();
    int draw = chance.nextInt(100);
    if (draw < 25) {
      int units = assortment.isScarce(item) ? chance.nextInt(1, 4) : chance.nextInt(5, 25);
      return new Step.Delivery(second, item, units);
    }
    if (draw < 55) {
      Shelf shelf = RETURNED_AS[chance.nextInt(RETURNED_AS.length)];
      return new Step.Return(second, item, shelf, 1 + chance.nextInt(2), chance.nextInt(20) == 0);
    }
    if (draw < 75) {
      return count(second, item);
    }
    if (draw < 90) {
      return correction(second, item);
    }
    return draw < 93 ? doubt(second, item) : special(second, item);
  }

  private Step doubt(int second, Item item) {
    int difference = chance.nextInt(2) == 0 ? -1 : 1;
    return new Step.Doubt(second, item, 1 + chance.nextInt(3), difference, chance.nextInt(4) == 0);
  }

  private Step count(int second, Item item) {
    int difference = chance.nextInt(3) == 0 ? chance.nextInt(-3, 3) : 0;
    int secondsLate = chance.nextInt(6) == 0 ? chance.nextInt(300, 5_400) : 0;
    return new Step.Count(second, item, 1 + chance.nextInt(3), difference, secondsLate);
  }

  private Step correction(int second, Item item) {
    if (chance.nextInt(3) == 0) {
      return new Step.Adjustment(second, item, Shelf.GOOD, 1 + chance.nextInt(2), "FOUND");
    }
    String reason = LOSSES[chance.nextInt(LOSSES.length)];
    Shelf shelf = chance.nextInt(4) == 0 ? Shelf.DAMAGED : Shelf.GOOD;
    return new Step.Adjustment(second, item, shelf, -1 - chance.nextInt(2), reason);
  }

  private Step special(int second, Item item) {
    return switch (chance.nextInt(3)) {
      case 0 -> new Step.Display(second, item, 1 + chance.nextInt(3));
      case 1 -> new Step.Mistake(second, item, chance.nextInt(10, 100));
      default -> new Step.Inspection(second, item, Shelf.QUARANTINE, Shelf.GOOD, 1);
    };
  }
}
