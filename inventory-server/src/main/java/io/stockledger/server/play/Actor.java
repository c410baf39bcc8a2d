package io.stockledger.server.play;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.client.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plays the script of one actor, a step after the other. What it sends depends on its script and on
 * the answers to its own earlier commands, on nothing else: so a day that was broken off can be
 * played again from its beginning, under the same keys.
 */
final class Actor {
  /** The one feed of totals that a warehouse has. */
  private static final String FEED = "wms";

  private final ActorScript script;
  private final Desk desk;
  private final Orders orders;
  private final Transfers transfers;
  private final Supplies supplies;
  private final Offline offline;
  private final Market market;
  private int step;

  Actor(ActorScript script, Desk desk, Names names, Channels channels, Findings byNames) {
    this.script = script;
    this.desk = desk;
    this.orders = new Orders(script, desk, channels);
    this.transfers = new Transfers(script, desk);
    this.supplies = new Supplies(desk);
    this.offline = new Offline(script, desk);
    this.market = new Market(script, desk, names, orders, byNames);
  }

  void playOpening() {
    play(script.opening());
  }

  void playHalfHour(int halfHour) {
    play(script.halfHours().get(halfHour));
    if (halfHour == DayPlan.HALF_HOURS - 1) {
      orders.settleAll();
    }
  }

  private void play(List<Step> steps) {
    for (Step next : steps) {
      step++;
      play(next);
    }
  }

  private void play(Step next) {
    switch (next) {
      case Step.Delivery d ->
          stock("in", d.item(), "receive", quantity(d.units()), at(d), good(d.units()), false);
      case Step.Sale sale -> sell(sale);
      case Step.Order order -> orders.place(order, key("order"));
      case Step.Return r -> takeBack(r);
      case Step.Count count -> count(count);
      case Step.Adjustment a -> adjust(a);
      case Step.Display display -> display(display);
      case Step.Inspection i -> inspect(i);
      case Step.Mistake mistake -> mistake(mistake);
      case Step.Transfer transfer -> transfers.play(transfer, key("transfer"));
      case Step.Supply supply -> supplies.play(supply, key("supply"));
      case Step.Total total -> total(total);
      case Step.Offline sold -> offline.handIn(sold, key("offline"));
      case Step.Doubt doubt -> doubt(doubt);
      case Step.Foreign foreign -> market.play(foreign, key("market"));
    }
  }

  private void sell(Step.Sale sale) {
    Deed deed = sale.happened() ? new Deed.Sold(sale.units()) : new Deed.Taken(sale.units());
    ObjectNode body = quantity(sale.units());
    if (sale.happened()) {
      body.put("happened", true);
    }
    Instant soldAt = at(sale).minusSeconds(sale.secondsLate());
    stock("sale", sale.item(), "pick", body, soldAt, deed, sale.repeated());
  }

  private void takeBack(Step.Return r) {
    ObjectNode body = quantity(r.units()).put("condition", r.shelf().word());
    Deed deed = new Deed.Moved(r.shelf(), r.units());
    stock("return", r.item(), "return", body, at(r), deed, r.repeated());
  }

  /** What is counted is the book after the delivery, give or take a difference. */
  private void count(Step.Count count) {
    Item item = count.item();
    int units = count.delivered();
    Answer delivered = stock("in", item, "receive", quantity(units), at(count), good(units), false);
    if (!delivered.accepted()) {
      return;
    }
    long book = Standing.of(delivered.body().path("figures")).good();
    long counted = Math.max(0, book + count.difference());
    ObjectNode body = object().put("method", "barcode").put("kind", "cycle-count");
    body.putObject("counted").put(Shelf.GOOD.word(), counted);
    Instant countedAt = at(count).minusSeconds(count.secondsLate());
    Deed deed = new Deed.Counted(Map.of(Shelf.GOOD, counted));
    stock("count", item, "count", body, countedAt, deed, false);
  }

  /** The feed of the place sees the book after the delivery, give or take a difference. */
  private void total(Step.Total total) {
    Item item = total.item();
    int units = total.delivered();
    Answer delivered = stock("in", item, "receive", quantity(units), at(total), good(units), false);
    if (!delivered.accepted()) {
      return;
    }
    long book = Standing.of(delivered.body().path("figures")).good();
    long seen = Math.max(0, book + total.difference());
    Instant observedAt = at(total).minusSeconds(total.secondsLate());
    ObjectNode body =
        quantity(seen)
            .put("source", FEED)
            .put("sequence", step)
            .put("observedAt", observedAt.toString());
    Answer answer = desk.send(Client.WMS, key("total"), item.path() + "/sync", body, false);
    if (answer.accepted()) {
      desk.note(item, observedAt, new Deed.Totalled(FEED, step, seen), answer);
    }
  }

