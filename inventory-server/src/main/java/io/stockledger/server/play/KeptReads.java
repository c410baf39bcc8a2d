package io.stockledger.server.play;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads how promises of the day's channels were kept. */
final class KeptReads {
  private final Desk desk;
  private final Kept kept;
  private final Findings findings = new Findings("promise accuracies of channels compared");

  KeptReads(Desk desk, Kept kept) {
    this.desk = desk;
    this.kept = kept;
  }

  /** When all promises were followed to their end. */
  Findings compare() {
    for (Kept.Accuracy model : kept.accuracies()) {
      String channel = model.outlet().id(desk.plan());
      JsonNode groups =
          new Reader(desk)
              .read("/v1/promise-accuracy?channel=%s&from=%s".formatted(channel, desk.plan().at(0)))
              .body()
              .path("items");
      Map<String, Long> outcomes = kept.outcomes(model.outlet());
      String expected =
          outcomes.isEmpty()
              ? "no promises"
              : words(outcomes, model.kept(), model.kept() + model.broken(), model.perCent());
      findings.compare("channel " + channel, told(groups), expected);
    }
    return findings;
  }

  private static String told(JsonNode groups) {
    if (groups.size() != 1) {
      return groups.isEmpty() ? "no promises" : groups.toString();
    }
    JsonNode group = groups.get(0);
    Map<String, Long> outcomes = new TreeMap<>();
    group.path("cancelled").forEachEntry((reason, number) -> outcomes.put(reason, number.asLong()));
    outcomes.put("open", group.path("open").asLong());
    outcomes.put("kept", group.path("kept").asLong());
    outcomes.put("late", group.path("late").asLong());
    outcomes.put("in part", group.path("inPart").asLong());
    outcomes.values().removeIf(number -> number == 0);
    long kept = group.path("kept").asLong();
    long judged = kept + group.path("broken").asLong();
    Double perCent =
        group.has("accuracy") ? (Double) (100 * group.path("accuracy").asDouble()) : null;
    return words(outcomes, kept, judged, perCent);
  }

  private static String words(
      Map<String, Long> outcomes, long kept, long judged, @Nullable Double perCent) {
    return "%s, %d kept of %d, %s"
        .formatted(
            outcomes,
            kept,
            judged,
            perCent == null ? "none ended" : Math.round(perCent * 100) + " of 10,000");
  }
}
