package io.stockledger.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All entries of one item as the face tells them, and what must be true of them. */
record ItemHistory(List<JsonNode> entries) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Reads something of a server. */
  @FunctionalInterface
  interface Face {
    JsonNode get(String path) throws Exception;
  }

  /** A command that was answered, and how. */
  record Answered(String key, int status, JsonNode body) {
    boolean accepted() {
      return status < 300;
    }

    /** What it did to each item. */
    List<JsonNode> entries() {
      return body.has("entries") ? body.path("entries").valueStream().toList() : List.of(body);
    }
  }

  /** From the first entry to the last. */
  static ItemHistory of(String item, Face face) throws Exception {
    List<JsonNode> entries = new ArrayList<>();
    String next = "";
    while (next != null) {
      JsonNode page = face.get(item + "/history?limit=1000" + next);
      page.path("items").forEach(entries::add);
      next = page.has("next") ? "&cursor=" + page.path("next").asString() : null;
    }
    return new ItemHistory(entries);
  }

  JsonNode last() {
    return entries.getLast();
  }

  /** Versions are dense, and the sum of the changes is the figures, none negative, at each. */
  void requireFolded() {
    Figures figures = Figures.ZERO;
    for (int i = 0; i < entries.size(); i++) {
      JsonNode entry = entries.get(i);
      assertThat(entry.path("version").asLong()).isEqualTo(i + 1L);
      figures = figures.plus(change(entry.path("change")));
      JsonNode told = entry.path("figures");
      JsonNode folded = JSON.readTree(JSON.writeValueAsString(figures));
      assertThat(told).as("figures at version %d", i + 1).isEqualTo(folded);
      assertThat(told.valueStream().allMatch(units -> units.asLong() >= 0)).isTrue();
    }
  }

  /**
   * Every accepted command is here once, under its key, with the entries and the figures that its
   * answer named; no refused one is.
   *
   * @param location and {@code sku}: answers about other items are left out
   */
  void requireOnceEach(String location, String sku, List<Answered> answers) {
    Map<String, List<JsonNode>> byKey =
        entries.stream()
            .filter(e -> e.has("key"))
            .collect(Collectors.groupingBy(e -> e.path("key").asString()));
    for (Answered answer : answers) {
      List<JsonNode> recorded = byKey.getOrDefault(answer.key(), List.of());
      if (!answer.accepted()) {
        assertThat(recorded).as("refused: %s", answer).isEmpty();
        continue;
      }
      for (JsonNode entry : answer.entries()) {
        if (entry.path("location").asString().equals(location)
            && entry.path("sku").asString().equals(sku)) {
          requireOnce(entry, recorded);
        }
      }
    }
  }

  private void requireOnce(JsonNode answered, List<JsonNode> recorded) {
    int version = answered.path("version").asInt();
    assertThat(recorded.stream().map(e -> e.path("type").asString()))
        .as("%s", answered)
        .containsExactlyElementsOf(
            answered.path("events").valueStream().map(JsonNode::asString).toList());
    if (!recorded.isEmpty()) {
      assertThat(recorded.getLast().path("version").asInt()).isEqualTo(version);
      assertThat(recorded.getFirst().path("version").asInt())
          .isEqualTo(version - recorded.size() + 1);
    }
    assertThat(entries.get(version - 1).path("figures")).isEqualTo(answered.path("figures"));
  }

  private static Change change(JsonNode c) {
    return new Change(
        c.path("good").asLong(0),
        c.path("damaged").asLong(0),
        c.path("quarantine").asLong(0),
        c.path("nonSellable").asLong(0),
        c.path("pending").asLong(0),
        c.path("allocated").asLong(0),
        c.path("setAside").asLong(0),
        c.path("inTransit").asLong(0),
        c.path("expected").asLong(0),
        c.path("backordered").asLong(0));
  }
}
