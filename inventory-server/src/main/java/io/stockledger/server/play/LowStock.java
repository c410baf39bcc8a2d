package io.stockledger.server.play;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.client.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is low for the items of the day: a rule on the scarcest SKUs wherever they are, one on all
 * of the first store, and thresholds that some items of warehouses and stores have of their own.
 *
 * <p>Where promises run out by themselves, in the warehouses, an item has enough again one unit
 * above what is low: whether it is low depends on what is available and on nothing else. In the
 * stores promises have no end, so that what was low before is known, too.
 */
final class LowStock {
  private static final Threshold SCARCE = new Threshold(3, 4);
  private static final Threshold FIRST_STORE = new Threshold(30, 36);
  private static final Threshold OWN_OF_WAREHOUSE = new Threshold(70, 71);
  private static final Threshold OWN_OF_STORE = new Threshold(31, 34);
  private static final String NOT_LOW = "not low";
  private static final int RULED_SKUS = 10;
  private static final int OWN_THRESHOLDS = 20;

  /** The ledger sets 200 thresholds in a second. */
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final Desk desk;
  private final Assortment assortment;
  private final Reader reader;
  private final Map<Item, Threshold> own = new HashMap<>();
  private final Findings progress = new Findings("rules on low stock compared with the model");
  private final Findings items = new Findings("items with a threshold compared with the model");
  private long low;

  LowStock(Desk desk, Assortment assortment) {
    this.desk = desk;
    this.assortment = assortment;
    this.reader = new Reader(desk);
    for (int i = 0; i < OWN_THRESHOLDS; i++) {
      own.put(assortment.inWarehouse(i % 2, Assortment.SCARCE_SKUS + i), OWN_OF_WAREHOUSE);
      int sku = assortment.carriedBy(0).get(Assortment.SCARCE_SKUS + i);
      own.put(assortment.inStore(0, sku), OWN_OF_STORE);
    }
  }

  void putRules() {
    ObjectNode scarce = object();
    ArrayNode skus = scarce.putArray("skus");
    for (int sku = 0; sku < RULED_SKUS; sku++) {
      skus.add(assortment.sku(sku));
    }
    putRule("scarce", scarce.put("low", SCARCE.low()));
    putRule("first-store", withFigures(object().put("location", firstStore()), FIRST_STORE));
  }

  private void putRule(String name, ObjectNode body) {
    String path = "/v1/low-stock-rules/" + desk.plan().run() + "-" + name;
    put("rule:" + name, path, body);
  }

  /** Before anybody trades: what was low before is known from there on. */
  void awaitThresholds() {
    long scarce = (long) RULED_SKUS * (Assortment.STORES + Assortment.WAREHOUSES);
    await("scarce", scarce, scarce);
    await("first-store", Assortment.SKUS_OF_A_STORE, Assortment.SKUS_OF_A_STORE - RULED_SKUS);
  }

  private void await(String rule, long matched, long applied) {
    if (!Patience.until(
        () -> {
          JsonNode now = progress(rule);
          return now.path("matched").asLong() == matched && now.path("waiting").asLong() == 0;
        },
        LONGEST)) {
      desk.tally().fault("rule " + rule + " is not carried out: " + progress(rule));
    }
    JsonNode now = progress(rule);
    long kept = now.path("applied").asLong() + now.path("own").asLong();
    progress.compare("rule " + rule + ", items it counts for", kept, applied);
  }

  private JsonNode progress(String rule) {
    String path = "/v1/low-stock-rules/" + desk.plan().run() + "-" + rule;
    return reader.read(path).body().path("progress");
  }

  /** After the rules: what an item says of itself goes before them. */
  List<Runnable> ownThresholds() {
    List<Runnable> tasks = new ArrayList<>();
    own.forEach(
        (item, threshold) ->
            tasks.add(
                () ->
                    put(
                        "low:" + item.location() + ":" + item.sku(),
                        item.path() + "/low-stock",
                        withFigures(object(), threshold))));
    return tasks;
  }

  private static ObjectNode withFigures(ObjectNode body, Threshold threshold) {
    return body.put("low", threshold.low()).put("restored", threshold.restored());
  }

  private void put(String key, String path, ObjectNode body) {
    String whole = desk.plan().run() + ":" + key;
    Call call = Call.put(path, whole, body, desk.bearer(Client.MANAGER));
    desk.tally().answered(call, desk.ledger().send(call));
  }

  /** What is low for an item, by the plan; nothing where nothing is. */
  @Nullable Threshold of(Item item) {
    Threshold itsOwn = own.get(item);
    if (itsOwn != null) {
      return itsOwn;
    }
    if (assortment.indexOf(item) < RULED_SKUS) {
      return SCARCE;
    }
    return item.location().equals(firstStore()) ? FIRST_STORE : null;
  }

  private String firstStore() {
    return assortment.stores().getFirst();
  }

  /** Exactly those items are low that the model says are, each with its figures. */
  void compare(Judgement judgement) {
    Map<String, String> listed = listed();
    Instant now = Instant.now();
    judgement
        .models()
        .forEach(
            (item, model) -> {
              String modelled = said(of(item), judgement.wasLow(item), model.at(now).available());
              String said = listed.remove(item.toString());
              if (of(item) != null || said != null) {
                items.compare(item.toString(), said == null ? NOT_LOW : said, modelled);
              }
              low += modelled.equals(NOT_LOW) ? 0 : 1;
            });
    listed.forEach((item, as) -> items.compare(item, as, NOT_LOW));
    items.tell("low at the end", low);
  }

  private Map<String, String> listed() {
    List<String> places = new ArrayList<>(assortment.stores());
    places.addAll(assortment.warehouses());
    String path = "/v1/low-stock?location=" + String.join("&location=", places);
    Map<String, String> listed = new TreeMap<>();
    reader.readAll(
        path + "&limit=" + Reader.PAGE,
        row ->
            listed.put(
                row.path("location").asString() + "/" + row.path("sku").asString(),
                words(
                    row.path("available").asLong(),
                    row.path("low").asLong(),
                    row.path("restored").asLong())));
    return listed;
  }

  private static String said(@Nullable Threshold threshold, boolean wasLow, long available) {
    return threshold != null && threshold.isLow(wasLow, available)
        ? words(available, threshold.low(), threshold.restored())
        : NOT_LOW;
  }

  private static String words(long available, long low, long restored) {
    return "%d available, low at %d, enough at %d".formatted(available, low, restored);
  }

  Findings progress() {
    return progress;
  }

  Findings items() {
    return items;
  }
}
