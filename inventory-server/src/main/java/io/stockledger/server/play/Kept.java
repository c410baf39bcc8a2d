package io.stockledger.server.play;

import io.stockledger.server.play.Deed.Through;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of the promises of the day: kept, taken back, or let go by the customer. Told twice,
 * from what the demo knows and from the ledger's entries, promise by promise.
 */
final class Kept {
  /** What is not the customer's doing. */
  private static final Set<String> OWN_REASONS =
      Set.of("OVERSOLD", "LATE_SUPPLY", "DAMAGED", "SUBSTITUTED");

  private static final String KEPT = "kept";
  private static final String LATE = "late";
  private static final String IN_PART = "in part";
  private static final String OPEN = "open";
  private static final String EXPIRED = "EXPIRED";

  /** A promise, all its lines together; its day is that of the line that takes longest. */
  private static final class Told {
    private String channel = "";
    private long promised;
    private long beyond;
    private long picked;
    private long gone;
    private String reason = "";
    private boolean late;
    private @Nullable LocalDate promisedOn;

    void promised(String through, long units, long ofThemBeyond, @Nullable LocalDate day) {
      channel = through;
      promised += units;
      beyond += ofThemBeyond;
      boolean later = day != null && (promisedOn == null || day.isAfter(promisedOn));
      promisedOn = later ? day : promisedOn;
    }

    void picked(long units, Instant at) {
      picked += units;
      late |= promisedOn != null && LocalDate.ofInstant(at, ZoneOffset.UTC).isAfter(promisedOn);
    }

    void gone(long units, String why) {
      gone += units;
      reason = why.isEmpty() ? reason : why;
    }

    String outcome() {
      if (picked + gone < promised) {
        return OPEN;
      }
      if (picked == promised) {
        return late ? LATE : KEPT;
      }
      return reason.isEmpty() ? IN_PART : reason;
    }

    String words() {
      return "%s, %s, %d promised, %d backordered%s"
          .formatted(
              channel, outcome(), promised, beyond, promisedOn == null ? "" : " for " + promisedOn);
    }
  }

  private final DayPlan plan;
  private final Map<String, Told> modelled = new HashMap<>();
  private final Map<String, Told> recorded = new HashMap<>();
  private final Findings findings = new Findings("promises followed to their end");

  Kept(DayPlan plan) {
    this.plan = plan;
  }

  /** Hears an entry of the ledger. */
  void hear(JsonNode entry) {
    if (!entry.path("stream").asString("").startsWith("stock:" + plan.run() + "-")) {
      return;
    }
    JsonNode data = entry.path("data");
    String id = data.path("reservationId").asString("");
    long units = data.path("quantity").asLong();
    Instant at = Instant.parse(entry.path("recordedAt").asString());
    switch (entry.path("type").asString("")) {
      case "stock.reserved" -> {
        String day = data.path("promisedOn").asString("");
        recorded(id)
            .promised(
                data.path("channel").asString(""),
                units,
                data.path("backordered").asLong(),
                day.isEmpty() ? null : LocalDate.parse(day));
      }
      case "stock.picked" -> {
        if (!id.isEmpty()) {
          recorded(id).picked(units, at);
        }
      }
      case "stock.released" -> recorded(id).gone(units, data.path("reason").asString(""));
      case "stock.reservations-expired" ->
          data.path("expired")
              .forEach(
                  line ->
                      recorded(line.path("reservationId").asString())
                          .gone(line.path("quantity").asLong(), EXPIRED));
      default -> {}
    }
  }

  private Told recorded(String id) {
    return recorded.computeIfAbsent(id, i -> new Told());
  }

  private Told modelled(String id) {
    return modelled.computeIfAbsent(id, i -> new Told());
  }

  private record Open(long units, @Nullable Instant expiresAt) {}

