package io.stockledger.server.play;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The figures of an item at one moment, in base units. */
record Standing(
    long good,
    long damaged,
    long quarantine,
    long nonSellable,
    long pending,
    long allocated,
    long setAside,
    long inTransit,
    long expected,
    long backordered) {
  static final Standing NOTHING = new Standing(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** With nothing that was promised beyond what is there. */
  Standing(
      long good,
      long damaged,
      long quarantine,
      long nonSellable,
      long pending,
      long allocated,
      long setAside,
      long inTransit,
      long expected) {
    this(
        good,
        damaged,
        quarantine,
        nonSellable,
        pending,
        allocated,
        setAside,
        inTransit,
        expected,
        0);
  }

  long onHand() {
    return good + damaged + quarantine + nonSellable;
  }

  long reserved() {
    return pending + allocated;
  }

  long available() {
    return Math.max(0, good - reserved() - setAside);
  }

  long uncovered() {
    return Math.max(0, reserved() + setAside - good);
  }

  /**
   * Where an answer's figures, derived ones included, differ from these: one sentence each. A
   * figure that the answer does not have is not compared.
   */
  List<String> differencesFrom(JsonNode figures) {
    List<String> differences = new ArrayList<>();
    compare("good", good, figures, differences);
    compare("damaged", damaged, figures, differences);
    compare("quarantine", quarantine, figures, differences);
    compare("nonSellable", nonSellable, figures, differences);
    compare("onHand", onHand(), figures, differences);
    compare("pending", pending, figures, differences);
    compare("allocated", allocated, figures, differences);
    compare("reserved", reserved(), figures, differences);
    compare("setAside", setAside, figures, differences);
    compare("available", available(), figures, differences);
    compare("backordered", backordered, figures, differences);
    compare("shortfall", uncovered() - backordered, figures, differences);
    compare("inTransit", inTransit, figures, differences);
    compare("expected", expected, figures, differences);
    return differences;
  }

  private static void compare(String name, long model, JsonNode figures, List<String> into) {
    JsonNode figure = figures.path(name);
    if (figure.isNumber() && figure.asLong() != model) {
      into.add("%s is %d, the model says %d".formatted(name, figure.asLong(), model));
    }
  }

  static Standing of(JsonNode figures) {
    return new Standing(
        figures.path("good").asLong(),
        figures.path("damaged").asLong(),
        figures.path("quarantine").asLong(),
        figures.path("nonSellable").asLong(),
        figures.path("pending").asLong(),
        figures.path("allocated").asLong(),
        figures.path("setAside").asLong(),
        figures.path("inTransit").asLong(),
        figures.path("expected").asLong(),
        figures.path("backordered").asLong());
  }
}
