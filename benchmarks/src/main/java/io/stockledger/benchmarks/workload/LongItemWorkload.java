package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.stage.LaidHistory;
import io.stockledger.benchmarks.stage.Stage;
import io.stockledger.benchmarks.stage.StockledgerSide;
import io.stockledger.benchmarks.traffic.Shelf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the first command costs after a start: on an item with a short past, with a very long one,
 * and with very many open reservations. Each is loaded once before, so that there is a snapshot;
 * what that took is told apart.
 */
public final class LongItemWorkload implements Workload {
  private static final long QUANTITY = 1_000_000;
  private static final int SHORT = 1_000;
  private static final int WARMING_WRITES = 500;
  private static final int WRITES_FOR_A_SNAPSHOT = 3;
  private static final String WARM = "WARM";

  /**
   * @param key names its commands and its figures
   * @param version that it has
   */
  private record Item(String key, String sku, long version) {}

  @Override
  public String name() {
    return "long-item";
  }

  @Override
  public String purpose() {
    return "the first command after a start, on items with a short and with a very long past";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.of("events", 1_000_000, "of the long item; the short one has " + SHORT),
        Option.of("reservations", 100_000, "open on the busy item"),
        Option.of("starts", 5, "of the server, of which the median counts"));
  }

  @Override
  public Outcome run(Options options) throws Exception {
    List<Item> items =
        List.of(
            new Item("short", "SHORT", SHORT),
            new Item("long", "LONG", options.number("events")),
            new Item("busy", "BUSY", options.number("reservations") + 1L));
    SequencedMap<String, Object> figures = new LinkedHashMap<>();
    boolean verified = true;
    try (Stage stage = Stage.open()) {
      StockledgerSide side = StockledgerSide.start(stage);
      LaidHistory history = LaidHistory.on(side, QUANTITY);
      history.layReceipts(WARM, 1);
      history.layReceipts("SHORT", SHORT);
      history.layReceipts("LONG", options.number("events"));
      history.layReservations("BUSY", options.number("reservations"));
      side.restart();
      warmUp(side, "first");
      for (Item item : items) {
        figures.put(item.key() + "WithoutSnapshotMs", write(side, item, "first", 1).millis());
        for (int i = 2; i <= WRITES_FOR_A_SNAPSHOT; i++) {
          write(side, item, "first", i);
        }
      }
      side.settle();
      SequencedMap<String, List<Double>> millis = new LinkedHashMap<>();
      List<Double> starts = new ArrayList<>();
      for (int start = 1; start <= options.number("starts"); start++) {
        long from = System.nanoTime();
        side.restart();
        starts.add((System.nanoTime() - from) / 1e9);
        warmUp(side, "start-" + start);
        for (Item item : items) {
          Written written = write(side, item, "start-" + start, 1);
          verified &= written.version() == item.version() + WRITES_FOR_A_SNAPSHOT + start;
          millis.computeIfAbsent(item.key(), key -> new ArrayList<>()).add(written.millis());
        }
        System.out.printf("start %d: %.1f s, then %s ms%n", start, starts.getLast(), millis);
      }
      figures.put("startSeconds", Median.of(starts));
      millis.forEach((key, values) -> figures.put(key + "Ms", Median.of(values)));
      SequencedMap<String, Double> ratios = new LinkedHashMap<>();
      double ofShort = Median.of(millis.getOrDefault("short", List.of(Double.NaN)));
      millis.forEach(
          (key, values) -> {
            if (!key.equals("short")) {
              ratios.put(key, Median.of(values) / ofShort);
            }
          });
      return new Outcome(figures, ratios, verified);
    }
  }

  /** What is new to the JVM is not to be charged to the first item. */
  private static void warmUp(StockledgerSide side, String run)
      throws IOException, InterruptedException {
    Item warm = new Item("warm", WARM, 1);
    for (int i = 0; i < WARMING_WRITES; i++) {
      write(side, warm, run, i);
    }
  }

  private record Written(double millis, long version) {}

  private static Written write(StockledgerSide side, Item item, String run, int number)
      throws IOException, InterruptedException {
    long from = System.nanoTime();
    String answer =
        side.write(
            "POST",
            "stock/" + Shelf.LOCATION + "/" + item.sku() + "/receive",
            item.key() + "-" + run + "-" + number,
            "{\"quantity\":1}");
    double millis = (System.nanoTime() - from) / 1e6;
    JsonNode written = JsonMapper.shared().readTree(answer);
    return new Written(millis, written.required("version").asLong());
  }
}
