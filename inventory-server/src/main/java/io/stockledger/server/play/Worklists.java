package io.stockledger.server.play;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.client.Answer;
import io.stockledger.server.client.Call;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Twice a day, while nobody trades, associates count what the worklist of their place says. Each
 * list is kept beside the ledger's data before anything on it is counted, so that a day that was
 * broken off counts the same again. Every list is held against the model: which items, in which
 * order, and why.
 */
final class Worklists {
  /** What a place counts in a round, from the top of its list. */
  private static final int COUNTED = 5;

  /** So much of a list is read for a round. */
  private static final int SHEET = 100;

  private final Desk desk;
  private final DemoFiles files;
  private final Reader reader;
  private final Assortment assortment;
  private final List<String> places;
  private final Findings findings = new Findings("lines of count worklists compared");

  Worklists(Desk desk, DemoFiles files, Assortment assortment) {
    this.desk = desk;
    this.files = files;
    this.reader = new Reader(desk);
    this.assortment = assortment;
    this.places = new ArrayList<>(assortment.stores());
    places.addAll(assortment.warehouses());
  }

  /**
   * A round of every place, each as a task of its own.
   *
   * @param second of the simulated day, at which nobody else does anything
   */
  List<Runnable> round(int second) {
    Map<Item, ItemModel> models = new Judgement(desk.journal()).models();
    List<Runnable> tasks = new ArrayList<>();
    places.forEach(place -> tasks.add(() -> count(place, second, models)));
    return tasks;
  }

  private void count(String place, int second, Map<Item, ItemModel> models) {
    String name = name(place, second);
    JsonNode sheet = files.sheet(name).orElseGet(() -> printed(place, name));
    compare(place, sheet, SHEET, models);
    Random chance = new Random(desk.plan().seed() + name.hashCode());
    int line = 0;
    for (JsonNode row : sheet.path("items")) {
      if (line++ < COUNTED) {
        Item item = new Item(place, row.path("sku").asString());
        ItemModel model = models.getOrDefault(item, new ItemModel());
        count(item, model, second, chance.nextInt(4) == 0 ? chance.nextInt(-2, 3) : 0);
      }
    }
  }

  /** Of all lists of a round. */
  List<String> names(int second) {
    return places.stream().map(place -> name(place, second)).toList();
  }

  private static String name(String place, int second) {
    return place + "-" + second;
  }

  private JsonNode printed(String place, String name) {
    Call call =
        Call.get(path(place, SHEET), desk.bearer(Client.STAFF))
            .atLeast(desk.ledger().highestPosition());
    Answer answer = desk.ledger().send(call);
    if (!answer.accepted()) {
      throw new IllegalStateException("no worklist of " + place + ": " + answer.text());
    }
    files.keepSheet(name, answer.body());
    return answer.body();
  }

  /** What lies there is what the model says of that moment, give or take a difference. */
  private void count(Item item, ItemModel model, int second, int difference) {
    Instant at = desk.plan().at(second);
    long then = model.goodAt(at);
    long today = model.at(Instant.now()).good();
    long counted = Math.max(0, then + Math.max(difference, -today));
    ObjectNode body = object().put("method", "barcode").put("kind", "cycle-count");
    body.putObject("counted").put(Shelf.GOOD.word(), counted);
    Deed deed = new Deed.Counted(Map.of(Shelf.GOOD, counted));
    String key = "worklist:" + second + ":" + item.location() + ":" + item.sku();
    if (desk.stock(Client.STAFF, key, item, "count", body, at, deed, false).accepted()) {
      desk.tally().countedFromWorklist();
    }
  }

  /** At the end of the day, all lists once more. */
  void compare(Judgement judgement) {
    for (String place : places) {
      JsonNode sheet = reader.read(path(place, Reader.PAGE)).body();
      compare(place, sheet, Reader.PAGE, judgement.models());
    }
  }

  private record Line(String sku, Need.Reasons why, String words) {
    boolean counted() {
      return why.countedAt() != null;
    }
  }

  private static final Comparator<Line> ORDER =
      Comparator.comparing(Line::counted)
          .thenComparing(line -> line.why().score(), Comparator.reverseOrder())
          .thenComparing(Line::sku);

  private void compare(String place, JsonNode sheet, int limit, Map<Item, ItemModel> models) {
    Instant asOf = Instant.parse(sheet.path("asOf").asString());
    Instant today = asOf.truncatedTo(ChronoUnit.DAYS);
    List<Line> expected = new ArrayList<>();
    models.forEach(
        (item, model) -> {
          long onHand = model.at(asOf).onHand();
          if (item.location().equals(place) && model.need().isListed(onHand)) {
            Need.Reasons why = model.need().reasons(today, velocityOf(item));
            expected.add(new Line(item.sku(), why, why.words(item.sku(), onHand)));
          }
        });
    expected.sort(ORDER);
    JsonNode rows = sheet.path("items");
    int lines = Math.min(limit, Math.max(expected.size(), rows.size()));
    for (int i = 0; i < lines; i++) {
      findings.compare(
          place + ", line " + (i + 1),
          i < rows.size() ? words(rows.get(i)) : "nothing",
          i < expected.size() ? expected.get(i).words() : "nothing");
    }
  }

  private String velocityOf(Item item) {
    return assortment.velocityOf(assortment.indexOf(item));
  }

  /** In the words of {@link Need.Reasons#words}. */
  private static String words(JsonNode row) {
    JsonNode reasons = row.path("reasons");
    return String.format(
        Locale.ROOT,
        "%s %.1f = %.1f + %.1f + %.1f + %.1f + %.1f, on hand %d, picked %d, open %d, counted %s",
        row.path("sku").asString(),
        row.path("score").asDouble(),
        reasons.path("age").asDouble(),
        reasons.path("variance").asDouble(),
        reasons.path("velocity").asDouble(),
        reasons.path("velocityClass").asDouble(),
        reasons.path("discrepancies").asDouble(),
        row.path("onHand").asLong(),
        row.path("pickedIn30Days").asLong(),
        row.path("openDiscrepancies").asLong(),
        row.path("lastCountedAt").asString("never"));
  }

  private static String path(String place, int limit) {
    return "/v1/count-worklist?location=" + place + "&limit=" + limit;
  }

  Findings findings() {
    return findings;
  }
}
