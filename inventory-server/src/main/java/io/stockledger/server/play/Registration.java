package io.stockledger.server.play;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.client.Answer;
import io.stockledger.server.client.Call;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the places and goods of the day known, and what other systems call them. */
final class Registration {
  private final Desk desk;
  private final Assortment assortment;
  private final Names names;

  Registration(Desk desk, Assortment assortment, Names names) {
    this.desk = desk;
    this.assortment = assortment;
    this.names = names;
  }

  List<Runnable> placesAndProducts() {
    List<Runnable> tasks = new ArrayList<>();
    assortment.stores().forEach(id -> tasks.add(() -> place(id, "store")));
    assortment.warehouses().forEach(id -> tasks.add(() -> place(id, "warehouse")));
    for (int sku = 0; sku < Assortment.SKUS; sku++) {
      int index = sku;
      tasks.add(() -> product(index));
    }
    return tasks;
  }

  /** What is registered already is called something else by others. */
  List<Runnable> aliases() {
    List<Runnable> tasks = new ArrayList<>();
    assortment.stores().forEach(id -> tasks.add(() -> callPlace(id)));
    assortment.warehouses().forEach(id -> tasks.add(() -> callPlace(id)));
    for (int sku = 0; sku < Names.NAMED_SKUS; sku++) {
      int index = sku;
      tasks.add(() -> callProduct(Names.ERP, index));
      tasks.add(() -> callProduct(Names.SHOP, index));
    }
    return tasks;
  }

  /** Names that another one has already, so that nobody could tell which is meant. */
  List<Runnable> ambiguities() {
    List<Runnable> tasks = new ArrayList<>();
    for (int sku = 1; sku <= 5; sku++) {
      int index = sku;
      tasks.add(() -> callAmbiguously(index));
    }
    return tasks;
  }

  private void place(String id, String kind) {
    ObjectNode body = object().put("name", id).put("kind", kind).put("timeZone", "Europe/Berlin");
    if (kind.equals("store")) {
      body.putArray("groups").add(assortment.storesGroup());
      ArrayNode sources = body.putArray("sources");
      sources.addObject().put("source", "count").put("standsFor", "PT24H");
      sources
          .addObject()
          .put("source", Signs.SOURCE)
          .put("standsFor", "PT1H")
          .put("reportsEvery", Signs.EVERY.toString());
    }
    put("/v1/locations/" + id, id, body);
  }

  private void product(int index) {
    String id = assortment.sku(index);
    String gtin = names.gtin(index);
    ObjectNode body =
        object()
            .put("name", "Article " + id)
            .put("baseUnit", "piece")
            .put("gtin", gtin)
            .put("categoryPath", assortment.categoryOf(index))
            .put("velocityClass", assortment.velocityOf(index));
    ArrayNode tags = body.putArray("tags");
    assortment.tagsOf(index).forEach(tags::add);
    if (put("/v1/products/" + id, id, body)) {
      names.productIsCalled(id, "gtin:" + gtin);
    }
  }

  private boolean put(String path, String id, ObjectNode body) {
    String key = desk.plan().run() + ":register:" + id;
    Call call = Call.put(path, key, body, desk.bearer(Client.OPERATOR));
    Answer answer = desk.ledger().send(call);
    desk.tally().answered(call, answer);
    return answer.accepted();
  }

  private void callPlace(String id) {
    String name = names.ofPlace(id);
    if (call("/v1/locations/" + id, Names.ERP, name, "call:" + id).accepted()) {
      names.placeIsCalled(id, Names.ERP + ":" + name);
    }
  }

  private void callProduct(String source, int index) {
    String id = assortment.sku(index);
    String name = names.ofProduct(source, index);
    if (call("/v1/products/" + id, source, name, "call:" + source + ":" + id).accepted()) {
      names.productIsCalled(id, source + ":" + name);
    }
  }

  private Answer call(String path, String source, String name, String key) {
    return desk.send(Client.OPERATOR, key, path + "/aliases", alias(source, name), false);
  }

  private void callAmbiguously(int index) {
    String path = "/v1/products/" + assortment.sku(index) + "/aliases";
    String taken = names.ofProduct(Names.ERP, index - 1);
    String key = "ambiguous:" + assortment.sku(index);
    desk.sendRefused(Client.OPERATOR, key, path, alias(Names.ERP, taken), "alias-taken");
  }

  private static ObjectNode alias(String source, String name) {
    return object().put("source", source).put("id", name);
  }
}
