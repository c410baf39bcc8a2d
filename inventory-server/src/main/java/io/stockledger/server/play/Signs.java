package io.stockledger.server.play;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.client.Answer;
import io.stockledger.server.client.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * The signs of life of the stores' sources, while everybody trades. One falls silent for good after
 * its first sign; one is silent until the ledger says so, and comes back; all others go on. When
 * each was heard is known from the answers, and with it who is stale at the end, and how often each
 * went.
 */
final class Signs {
  static final String SOURCE = "pos";

  /** So often a source is expected to report; a tenth of it late it is stale. */
  static final Duration EVERY = Duration.ofSeconds(20);

  private static final Duration OVERDUE = EVERY.plusSeconds(2);
  private static final int SECONDS_BETWEEN_SIGNS = 4;

  /** The ledger looks every second, and it may have much to do. */
  private static final Duration SLACK = Duration.ofSeconds(10);

  private final Desk desk;
  private final Reader reader;
  private final Watch watch;
  private final List<String> reporting;
  private final String pausing;
  private final String silent;
  private final Map<String, List<Instant>> heard = new ConcurrentHashMap<>();
  private final AtomicLong number = new AtomicLong();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();
  private final Map<String, Instant> registered = new HashMap<>();
  private final Map<String, Integer> wentStale = new HashMap<>();
  private final Map<String, Integer> cameBack = new HashMap<>();
  private final Findings findings = new Findings("sources of stores compared with the model");

  Signs(Desk desk, Assortment assortment, Watch watch) {
    this.watch = watch;
    this.desk = desk;
    this.reader = new Reader(desk);
    List<String> stores = assortment.stores();
    this.reporting = stores.subList(0, stores.size() - 2);
    this.pausing = stores.get(stores.size() - 2);
    this.silent = stores.getLast();
  }

  void begin() {
    beat(silent);
    beat(pausing);
    threads.add(Thread.ofVirtual().name("signs").start(this::report));
    threads.add(Thread.ofVirtual().name("signs-pausing").start(this::pause));
  }

