package io.stockledger.server.play;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.client.Answer;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plays what a marketplace sends, which knows places and goods by other names than the ledger.
 * Which item it meant the model looks up in the demo's own directory.
 */
final class Market {
  private static final String RETURNED_AS = Shelf.QUARANTINE.word();

  private final ActorScript script;
  private final Desk desk;
  private final Names names;
  private final Orders orders;
  private final Findings findings;

  Market(ActorScript script, Desk desk, Names names, Orders orders, Findings findings) {
    this.script = script;
    this.orders = orders;
    this.desk = desk;
    this.names = names;
    this.findings = findings;
  }

  void play(Step.Foreign step, String key) {
    Item item = names.item(step.place(), step.product());
    if (item == null) {
      desk.sendRefused(
          script.client(), key, path(step) + "/receive", quantity(step), "unknown-alias");
      return;
    }
    switch (step.doing()) {
      case SALE -> one(step, item, key, "pick", new Deed.Taken(step.units()));
      case RETURN -> one(step, item, key, "return", new Deed.Moved(Shelf.QUARANTINE, step.units()));
      case ORDER -> order(step, item, key);
      case MANY -> many(step, item, key);
    }
  }

  private void one(Step.Foreign step, Item item, String key, String verb, Deed deed) {
    ObjectNode body = quantity(step);
    if (verb.equals("return")) {
      body.put("condition", RETURNED_AS);
    }
    Instant at = desk.plan().at(step.second());
    body.put("occurredAt", at.toString());
    Answer answer = desk.send(script.client(), key, path(step) + "/" + verb, body, false);
    if (answer.accepted()) {
      note(item, at, deed, answer.body());
    }
  }

  /** Names stand in the body; a promise without end, which is kept like that of any other shop. */
  private void order(Step.Foreign step, Item item, String key) {
    String reservation = desk.plan().run() + "-" + key.replace(':', '-');
    ObjectNode body = object().put("reservationId", reservation);
    ObjectNode line = body.putArray("lines").addObject();
    line.put("line", "1")
        .put("location", step.place())
        .put("sku", step.product())
        .put("quantity", step.units());
    List<Step.Line> wanted = List.of(new Step.Line(item, step.units()));
    Answer answer =
        desk.promise(script.client(), key, "/v1/reservations", body, false, Outlet.MARKET, wanted);
    if (answer.accepted() && isMeant(item, answer.body())) {
      Instant recordedAt = Instant.parse(answer.body().path("recordedAt").asString());
      desk.notePromise(item, recordedAt, reservation, step.units(), null, Outlet.MARKET, answer);
      orders.keep(
          new Step.Order(step.second(), Outlet.MARKET, wanted, Step.Fate.PICKUP, false),
          key,
          reservation,
          answer);
    }
  }

  /** A receipt and a return in one request, each for itself. */
  private void many(Step.Foreign step, Item item, String key) {
    Instant at = desk.plan().at(step.second());
    ArrayNode elements = object().putArray("commands");
    elements.add(element(step, "receive", at));
    elements.add(element(step, "return", at).put("condition", RETURNED_AS));
    Answer answer = desk.sendMany(script.client(), key, elements);
    List<Deed> deeds =
        List.of(
            new Deed.Moved(Shelf.GOOD, step.units()),
            new Deed.Moved(Shelf.QUARANTINE, step.units()));
    for (JsonNode one : answer.body().path("items")) {
      if (one.has("answer")) {
        desk.tally().recordedOnItems();
        note(item, at, deeds.get(one.path("index").asInt()), one.path("answer"));
      } else {
        desk.tally().fault("one of many was refused: " + one);
      }
    }
  }

  private static ObjectNode element(Step.Foreign step, String type, Instant at) {
    return quantity(step)
        .put("type", type)
        .put("location", step.place())
        .put("sku", step.product())
        .put("occurredAt", at.toString());
  }

  /** The ledger must have meant the same item; only then is there something to note. */
  private void note(Item item, Instant at, Deed deed, JsonNode entry) {
    if (isMeant(item, entry)) {
      desk.journal().note(item, at, deed, entry);
    }
  }

  private boolean isMeant(Item item, JsonNode entry) {
    Item answered = new Item(entry.path("location").asString(""), entry.path("sku").asString(""));
    findings.compare("a command by names of others", answered, item);
    return answered.equals(item);
  }

  private static String path(Step.Foreign step) {
    return "/v1/stock/" + Names.inAddress(step.place()) + "/" + Names.inAddress(step.product());
  }

  private static ObjectNode quantity(Step.Foreign step) {
    return object().put("quantity", step.units());
  }
}
