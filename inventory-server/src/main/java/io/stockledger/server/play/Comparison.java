package io.stockledger.server.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Reads the ledger's lists to their ends and holds them against the model. */
final class Comparison {
  private static final int SHOWN = 20;

  private final Desk desk;
  private final Reader reader;
  private final List<String> locations;
  private final List<String> differences = new ArrayList<>();
  private long itemsThatDiffer;
  private long itemsCompared;
  private long entries;
  private final Set<String> keys = new HashSet<>();

  Comparison(Desk desk, Assortment assortment) {
    this.desk = desk;
    this.reader = new Reader(desk);
    this.locations = new ArrayList<>(assortment.stores());
    locations.addAll(assortment.warehouses());
  }

  /** Every item's figures, physical and promised, against the model. */
  void compareFigures(Judgement judgement) {
    Map<Item, List<JsonNode>> rows = new HashMap<>();
    Consumer<JsonNode> collect =
        row -> rows.computeIfAbsent(itemOf(row), i -> new ArrayList<>()).add(row);
    for (String location : locations) {
      reader.readAll("/v1/on-hand?location=" + location + "&limit=" + Reader.PAGE, collect);
      reader.readAll("/v1/available?location=" + location + "&limit=" + Reader.PAGE, collect);
    }
    Instant now = Instant.now();
    judgement
        .models()
        .forEach((item, model) -> compare(item, model.at(now), rows.getOrDefault(item, List.of())));
    rows.keySet().removeAll(judgement.models().keySet());
    rows.keySet().forEach(item -> differ(item + " is in the ledger and not in the model"));
  }

  private void compare(Item item, Standing model, List<JsonNode> rows) {
    itemsCompared++;
    List<String> found = new ArrayList<>();
    if (rows.size() != 2) {
      found.add("is in %d of 2 lists".formatted(rows.size()));
    }
    rows.forEach(row -> found.addAll(model.differencesFrom(row)));
    if (!found.isEmpty()) {
      differ(item + ": " + String.join("; ", found));
    }
  }

  /**
   * Reads the ledger from a position on and counts this day's entries and their commands.
   *
   * @param others hears every entry too
   */
  void countCommands(long after, Consumer<JsonNode> others) {
    String prefix = "stock:" + desk.plan().run() + "-";
    String mine = desk.plan().run() + ":";
    reader.readLedger(
        after,
        entry -> {
          others.accept(entry);
          String key = entry.path("metadata").path("key").asString("");
          if (entry.path("stream").asString("").startsWith(prefix)) {
            entries++;
            if (key.startsWith(mine)) {
              keys.add(key);
            }
          }
        });
  }

  private static Item itemOf(JsonNode row) {
    return new Item(row.path("location").asString(), row.path("sku").asString());
  }

  private void differ(String what) {
    itemsThatDiffer++;
    if (differences.size() < SHOWN) {
      differences.add(what);
    }
  }

  long itemsCompared() {
    return itemsCompared;
  }

  long itemsThatDiffer() {
    return itemsThatDiffer;
  }

  /** Entries of the day's items. */
  long entries() {
    return entries;
  }

  /** Different commands of the day that entries of its items name. */
  long commands() {
    return keys.size();
  }

  /** The first differences, one sentence each. */
  List<String> differences() {
    return differences;
  }
}
