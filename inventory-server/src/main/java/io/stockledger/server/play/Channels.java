package io.stockledger.server.play;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.client.Call;
import io.stockledger.server.play.Terms.Buffer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The channels of the day: the rules as they are put, and beside them what they come to for every
 * item, written down by hand. The model never looks for the most specific rule.
 */
final class Channels {
  /** How long a promise of the web shop on a warehouse lasts that names no end. */
  static final Duration WINDOW = Duration.ofSeconds(20);

  static final Duration FRESH_FOR = Duration.ofSeconds(24);
  static final Duration FALLBACK_AFTER = Duration.ofSeconds(36);

  private static final int DAYS_OF_BACKORDER = 14;
  private static final int DAYS_OF_MARKETS_BACKORDER = 21;
  private static final int DAYS_OF_PRE_ORDER = 30;

  private static final long BACKORDER = 6;
  private static final long MARKETS_BACKORDER = 4;
  private static final long PRE_ORDER = 12;

  private final Desk desk;
  private final DayPlan plan;
  private final Assortment assortment;

  Channels(Desk desk, Assortment assortment) {
    this.desk = desk;
    this.plan = desk.plan();
    this.assortment = assortment;
  }

  /** The channels themselves. */
  List<Runnable> channels() {
    return List.of(
        () -> put(Outlet.WEB, object().put("name", "Web shop")),
        () -> put(Outlet.MARKET, object().put("name", "Marketplace")),
        () -> {
          ObjectNode app = object().put("name", "App");
          app.putArray("locations").add(assortment.storesGroup());
          put(Outlet.APP, app);
        });
  }

  private void put(Outlet outlet, ObjectNode body) {
    send(outlet.path(plan), "channel:" + outlet.word(), body);
  }

  /** Their rules, each channel's in its turn. */
  List<Runnable> rules() {
    return List.of(this::rulesOfWeb, this::rulesOfMarket, this::rulesOfApp);
  }

  private void rulesOfWeb() {
    ObjectNode stores = rule("locationKind", "store");
    stores.putObject("buffer").put("units", 1);
    stores.putObject("exposure").put("shown", "banded").put("onlyLeft", 2).put("limited", 8);
    rule(Outlet.WEB, "stores", stores);

    ObjectNode warehouses = rule("locationKind", "warehouse").put("pickup", false);
    warehouses.putObject("exposure").put("shown", "exact").put("onlyLeft", 3);
    rule(Outlet.WEB, "warehouses", warehouses.put("reservationWindow", WINDOW.toString()));

    ObjectNode fast = rule("velocityClass", "A");
    fast.withObject("/scope").put("locationKind", "store");
    fast.putObject("buffer").put("units", 2);
    rule(Outlet.WEB, "fast", fast);

    ObjectNode garden = rule("category", assortment.category(Assortment.GARDEN));
    garden.putObject("exposure").put("shown", "exact").put("limited", 5);
    rule(Outlet.WEB, "garden", garden);

    ObjectNode flagship = rule("location", assortment.stores().getFirst());
    flagship.putObject("buffer").put("units", 0);
    rule(Outlet.WEB, "flagship", flagship);

    ObjectNode wanted = rule("tag", Assortment.SCARCE);
    wanted.withObject("/scope").put("locationKind", "warehouse");
    wanted
        .putObject("backorder")
        .put("units", BACKORDER)
        .put("promisedOn", day(DAYS_OF_BACKORDER).toString());
    rule(Outlet.WEB, "wanted", wanted);

    ObjectNode announced = rule("category", assortment.category(Assortment.BOOKS));
    announced.withObject("/scope").put("location", assortment.warehouses().getFirst());
    announced.putObject("backorder").put("againstExpected", true);
    rule(Outlet.WEB, "announced", announced);

    for (int sku : Assortment.NEW_SKUS) {
      ObjectNode fresh = rule("sku", assortment.sku(sku));
      fresh
          .putObject("preOrder")
          .put("units", PRE_ORDER)
          .put("availableOn", day(DAYS_OF_PRE_ORDER).toString());
      rule(Outlet.WEB, "new-" + sku, fresh);
    }
  }

  private void rulesOfMarket() {
    ObjectNode all = object().put("listingCap", 5);
    all.putObject("buffer").put("perCent", 10).put("least", 1).put("most", 3);
    rule(Outlet.MARKET, "all", all);

    ObjectNode fragile = rule("tag", Assortment.FRAGILE);
    fragile.putObject("exposure").put("shown", "none");
    rule(Outlet.MARKET, "fragile", fragile);

    ObjectNode few = rule("velocityClass", "A");
    few.putObject("exposure").put("shown", "exact").put("hideAtOrBelow", 1);
    few.putObject("backorder")
        .put("units", MARKETS_BACKORDER)
        .put("promisedOn", day(DAYS_OF_MARKETS_BACKORDER).toString());
    rule(Outlet.MARKET, "few", few);

    ObjectNode kitchen = rule("category", assortment.category(Assortment.KITCHEN));
    rule(Outlet.MARKET, "kitchen", kitchen.put("listingCap", 3));
  }