  private void report() {
    try {
      do {
        reporting.forEach(this::beat);
      } while (!closing.await(SECONDS_BETWEEN_SIGNS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      desk.tally().fault("no more signs of life: " + e);
    }
  }

  private void pause() {
    try {
      // after an interruption it is silent from before
      awaitStale(pausing, false);
      Instant last = heardOf(pausing).getLast();
      awaitStale(pausing, true);
      watch.awaitSilence(pausing, last);
      beat(pausing);
      awaitStale(pausing, false);
      watch.awaitFigures(pausing);
      while (!closing.await(SECONDS_BETWEEN_SIGNS, TimeUnit.SECONDS)) {
        beat(pausing);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      desk.tally().fault("a source did not come back: " + e);
    }
  }

  private void awaitStale(String store, boolean stale) {
    Duration longest = OVERDUE.plus(SLACK).plus(SLACK);
    if (!Patience.until(() -> source(store).has("staleSince") == stale, longest)) {
      String what = stale ? "did not go stale: " : "did not come back: ";
      desk.tally().fault("the source of " + store + " " + what + source(store));
    }
  }

  private void beat(String store) {
    String key = desk.plan().run() + ":sign:" + store + ":" + number.incrementAndGet();
    Sent sign = send(store, SOURCE, key);
    desk.tally().answered(sign.call(), sign.answer());
    if (sign.answer().accepted()) {
      heard
          .computeIfAbsent(store, s -> new ArrayList<>())
          .add(Instant.parse(sign.answer().body().path("heardAt").asString()));
    }
  }

  private record Sent(Call call, Answer answer) {}

  private Sent send(String store, String source, String key) {
    Call call =
        Call.post(
            "/v1/locations/" + store + "/heartbeat",
            key,
            object().put("source", source),
            desk.bearer(Client.TILL));
    return new Sent(call, desk.ledger().send(call));
  }

  /** When the doors are closed: all but the silent one are heard once more, and all are read. */
  void compare() {
    closing.countDown();
    threads.forEach(Signs::join);
    Sent unknown = send(silent, "nobody", desk.plan().run() + ":sign:nobody");
    desk.tally().refusedOnPurpose(unknown.call(), unknown.answer(), "unknown-source");
    awaitStale(silent, true);
    List<String> alive = new ArrayList<>(reporting);
    alive.add(pausing);
    alive.forEach(this::beat);
    alive.forEach(store -> awaitStale(store, false));
    alive.forEach(store -> compare(store, false));
    compare(silent, true);
    TreeSet<String> stale = new TreeSet<>();
    reader.readAll(
        "/v1/stale-sources?limit=" + Reader.PAGE,
        row -> {
          String location = row.path("location").asString();
          if (location.startsWith(desk.plan().run() + "-")) {
            stale.add(location + " " + row.path("source").asString());
          }
        });
    findings.compare("all that are stale", stale, new TreeSet<>(List.of(silent + " " + SOURCE)));
  }

  private void compare(String store, boolean stale) {
    JsonNode source = source(store);
    Instant last = heardOf(store).getLast();
    Instant said = Instant.parse(source.path("lastHeardAt").asString("1970-01-01T00:00:00Z"));
    List<String> found = new ArrayList<>();
    if (said.isAfter(last) || said.isBefore(last.minusSeconds(1))) {
      found.add("%s: last heard at %s, the model says %s".formatted(store, said, last));
    }
    String since = stale ? said.plus(OVERDUE).toString() : "";
    if (!source.path("staleSince").asString("").equals(since)) {
      found.add("%s: %s, the model says stale since '%s'".formatted(store, source, since));
    }
    findings.compare(found);
  }

  private JsonNode source(String store) {
    for (JsonNode source :
        reader.read("/v1/locations/" + store + "/sources").body().path("items")) {
      if (source.path("source").asString().equals(SOURCE)) {
        return source;
      }
    }
    throw new IllegalStateException(store + " names no source " + SOURCE);
  }

  /** Hears an entry of the ledger. */
  void hear(JsonNode entry) {
    String type = entry.path("type").asString("");
    String place = entry.path("stream").asString("").replaceFirst("^location:", "");
    if (!place.startsWith(desk.plan().run() + "-")) {
      return;
    }
    if (type.equals("location.registered")) {
      registered.put(place, Instant.parse(entry.path("recordedAt").asString()));
    } else if (type.equals("location.source-stale")) {
      wentStale.merge(place, 1, Integer::sum);
    } else if (type.equals("location.source-back")) {
      cameBack.merge(place, 1, Integer::sum);
    }
  }

  /**
   * What the ledger recorded of who went and came, after its entries were heard.
   *
   * @param interrupted nobody reported while the day was broken off: then all may have gone stale
   */
  void compareEntries(boolean interrupted) {
    new TreeMap<>(heard).forEach((store, at) -> compareEntries(store, at, interrupted));
    findings.tell("times that one went stale", sum(wentStale));
    findings.tell("times that one came back", sum(cameBack));
  }

  private void compareEntries(String store, List<Instant> at, boolean interrupted) {
    int went = wentStale.getOrDefault(store, 0);
    int back = cameBack.getOrDefault(store, 0);
    boolean leaves = went - back == (store.equals(silent) ? 1 : 0);
    List<Instant> words = new ArrayList<>(at);
    words.addFirst(Objects.requireNonNull(registered.get(store), store));
    int least = store.equals(pausing) ? 1 : gaps(words, SLACK);
    boolean often = interrupted || (back >= least && back <= gaps(words, Duration.ZERO));
    findings.compare(
        leaves && often
            ? List.of()
            : List.of(
                "%s: went stale %d times and came back %d times, and was heard at %s"
                    .formatted(store, went, back, at)));
  }

  /** How often nothing was heard for so long that it went stale, from its registration on. */
  private static int gaps(List<Instant> heard, Duration more) {
    int gaps = 0;
    Duration longest = OVERDUE.minusSeconds(1).plus(more);
    for (int i = 1; i < heard.size(); i++) {
      if (Duration.between(heard.get(i - 1), heard.get(i)).compareTo(longest) > 0) {
        gaps++;
      }
    }
    return gaps;
  }

  private static long sum(Map<String, Integer> times) {
    return times.values().stream().mapToLong(Integer::longValue).sum();
  }

  private List<Instant> heardOf(String store) {
    return Objects.requireNonNull(heard.get(store), store);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sources were reporting", e);
    }
  }

  Findings findings() {
    return findings;
  }
}
