package io.stockledger.server.play;

import io.stockledger.server.client.Answer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;

/** The driver's own record of what the ledger accepted, by item. Safe for use by many threads. */
final class Journal {
  private final Map<Item, Queue<Fact>> facts = new ConcurrentHashMap<>();
  private final Map<Item, Queue<Refused>> refused = new ConcurrentHashMap<>();

  Set<Item> items() {
    return facts.keySet();
  }

  /** The facts of an item in the order of their versions. */
  List<Fact> of(Item item) {
    return facts.getOrDefault(item, new ConcurrentLinkedQueue<>()).stream()
        .sorted(Comparator.comparingLong(Fact::version))
        .toList();
  }

  void note(Refused refusal) {
    refused.computeIfAbsent(refusal.item(), i -> new ConcurrentLinkedQueue<>()).add(refusal);
  }

  /** What channels refused of an item. */
  List<Refused> refusedOf(Item item) {
    return List.copyOf(refused.getOrDefault(item, new ConcurrentLinkedQueue<>()));
  }

  long size() {
    return facts.values().stream().mapToLong(Queue::size).sum();
  }

  void note(Item item, Instant occurredAt, Deed deed, JsonNode entry) {
    note(
        item,
        new Fact(
            entry.path("version").asLong(),
            entry.path("events").size(),
            Instant.parse(entry.path("recordedAt").asString()),
            occurredAt,
            deed,
            Standing.of(entry.path("figures"))));
  }

  void note(Item item, Fact fact) {
    facts.computeIfAbsent(item, i -> new ConcurrentLinkedQueue<>()).add(fact);
  }

  /** When the first of all was recorded. */
  Instant firstRecordedAt() {
    return facts.values().stream()
        .flatMap(Queue::stream)
        .map(Fact::recordedAt)
        .min(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** When the last promise with an end runs out, settled or not. */
  Instant lastExpiry() {
    return facts.values().stream()
        .flatMap(Queue::stream)
        .map(fact -> expiryIn(fact.deed()))
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private static Instant expiryIn(Deed deed) {
    Instant expiresAt =
        switch (deed) {
          case Deed.Promised promised -> promised.expiresAt();
          case Deed.Extended extended -> extended.expiresAt();
          default -> null;
        };
    return expiresAt == null ? Instant.EPOCH : expiresAt;
  }

  /**
   * The part of an answer that speaks of an item.
   *
   * @throws IllegalStateException when it does not speak of it
   */
  static JsonNode entryOf(Item item, Answer answer) {
    if (speaksOf(item, answer.body())) {
      return answer.body();
    }
    for (JsonNode entry : answer.body().path("entries")) {
      if (speaksOf(item, entry)) {
        return entry;
      }
    }
    throw new IllegalStateException("the answer says nothing of " + item + ": " + answer.text());
  }

  private static boolean speaksOf(Item item, JsonNode entry) {
    return item.location().equals(entry.path("location").asString(""))
        && item.sku().equals(entry.path("sku").asString(""));
  }
}