  /** When all that runs out has run out, and the ledger's entries were heard. */
  void compare(Journal journal) {
    journal.items().forEach(item -> follow(journal.of(item)));
    Set<String> ids = new TreeSet<>(modelled.keySet());
    ids.addAll(recorded.keySet());
    for (String id : ids) {
      findings.compare("promise " + id, recorded(id).words(), modelled(id).words());
    }
    Map<String, Long> byOutcome = new TreeMap<>();
    modelled.values().forEach(told -> byOutcome.merge(told.outcome(), 1L, Long::sum));
    byOutcome.forEach(findings::tell);
  }

  private void follow(List<Fact> facts) {
    Map<String, Open> open = new HashMap<>();
    for (Fact fact : facts) {
      switch (fact.deed()) {
        case Deed.Promised p -> {
          Through through = p.through();
          modelled(p.reservation())
              .promised(
                  through == null ? "" : through.outlet().id(plan),
                  p.units(),
                  p.beyond(),
                  through == null ? null : through.promisedOn());
          open.put(p.reservation(), new Open(p.units(), p.expiresAt()));
        }
        case Deed.Confirmed c ->
            open.put(c.reservation(), new Open(units(open, c.reservation()), null));
        case Deed.Extended e ->
            open.put(e.reservation(), new Open(units(open, e.reservation()), e.expiresAt()));
        case Deed.Fetched f -> fetch(f, fact, open);
        case Deed.Freed f -> {
          modelled(f.reservation()).gone(units(open, f.reservation()), f.reason());
          open.remove(f.reservation());
        }
        default -> {}
      }
    }
    open.forEach(
        (id, left) -> {
          if (left.expiresAt() != null) {
            modelled(id).gone(left.units(), EXPIRED);
          }
        });
  }

  private void fetch(Deed.Fetched fetched, Fact fact, Map<String, Open> open) {
    String id = fetched.reservation();
    long before = units(open, id);
    long units = fetched.units() == null ? before : fetched.units();
    modelled(id).picked(units, fact.recordedAt());
    if (fetched.closes() || units == before) {
      modelled(id).gone(before - units, "");
      open.remove(id);
    } else {
      open.put(id, new Open(before - units, Objects.requireNonNull(open.get(id)).expiresAt()));
    }
  }

  private static long units(Map<String, Open> open, String id) {
    Open found = open.get(id);
    return found == null ? 0 : found.units();
  }

  /**
   * Promises of a channel that were kept, and those that ended otherwise than by the customer's
   * doing.
   */
  record Accuracy(Outlet outlet, long kept, long broken, long open) {
    /** Absent where none ended. */
    @Nullable Double perCent() {
      return kept + broken == 0 ? null : 100.0 * kept / (kept + broken);
    }
  }

  /** By channel. */
  List<Accuracy> accuracies() {
    List<Accuracy> all = new ArrayList<>();
    for (Outlet outlet : Outlet.values()) {
      Map<String, Long> ended = outcomes(outlet);
      List<String> ways = ended.keySet().stream().filter(Kept::isBroken).toList();
      long broken = ways.stream().mapToLong(way -> ended.getOrDefault(way, 0L)).sum();
      all.add(
          new Accuracy(outlet, ended.getOrDefault(KEPT, 0L), broken, ended.getOrDefault(OPEN, 0L)));
    }
    return all;
  }

  /** How many promises of a channel came to what: kept, late, in part, open, or a reason. */
  Map<String, Long> outcomes(Outlet outlet) {
    Map<String, Long> all = new TreeMap<>();
    modelled.values().stream()
        .filter(told -> told.channel.equals(outlet.id(plan)))
        .forEach(told -> all.merge(told.outcome(), 1L, Long::sum));
    return all;
  }

  private static boolean isBroken(String outcome) {
    return outcome.equals(LATE) || outcome.equals(IN_PART) || OWN_REASONS.contains(outcome);
  }

  /** Promises that ended in another way than by a pick, by reason. */
  Map<String, Long> cancellations() {
    Map<String, Long> reasons = new TreeMap<>();
    for (Told told : modelled.values()) {
      String outcome = told.outcome();
      if (!Set.of(OPEN, KEPT, LATE).contains(outcome)) {
        reasons.merge(outcome, 1L, Long::sum);
      }
    }
    return reasons;
  }

  Findings findings() {
    return findings;
  }
}