  private void rulesOfApp() {
    ObjectNode all =
        object()
            .put("freshFor", FRESH_FOR.toString())
            .put("fallbackAfter", FALLBACK_AFTER.toString())
            .put("fallback", "temporarily-unavailable");
    all.putObject("exposure").put("shown", "exact").put("onlyLeft", 1);
    rule(Outlet.APP, "all", all);

    ObjectNode toys = rule("category", assortment.category(Assortment.TOYS));
    toys.putObject("buffer").put("perCent", 20).put("most", 6);
    rule(Outlet.APP, "toys", toys);

    ObjectNode second = rule("location", assortment.stores().get(1));
    rule(Outlet.APP, "second", second.put("listingCap", 4));
  }

  private static ObjectNode rule(String field, String value) {
    ObjectNode rule = object();
    rule.putObject("scope").put(field, value);
    return rule;
  }

  private void rule(Outlet outlet, String name, ObjectNode body) {
    String path = outlet.path(plan) + "/rules/" + name;
    send(path, "rule:" + outlet.word() + ":" + name, body);
  }

  private void send(String path, String key, ObjectNode body) {
    Call call = Call.put(path, plan.run() + ":" + key, body, desk.bearer(Client.MANAGER));
    desk.tally().answered(call, desk.ledger().send(call));
  }

  private LocalDate day(int days) {
    return LocalDate.ofInstant(plan.opensAt(), ZoneOffset.UTC).plusDays(days);
  }

  /** Whether it is sold before it is out. */
  boolean isPreOrdered(Outlet outlet, Item item) {
    return outlet == Outlet.WEB && Assortment.NEW_SKUS.contains(assortment.indexOf(item));
  }

  /** What the rules come to for an item. */
  Terms of(Outlet outlet, Item item) {
    return switch (outlet) {
      case WEB -> ofWeb(item);
      case MARKET -> ofMarket(item);
      case APP -> ofApp(item);
    };
  }

  private Terms ofWeb(Item item) {
    int sku = assortment.indexOf(item);
    boolean store = assortment.isStore(item.location());
    boolean garden = assortment.isIn(sku, Assortment.GARDEN);
    boolean scarce = assortment.isScarce(item);
    boolean announced =
        assortment.isIn(sku, Assortment.BOOKS)
            && item.location().equals(assortment.warehouses().getFirst());
    boolean wanted = scarce && !store && !announced;
    boolean early = Assortment.NEW_SKUS.contains(sku);
    long buffer = 0;
    if (store && !item.location().equals(assortment.stores().getFirst())) {
      buffer = scarce ? 2 : 1;
    }
    return new Terms(
        true,
        garden || !store,
        garden ? 0 : store ? 2 : 3,
        garden ? 5 : store ? 8 : 0,
        0,
        Buffer.fixed(buffer),
        Long.MAX_VALUE,
        wanted ? BACKORDER : 0,
        announced,
        wanted ? day(DAYS_OF_BACKORDER) : null,
        early ? PRE_ORDER : 0,
        early ? day(DAYS_OF_PRE_ORDER) : null,
        store,
        null,
        null);
  }

  private Terms ofMarket(Item item) {
    int sku = assortment.indexOf(item);
    boolean scarce = assortment.isScarce(item);
    return new Terms(
        !assortment.isFragile(sku),
        true,
        0,
        0,
        scarce ? 1 : 0,
        new Buffer(0, 10, 1, 3),
        assortment.isIn(sku, Assortment.KITCHEN) ? 3 : 5,
        scarce ? MARKETS_BACKORDER : 0,
        false,
        scarce ? day(DAYS_OF_MARKETS_BACKORDER) : null,
        0,
        null,
        true,
        null,
        null);
  }

  private Terms ofApp(Item item) {
    boolean toys = assortment.isIn(assortment.indexOf(item), Assortment.TOYS);
    boolean second = item.location().equals(assortment.stores().get(1));
    return new Terms(
        assortment.isStore(item.location()),
        true,
        1,
        0,
        0,
        toys ? new Buffer(0, 20, 0, 6) : Buffer.fixed(0),
        second ? 4 : Long.MAX_VALUE,
        0,
        false,
        null,
        0,
        null,
        true,
        FRESH_FOR,
        FALLBACK_AFTER);
  }

  /** How long a promise that names no end lasts; absent for ever. */
  @Nullable Duration window(Outlet outlet, Item item) {
    return outlet == Outlet.WEB && !assortment.isStore(item.location()) ? WINDOW : null;
  }
}
