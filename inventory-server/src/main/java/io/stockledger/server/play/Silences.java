package io.stockledger.server.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * When which store was known to be silent, by the ledger's entries about that; whether these are
 * right {@link Signs} judges. What is said of a silent store in a channel depends on them alone.
 */
final class Silences {
  /**
   * @param since from which on a silence counts, absent where the store came back
   */
  private record Word(
      long position, Instant recordedAt, @Nullable Instant since, @Nullable Instant lastHeardAt) {}

  private final String prefix;
  private final Map<String, List<Word>> words = new HashMap<>();

  Silences(DayPlan plan) {
    this.prefix = "location:" + plan.run() + "-";
  }

  /** Hears an entry of the ledger, in the order of positions. */
  void hear(JsonNode entry) {
    String stream = entry.path("stream").asString("");
    String type = entry.path("type").asString("");
    boolean stale = type.equals("location.source-stale");
    if (stream.startsWith(prefix) && (stale || type.equals("location.source-back"))) {
      String heard = entry.path("data").path("lastHeardAt").asString("");
      words
          .computeIfAbsent(stream.substring("location:".length()), s -> new ArrayList<>())
          .add(
              new Word(
                  entry.path("position").asLong(),
                  Instant.parse(entry.path("recordedAt").asString()),
                  stale ? Instant.parse(entry.path("occurredAt").asString()) : null,
                  stale && !heard.isEmpty() ? Instant.parse(heard) : null));
    }
  }

  Offer.Silence at(Terms terms, String store, long position, Instant now) {
    return at(terms, store, word -> word.position() < position, now);
  }

  Offer.Silence at(Terms terms, String store, Instant now) {
    return at(terms, store, word -> !word.recordedAt().isAfter(now), now);
  }

  private Offer.Silence at(Terms terms, String store, Predicate<Word> known, Instant now) {
    Word last = null;
    for (Word word : words.getOrDefault(store, List.of())) {
      last = known.test(word) ? word : last;
    }
    Instant since = last == null ? null : last.since();
    if (last == null || since == null) {
      return Offer.Silence.NONE;
    }
    Instant heard = last.lastHeardAt() == null ? since : last.lastHeardAt();
    if (isOver(terms.fallbackAfter(), heard, since, now)) {
      return Offer.Silence.SILENT;
    }
    return isOver(terms.freshFor(), heard, since, now) ? Offer.Silence.OLD : Offer.Silence.NONE;
  }

  private static boolean isOver(
      @Nullable Duration limit, Instant heard, Instant since, Instant now) {
    return limit != null && !now.isBefore(since) && !now.isBefore(heard.plus(limit));
  }

  /** Moments at which something changes for a store. */
  List<Instant> moments(Terms terms, String store) {
    List<Instant> moments = new ArrayList<>();
    for (Word word : words.getOrDefault(store, List.of())) {
      moments.add(word.recordedAt());
      if (word.lastHeardAt() != null) {
        if (terms.freshFor() != null) {
          moments.add(word.lastHeardAt().plus(terms.freshFor()));
        }
        if (terms.fallbackAfter() != null) {
          moments.add(word.lastHeardAt().plus(terms.fallbackAfter()));
        }
      }
    }
    return moments;
  }
}