  private void doubt(Step.Doubt doubt) {
    Item item = doubt.item();
    int units = doubt.delivered();
    Answer delivered = stock("in", item, "receive", quantity(units), at(doubt), good(units), false);
    if (!delivered.accepted()) {
      return;
    }
    long book = Standing.of(delivered.body().path("figures")).good();
    String id = desk.plan().run() + "-" + key("doubt").replace(':', '-');
    ObjectNode flag = object().put("discrepancyId", id).put("missing", -doubt.difference());
    Answer flagged =
        stock("doubt", item, "discrepancies", flag, at(doubt), new Deed.Disputed(), false);
    if (!flagged.accepted()) {
      return;
    }
    String resolve = "discrepancies/" + id + "/resolve";
    long counted = Math.max(0, book + doubt.difference());
    ObjectNode body = object().put("method", "barcode");
    body.put("reason", doubt.needsManager() ? "OTHER" : "MISCOUNT");
    body.put("note", "counted twice");
    body.putObject("counted").put(Shelf.GOOD.word(), counted);
    Deed deed = new Deed.Settled(Map.of(Shelf.GOOD, counted), !doubt.needsManager());
    Answer answer = stock("settle", item, resolve, body, at(doubt), deed, false);
    if (answer.accepted() && doubt.needsManager()) {
      Answer closed =
          desk.send(Client.MANAGER, key("close"), item.path() + "/" + resolve, object(), false);
      if (closed.accepted()) {
        desk.note(item, at(doubt), new Deed.Settled(Map.of(), true), closed);
      }
    }
  }

  private void adjust(Step.Adjustment a) {
    ObjectNode body =
        object()
            .put("quantity", a.units())
            .put("condition", a.shelf().word())
            .put("reason", a.reason());
    Deed deed = new Deed.Moved(a.shelf(), a.units());
    stock("adjust", a.item(), "adjust", body, at(a), deed, false);
  }

  private void display(Step.Display display) {
    Item item = display.item();
    int units = display.units();
    ObjectNode body = quantity(units).put("reason", "DISPLAY");
    Answer kept = stock("aside", item, "set-aside", body, at(display), new Deed.Kept(units), false);
    if (kept.accepted() && units > 1) {
      Deed back = new Deed.Kept(1L - units);
      stock("back", item, "put-back", quantity(units - 1), at(display), back, false);
    }
  }

  private void inspect(Step.Inspection i) {
    ObjectNode body = quantity(i.units()).put("from", i.from().word()).put("to", i.to().word());
    Deed deed = new Deed.Turned(i.from(), i.to(), i.units());
    stock("inspect", i.item(), "condition", body, at(i), deed, false);
  }

  private void mistake(Step.Mistake mistake) {
    Item item = mistake.item();
    int units = mistake.units();
    Answer typed = stock("typo", item, "receive", quantity(units), at(mistake), good(units), false);
    if (typed.accepted()) {
      long version = versionOf("stock.received", typed);
      ObjectNode body = object().put("version", version).put("reason", "RECEIVING");
      String key = key("undo");
      Answer undone = desk.send(Client.MANAGER, key, item.path() + "/reverse", body, false);
      if (undone.accepted()) {
        desk.note(item, at(mistake), good(-units), undone);
      }
    }
  }

  /**
   * An answer has the version of its last entry; one that an item has enough again comes behind.
   */
  private static long versionOf(String type, Answer answer) {
    JsonNode events = answer.body().path("events");
    int behind = 0;
    while (behind < events.size()
        && !events.path(events.size() - 1 - behind).asString("").equals(type)) {
      behind++;
    }
    return answer.body().path("version").asLong() - behind;
  }

  private Answer stock(
      String what,
      Item item,
      String verb,
      ObjectNode body,
      Instant occurredAt,
      Deed deed,
      boolean repeated) {
    return desk.stock(script.client(), key(what), item, verb, body, occurredAt, deed, repeated);
  }

  private String key(String what) {
    return script.name() + ":" + step + ":" + what;
  }

  private Instant at(Step next) {
    return desk.plan().at(next.second());
  }

  private static Deed good(long units) {
    return new Deed.Moved(Shelf.GOOD, units);
  }

  private static ObjectNode quantity(long units) {
    return object().put("quantity", units);
  }
}
