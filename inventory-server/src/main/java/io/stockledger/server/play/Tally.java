package io.stockledger.server.play;

import io.stockledger.server.client.Answer;
import io.stockledger.server.client.Call;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was sent and what came of it. Safe for use by many threads. */
final class Tally {
  private static final int SHOWN = 10;

  /** Refusals that a trading day leads to; any other is a fault. */
  private static final Set<String> EXPECTED =
      Set.of(
          "insufficient-stock",
          "not-sellable",
          "exceeds-reserved",
          "exceeds-on-hand",
          "exceeds-set-aside",
          "reservation-expired",
          "reservation-closed",
          "lines-refused",
          "counted-since");

  private final LongAdder sent = new LongAdder();
  private final LongAdder accepted = new LongAdder();
  private final LongAdder acceptedOnItems = new LongAdder();
  private final LongAdder replayed = new LongAdder();
  private final LongAdder countsFromWorklist = new LongAdder();
  private final LongAdder repeats = new LongAdder();
  private final LongAdder unexpectedAnswers = new LongAdder();
  private final Map<String, LongAdder> kinds = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
  private final List<String> unexpected = new CopyOnWriteArrayList<>();

  /** What beside plain movements and promises an accepted call is about; empty for those. */
  private static String kindOf(String path) {
    if (path.startsWith("/v1/transfers")) {
      return "on transfers";
    }
    if (path.startsWith("/v1/inbound")) {
      return "on expected supply";
    }
    if (path.startsWith("/v1/devices")) {
      return "deliveries of offline tills";
    }
    if (path.contains("/discrepancies")) {
      return "on disagreements of shelf and book";
    }
    if (path.endsWith("/heartbeat")) {
      return "signs of life of sources";
    }
    if (path.endsWith("/aliases")) {
      return "names of other systems told";
    }
    if (path.startsWith("/v1/channels")) {
      return "on channels and their rules";
    }
    if (path.startsWith("/v1/switches")) {
      return "on off switches";
    }
    if (path.startsWith("/v1/low-stock-rules") || path.endsWith("/low-stock")) {
      return "on what is low";
    }
    return path.endsWith("/sync") ? "totals of feeds" : "";
  }

  /** One such call leaves entries of items under its own key; of others that is told apart. */
  private static boolean isOnItems(String path) {
    return path.startsWith("/v1/stock/")
        || path.startsWith("/v1/reservations")
        || path.startsWith("/v1/transfers")
        || path.startsWith("/v1/inbound");
  }

  void answered(Call call, Answer answer) {
    sent.increment();
    if (answer.replayed()) {
      replayed.increment();
    }
    if (answer.accepted()) {
      accepted.increment();
      kinds.computeIfAbsent(kindOf(call.path()), kind -> new LongAdder()).increment();
      if (isOnItems(call.path())) {
        recordedOnItems();
      }
    } else if (answer.refused() && EXPECTED.contains(answer.problem())) {
      refusals.computeIfAbsent(answer.problem(), p -> new LongAdder()).increment();
      checkFigures(call, answer);
    } else {
      fault(call.method() + " " + call.path() + ": " + answer.status() + " " + answer.text());
    }
  }

  /** What the day asks for so that it is refused. */
  void refusedOnPurpose(Call call, Answer answer, String problem) {
    sent.increment();
    if (answer.replayed()) {
      replayed.increment();
    }
    if (answer.refused() && answer.problem().equals(problem)) {
      refusals.computeIfAbsent(problem, p -> new LongAdder()).increment();
    } else {
      fault(call.method() + " " + call.path() + " is not " + problem + ": " + answer.text());
    }
  }

  /** An associate counted what the worklist said. */
  void countedFromWorklist() {
    countsFromWorklist.increment();
  }

  /** A command left entries of items. */
  void recordedOnItems() {
    acceptedOnItems.increment();
  }

  /** The same message a second time must have the same answer, and say that it is the same. */
  void repeated(Call call, Answer first, Answer second) {
    repeats.increment();
    boolean same = first.status() == second.status() && first.text().equals(second.text());
    if (!same || !second.replayed()) {
      fault("a repeat of " + call.path() + " was answered otherwise: " + second.text());
    }
  }

  void fault(String what) {
    unexpectedAnswers.increment();
    if (unexpected.size() < SHOWN) {
      unexpected.add(what);
    }
  }

  private void checkFigures(Call call, Answer answer) {
    if (answer.problem().equals("insufficient-stock")
        && answer.body().path("requested").asLong() <= answer.body().path("available").asLong()) {
      fault("refused although there is enough: " + call.path() + ": " + answer.text());
    }
  }

  long sent() {
    return sent.sum();
  }

  long accepted() {
    return accepted.sum();
  }

  /** Accepted commands that moved or promised stock; the others are registrations. */
  long acceptedOnItems() {
    return acceptedOnItems.sum();
  }

  long replayed() {
    return replayed.sum();
  }

  long repeats() {
    return repeats.sum();
  }

  long refused() {
    return refusals.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** Accepted calls by what they are about, beside plain movements and promises. */
  Map<String, Long> kinds() {
    Map<String, Long> byKind = new TreeMap<>();
    kinds.forEach((kind, count) -> byKind.put(kind, count.sum()));
    byKind.remove("");
    byKind.put("counts of what worklists say", countsFromWorklist.sum());
    return byKind;
  }

  Map<String, Long> refusals() {
    Map<String, Long> byReason = new TreeMap<>();
    refusals.forEach((reason, count) -> byReason.put(reason, count.sum()));
    return byReason;
  }

  /** How many answers no trading day should lead to. */
  long unexpectedAnswers() {
    return unexpectedAnswers.sum();
  }

  /** The first of them. */
  List<String> unexpected() {
    return unexpected;
  }
}
