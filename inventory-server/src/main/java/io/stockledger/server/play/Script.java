package io.stockledger.server.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * The trading day as it is written before it is played: for each actor what it does and when, drawn
 * from the seed. Nothing here depends on an answer or on a clock.
 */
final class Script {
  private static final int TILLS_OF_A_STORE = 3;
  private static final int WEB_SERVERS = 24;
  private static final int MARKETPLACES = 4;
  private static final int HANDS_OF_A_WAREHOUSE = 8;

  /** An order is reserve, confirm, pick and the like; a dock step is one command or two. */
  private static final double COMMANDS_OF_AN_ORDER = 2.4;

  private static final double COMMANDS_OF_A_DOCK_STEP = 1.4;

  private final DayPlan plan;
  private final Assortment assortment;
  private final Names names;
  private final List<ActorScript> actors = new ArrayList<>();

  Script(DayPlan plan, Assortment assortment, Names names) {
    this.plan = plan;
    this.assortment = assortment;
    this.names = names;
    int opening =
        Assortment.WAREHOUSES * Assortment.SKUS
            + Assortment.STORES * Assortment.SKUS_OF_A_STORE
            + Assortment.SKUS;
    double rest = Math.max(1_000, plan.commands() - opening);
    writeTills(rest * 0.48);
    writeWeb(rest * 0.36 / COMMANDS_OF_AN_ORDER);
    writeMarket(rest * 0.04);
    writeDocks(rest * 0.12 / COMMANDS_OF_A_DOCK_STEP);
  }

  List<ActorScript> actors() {
    return actors;
  }

  private void writeTills(double sales) {
    int each = share(sales, Assortment.STORES * TILLS_OF_A_STORE);
    for (int s = 0; s < Assortment.STORES; s++) {
      int store = s;
      for (int till = 1; till <= TILLS_OF_A_STORE; till++) {
        Random chance = chanceOf("till", store * TILLS_OF_A_STORE + till);
        Shopper shopper = new Shopper(assortment, chance);
        add(
            "till-%02d-%d".formatted(store + 1, till),
            Client.TILL,
            List.of(),
            each,
            second -> shopper.sale(second, store));
      }
    }
  }

  private void writeWeb(double orders) {
    int each = share(orders, WEB_SERVERS);
    for (int server = 1; server <= WEB_SERVERS; server++) {
      Shopper shopper = new Shopper(assortment, chanceOf("web", server));
      add("web-%02d".formatted(server), Client.WEB, List.of(), each, shopper::order);
    }
  }

  private void writeMarket(double commands) {
    int each = share(commands, MARKETPLACES);
    for (int market = 1; market <= MARKETPLACES; market++) {
      Trader trader = new Trader(assortment, names, chanceOf("market", market));
      add("market-%d".formatted(market), Client.WEB, List.of(), each, trader::step);
    }
  }

  private void writeDocks(double steps) {
    int hands = Assortment.STORES + Assortment.WAREHOUSES * HANDS_OF_A_WAREHOUSE;
    int each = share(steps, hands);
    for (int s = 0; s < Assortment.STORES; s++) {
      int store = s;
      Random chance = chanceOf("dock", store);
      Hand hand = new Hand(assortment, chance, () -> assortment.anyInStore(store, chance));
      List<Item> items =
          assortment.carriedBy(store).stream().map(sku -> assortment.inStore(store, sku)).toList();
      add(
          "dock-%02d".formatted(store + 1),
          Client.STAFF,
          hand.opening(items, 2, 30),
          each,
          hand::step);
    }
    for (int w = 0; w < Assortment.WAREHOUSES; w++) {
      for (int h = 0; h < HANDS_OF_A_WAREHOUSE; h++) {
        writeHandOfWarehouse(w, h, each);
      }
    }
  }

  private void writeHandOfWarehouse(int warehouse, int number, int each) {
    Random chance = chanceOf("hand", warehouse * HANDS_OF_A_WAREHOUSE + number);
    Hand hand = new Hand(assortment, chance, () -> assortment.anyInWarehouse(warehouse, chance));
    List<Item> items = new ArrayList<>();
    for (int sku = number; sku < Assortment.SKUS; sku += HANDS_OF_A_WAREHOUSE) {
      items.add(assortment.inWarehouse(warehouse, sku));
    }
    Keeper keeper = new Keeper(assortment, chance, items);
    add(
        "hand-%d-%d".formatted(warehouse + 1, number + 1),
        Client.STAFF,
        hand.opening(items, 12, 60),
        each,
        second -> chance.nextInt(3) == 0 ? keeper.step(second) : hand.step(second));
  }

  private void add(
      String name, Client client, List<Step> opening, int each, IntFunction<Step> next) {
    List<List<Step>> halfHours = new ArrayList<>();
    for (int halfHour = 0; halfHour < DayPlan.HALF_HOURS; halfHour++) {
      List<Step> steps = new ArrayList<>(each);
      for (int i = 0; i < each; i++) {
        int within = DayPlan.SECONDS_OF_HALF_HOUR * i / each;
        steps.add(next.apply(halfHour * DayPlan.SECONDS_OF_HALF_HOUR + within));
      }
      halfHours.add(steps);
    }
    actors.add(new ActorScript(name, client, opening, halfHours));
  }

  private static int share(double steps, int actors) {
    return Math.max(1, (int) Math.round(steps / actors / DayPlan.HALF_HOURS));
  }

  private Random chanceOf(String kind, int number) {
    return new Random(plan.seed() * 1_000_003 + kind.hashCode() * 1_009L + number);
  }
}
